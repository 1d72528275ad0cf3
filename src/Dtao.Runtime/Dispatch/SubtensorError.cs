namespace Dtao.Runtime.Dispatch;

/// <summary>Errors of the economy's pallet with their wire numbers and wire names.</summary>
/// <remarks>Source: docs/spec/errors.md.</remarks>
public enum SubtensorError
{
    /// <summary>Sub network does not exist.</summary>
    SubNetworkDoesNotExist = 0,

    /// <summary>Root network does not exist.</summary>
    RootNetworkDoesNotExist = 1,

    /// <summary>Invalid ip type.</summary>
    InvalidIpType = 2,

    /// <summary>Invalid ip address.</summary>
    InvalidIpAddress = 3,

    /// <summary>Invalid port.</summary>
    InvalidPort = 4,

    /// <summary>Hot key not registered in sub net.</summary>
    HotKeyNotRegisteredInSubNet = 5,

    /// <summary>Hot key account not exists.</summary>
    HotKeyAccountNotExists = 6,

    /// <summary>Hot key not registered in network.</summary>
    HotKeyNotRegisteredInNetwork = 7,

    /// <summary>Non associated cold key.</summary>
    NonAssociatedColdKey = 8,

    /// <summary>Not enough stake.</summary>
    NotEnoughStake = 9,

    /// <summary>Not enough stake to withdraw.</summary>
    NotEnoughStakeToWithdraw = 10,

    /// <summary>Not enough stake to set weights.</summary>
    NotEnoughStakeToSetWeights = 11,

    /// <summary>Not enough stake to set childkeys.</summary>
    NotEnoughStakeToSetChildkeys = 12,

    /// <summary>Not enough balance to stake.</summary>
    NotEnoughBalanceToStake = 13,

    /// <summary>Balance withdrawal error.</summary>
    BalanceWithdrawalError = 14,

    /// <summary>Zero balance after withdrawn.</summary>
    ZeroBalanceAfterWithdrawn = 15,

    /// <summary>Neuron no validator permit.</summary>
    NeuronNoValidatorPermit = 16,

    /// <summary>Weight vec not equal size.</summary>
    WeightVecNotEqualSize = 17,

    /// <summary>Duplicate uids.</summary>
    DuplicateUids = 18,

    /// <summary>Uid vec contain invalid one.</summary>
    UidVecContainInvalidOne = 19,

    /// <summary>Weight vec length is low.</summary>
    WeightVecLengthIsLow = 20,

    /// <summary>Too many registrations this block.</summary>
    TooManyRegistrationsThisBlock = 21,

    /// <summary>Hot key already registered in sub net.</summary>
    HotKeyAlreadyRegisteredInSubNet = 22,

    /// <summary>New hot key is same with old.</summary>
    NewHotKeyIsSameWithOld = 23,

    /// <summary>Invalid work block.</summary>
    InvalidWorkBlock = 24,

    /// <summary>Invalid difficulty.</summary>
    InvalidDifficulty = 25,

    /// <summary>Invalid seal.</summary>
    InvalidSeal = 26,

    /// <summary>Max weight exceeded.</summary>
    MaxWeightExceeded = 27,

    /// <summary>Hot key already delegate.</summary>
    HotKeyAlreadyDelegate = 28,

    /// <summary>Setting weights too fast.</summary>
    SettingWeightsTooFast = 29,

    /// <summary>Incorrect weight version key.</summary>
    IncorrectWeightVersionKey = 30,

    /// <summary>Serving rate limit exceeded.</summary>
    ServingRateLimitExceeded = 31,

    /// <summary>Uids length exceed uids in sub net.</summary>
    UidsLengthExceedUidsInSubNet = 32,

    /// <summary>Network tx rate limit exceeded.</summary>
    NetworkTxRateLimitExceeded = 33,

    /// <summary>Delegate tx rate limit exceeded.</summary>
    DelegateTxRateLimitExceeded = 34,

    /// <summary>Hot key set tx rate limit exceeded.</summary>
    HotKeySetTxRateLimitExceeded = 35,

    /// <summary>Staking rate limit exceeded.</summary>
    StakingRateLimitExceeded = 36,

    /// <summary>Sub net registration disabled.</summary>
    SubNetRegistrationDisabled = 37,

    /// <summary>Too many registrations this interval.</summary>
    TooManyRegistrationsThisInterval = 38,

    /// <summary>Transactor account should be hot key.</summary>
    TransactorAccountShouldBeHotKey = 39,

