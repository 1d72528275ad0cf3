namespace Dtao.Runtime.Flows;

/// <summary>Why an amount came into being, ceased to be, moved or was lost.</summary>
/// <remarks>
/// What each of them does to the books stands in docs/spec/audit.md#causes.
/// Source: docs/spec/audit.md#causes.
/// </remarks>
public enum FlowCause
{
    /// <summary>TAO that the curve grants a block.</summary>
    EmissionGranted,

    /// <summary>A subnet's TAO that its closed registrations keep back; never emitted.</summary>
    EmissionStopped,

    /// <summary>Granted TAO lost to rounding; never emitted.</summary>
    EmissionCut,

    /// <summary>Granted TAO of a block in which moving prices are zero or out of range.</summary>
    EmissionUnshared,

    /// <summary>TAO beyond the grant, emitted because moving prices are out of range.</summary>
    EmissionExcess,

    /// <summary>TAO came into being.</summary>
    Created,

    /// <summary>TAO ceased to be.</summary>
    Destroyed,

    /// <summary>The lock of a new subnet above its pool's size ceased to be.</summary>
    LockDestroyed,

    /// <summary>The fee of a transaction ceased to be.</summary>
    TransactionFeeDestroyed,

    /// <summary>The fee of a key swap ceased to be.</summary>
    KeySwapFeeDestroyed,

    /// <summary>TAO came in from outside the economy, for genesis and scenarios.</summary>
    BroughtIn,

    /// <summary>An upgrade counted anew and found less: leaks are written off.</summary>
    WrittenOff,

    /// <summary>An upgrade counted anew and found more.</summary>
    WrittenUp,

    /// <summary>Root raised the sum of all balances without touching one.</summary>
    ForcedUp,

    /// <summary>Root lowered the sum of all balances without touching one.</summary>
    ForcedDown,

    /// <summary>What the sum of balances should have lost but did not hold.</summary>
    BalanceSumFloor,

    /// <summary>What the sum of balances should have gained but cannot hold.</summary>
    BalanceSumCeiling,

    /// <summary>What is no longer reserved and the free balance cannot hold.</summary>
    FreeCeiling,

    /// <summary>TAO left an account.</summary>
    Withdrawn,

    /// <summary>TAO entered an account.</summary>
    Paid,

    /// <summary>An account's free and reserved TAO changed, by a two's complement amount.</summary>
    AccountWritten,

    /// <summary>TAO entered a pool as emission.</summary>
    TaoInjected,

    /// <summary>TAO entered a pool for alpha.</summary>
    TaoTradedIn,

    /// <summary>TAO left a pool for alpha.</summary>
    TaoTradedOut,

    /// <summary>A fee stayed in a pool.</summary>
    FeeKept,

    /// <summary>Of what was traded in: paid for a burned registration.</summary>
    RegistrationPaid,

    /// <summary>TAO with which the pool of a new subnet opened.</summary>
    PoolOpened,

    /// <summary>TAO that a re-used pool held before it opened again.</summary>
    PoolForgotten,

    /// <summary>TAO left the lock of a subnet.</summary>
    LockReleased,

    /// <summary>TAO of alpha that was sold for root, waiting for the epoch.</summary>
    RootDividendsAwaited,

    /// <summary>Waiting root dividends that an epoch takes.</summary>
    RootDividendsDue,

    /// <summary>Root dividends that became stake of hotkeys' owners, as their take.</summary>
    RootTakePaid,

    /// <summary>Root dividends that became stake of nominators.</summary>
    RootDividendsPaid,

    /// <summary>Root dividends for which no earner had root stake.</summary>
    RootDividendsLost,

    /// <summary>Root dividends lost to rounding.</summary>
    RootDividendsRounded,

    /// <summary>Root dividends that should wait but that the counter cannot hold.</summary>
    RootDividendsCeiling,

    /// <summary>Payments to new accounts below the existential deposit.</summary>
    BelowDeposit,

    /// <summary>Balances of accounts that ceased to exist.</summary>
    DustRemoved,

    /// <summary>TAO that accounts destroyed of their own.</summary>
    BurnedFromAccounts,

    /// <summary>TAO that root took from accounts by setting their balance.</summary>
    TakenByRoot,

    /// <summary>TAO that root gave accounts by setting their balance.</summary>
    GivenByRoot,

    /// <summary>Proceeds of a move below its minimum.</summary>
    MoveBelowMinimum,

    /// <summary>TAO to be staked that the pool refused.</summary>
    StakeRefused,

    /// <summary>TAO for a burned registration that the pool refused.</summary>
    BurnRefused,

    /// <summary>TAO of a new pool that is not counted as stake.</summary>
    RegistrationPool,

    /// <summary>TAO that the faucet gives beyond what it counts as created.</summary>
    FaucetExcess,

    /// <summary>TAO that a reserve should have lost but did not hold.</summary>
    ReserveFloor,

    /// <summary>TAO that a reserve should have gained but cannot hold.</summary>
    ReserveCeiling,

    /// <summary>TAO that the total stake should have lost but did not hold.</summary>
    TotalStakeFloor,

    /// <summary>Of what was traded in: paid by the chain itself for alpha.</summary>
    ChainBuyPaid,

    /// <summary>TAO with which the chain bought without counting it as issued.</summary>
    ChainBuyUncounted,

    /// <summary>TAO of a purchase of the chain that the pool refused.</summary>
    ChainBuyRefused,

    /// <summary>TAO above the highest price at which the chain buys.</summary>
    ChainBuyCut,

    /// <summary>Minted TAO that no subnet got ceased to be.</summary>
    CreditReturned,

    /// <summary>Granted TAO beyond all that there can be; never emitted.</summary>
    BeyondSupply,

    /// <summary>TAO of a sale for root that a stable pool paid without booking it.</summary>
    StableSalePaid,

    /// <summary>TAO that the total stake should have gained but cannot hold.</summary>
    TotalStakeCeiling,

    /// <summary>TAO that the issuance should have lost but did not hold.</summary>
    IssuanceFloor,

    /// <summary>TAO that the issuance should have gained but cannot hold.</summary>
    IssuanceCeiling,

    /// <summary>Alpha entered a pool as emission.</summary>
    AlphaInjected,

    /// <summary>Alpha was minted for owner, miners, validators and their stakers.</summary>
    AlphaMinted,

    /// <summary>Minted alpha that waits for the owner.</summary>
    OwnerCutAwaited,

    /// <summary>Minted alpha that waits for miners, validators and their stakers.</summary>
    ParticipantsAwaited,

    /// <summary>Minted alpha that was offered to the pool for root's dividends.</summary>
    OfferedForRoot,

    /// <summary>Memory of the alpha that was offered for root, until the epoch.</summary>
    OfferedAwaited,

    /// <summary>Alpha of a root sale that the pool refused.</summary>
    RootSaleRefused,

    /// <summary>Minted alpha lost to rounding.</summary>
    EmissionRounded,

    /// <summary>Waiting alpha that an epoch takes for the participants.</summary>
    ParticipantsDue,

    /// <summary>Alpha offered for root that an epoch deals out once more.</summary>
    OfferedDue,

    /// <summary>Waiting alpha that an epoch takes for the owner.</summary>
    OwnerCutDue,

    /// <summary>Owner cut that became the owner's stake.</summary>
    OwnerCutPaid,

    /// <summary>Owner cut of a subnet without owner.</summary>
    OwnerCutLost,

    /// <summary>Alpha that became miners' stake.</summary>
    IncentivePaid,

    /// <summary>Dividends that became stake of hotkeys' owners, as their take.</summary>
    TakePaid,

    /// <summary>Dividends that became stake of nominators.</summary>
    DividendsPaid,

    /// <summary>Dividends that root's stake earned, withheld because TAO is paid.</summary>
    WithheldForRoot,

    /// <summary>What an epoch did not deal out.</summary>
    NotDealtOut,

    /// <summary>What an epoch dealt out beyond what it had.</summary>
    DealtOutTwice,

    /// <summary>Dividends lost to rounding.</summary>
    PaymentRounded,

    /// <summary>Alpha left a pool for TAO.</summary>
    AlphaTradedOut,

    /// <summary>Alpha entered a pool for TAO.</summary>
    AlphaTradedIn,

    /// <summary>Alpha became stake.</summary>
    AlphaStaked,

    /// <summary>Stake became alpha in hand.</summary>
    AlphaUnstaked,

    /// <summary>Alpha bought for a burned registration ceased to be.</summary>
    AlphaBurned,

    /// <summary>Stake whose sale the pool refused.</summary>
    SaleRefused,

    /// <summary>Alpha sold for which no stake was taken.</summary>
    SoldWithoutStake,

    /// <summary>Alpha with which the pool of a new subnet opened.</summary>
    AlphaPoolOpened,

    /// <summary>Alpha that a re-used pool held before it opened again.</summary>
    AlphaPoolForgotten,

    /// <summary>Alpha that a reserve should have lost but did not hold.</summary>
    AlphaReserveFloor,

    /// <summary>Alpha that a reserve should have gained but cannot hold.</summary>
    AlphaReserveCeiling,

    /// <summary>Outstanding alpha that should have fallen below zero.</summary>
    OutstandingFloor,

    /// <summary>Outstanding alpha that should have risen above 2^64 - 1.</summary>
    OutstandingCeiling,

    /// <summary>Stake that a share pool should have lost but did not hold.</summary>
    StakeFloor,

    /// <summary>Alpha that the chain bought ceased to be.</summary>
    ChainAlphaRecycled,

    /// <summary>Alpha that the chain bought is kept for good.</summary>
    ProtocolAlphaKept,

    /// <summary>Minted alpha that waits for root.</summary>
    RootAlphaAwaited,

    /// <summary>Minted alpha that waits for miners.</summary>
    ServersAwaited,

    /// <summary>Minted alpha that waits for validators and their stakers.</summary>
    ValidatorsAwaited,

    /// <summary>Minted alpha of root that no one is given.</summary>
    RootAlphaUnpaid,

    /// <summary>Minted alpha of root ceased to be.</summary>
    RootAlphaRecycled,

    /// <summary>Alpha of a sale for root that a stable pool took without booking it.</summary>
    StableSaleUnbooked,

    /// <summary>Waiting alpha of root that an epoch sells.</summary>
    RootAlphaDue,

    /// <summary>Waiting alpha that an epoch takes for miners.</summary>
    ServersDue,

    /// <summary>Waiting alpha that an epoch takes for validators.</summary>
    ValidatorsDue,

    /// <summary>Alpha set apart for root that an epoch deals out once more.</summary>
    RootPartDealtOut,

    /// <summary>Stake that a share pool should have gained but cannot hold.</summary>
    StakeCeiling,

    /// <summary>
    /// A key swap parted the shares of holders from their pool; counted, not measured.
    /// </summary>
    SharesParted,

    /// <summary>A share pool's value changed, by a two's complement amount.</summary>
    StakeWritten,
}