    /// <summary>Not senate member.</summary>
    NotSenateMember = 40,

    /// <summary>Faucet disabled.</summary>
    FaucetDisabled = 41,

    /// <summary>Not subnet owner.</summary>
    NotSubnetOwner = 42,

    /// <summary>Registration not permitted on root subnet.</summary>
    RegistrationNotPermittedOnRootSubnet = 43,

    /// <summary>Stake too low for root.</summary>
    StakeTooLowForRoot = 44,

    /// <summary>All networks in immunity.</summary>
    AllNetworksInImmunity = 45,

    /// <summary>Not enough balance to pay swap hot key.</summary>
    NotEnoughBalanceToPaySwapHotKey = 46,

    /// <summary>Not root subnet.</summary>
    NotRootSubnet = 47,

    /// <summary>Can not set root network weights.</summary>
    CanNotSetRootNetworkWeights = 48,

    /// <summary>No neuron id available.</summary>
    NoNeuronIdAvailable = 49,

    /// <summary>Delegate take too low.</summary>
    DelegateTakeTooLow = 50,

    /// <summary>Delegate take too high.</summary>
    DelegateTakeTooHigh = 51,

    /// <summary>No weights commit found.</summary>
    NoWeightsCommitFound = 52,

    /// <summary>Invalid reveal commit hash not match.</summary>
    InvalidRevealCommitHashNotMatch = 53,

    /// <summary>Commit reveal enabled.</summary>
    CommitRevealEnabled = 54,

    /// <summary>Commit reveal disabled.</summary>
    CommitRevealDisabled = 55,

    /// <summary>Could not join senate.</summary>
    CouldNotJoinSenate = 56,

    /// <summary>Liquid alpha disabled.</summary>
    LiquidAlphaDisabled = 57,

    /// <summary>Alpha high too low.</summary>
    AlphaHighTooLow = 58,

    /// <summary>Alpha low out of range.</summary>
    AlphaLowOutOfRange = 59,

    /// <summary>Cold key already associated.</summary>
    ColdKeyAlreadyAssociated = 60,

    /// <summary>Not enough balance to pay swap cold key.</summary>
    NotEnoughBalanceToPaySwapColdKey = 61,

    /// <summary>Coldkey is in arbitration.</summary>
    ColdkeyIsInArbitration = 62,

    /// <summary>Invalid child.</summary>
    InvalidChild = 63,

    /// <summary>Duplicate child.</summary>
    DuplicateChild = 64,

    /// <summary>Proportion overflow.</summary>
    ProportionOverflow = 65,

    /// <summary>Too many children.</summary>
    TooManyChildren = 66,

    /// <summary>Tx rate limit exceeded.</summary>
    TxRateLimitExceeded = 67,

    /// <summary>Swap already scheduled.</summary>
    SwapAlreadyScheduled = 68,

    /// <summary>Failed to schedule.</summary>
    FailedToSchedule = 69,

    /// <summary>New cold key is hotkey.</summary>
    NewColdKeyIsHotkey = 70,

    /// <summary>Invalid childkey take.</summary>
    InvalidChildkeyTake = 71,

    /// <summary>Tx childkey take rate limit exceeded.</summary>
    TxChildkeyTakeRateLimitExceeded = 72,

    /// <summary>Invalid identity.</summary>
    InvalidIdentity = 73,

    /// <summary>Mechanism does not exist.</summary>
    MechanismDoesNotExist = 74,

    /// <summary>Cannot unstake lock.</summary>
    CannotUnstakeLock = 75,

    /// <summary>Subnet not exists.</summary>
    SubnetNotExists = 76,

    /// <summary>Too many unrevealed commits.</summary>
    TooManyUnrevealedCommits = 77,

    /// <summary>Expired weight commit.</summary>
    ExpiredWeightCommit = 78,

    /// <summary>Reveal too early.</summary>
    RevealTooEarly = 79,

    /// <summary>Input lengths unequal.</summary>
    InputLengthsUnequal = 80,

    /// <summary>Committing weights too fast.</summary>
    CommittingWeightsTooFast = 81,

    /// <summary>Amount too low.</summary>
    AmountTooLow = 82,

    /// <summary>Insufficient liquidity.</summary>
    InsufficientLiquidity = 83,

    /// <summary>Slippage too high.</summary>
    SlippageTooHigh = 84,

    /// <summary>Transfer disallowed.</summary>
    TransferDisallowed = 85,
}
