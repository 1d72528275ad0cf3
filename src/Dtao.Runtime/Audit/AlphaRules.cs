using System.Collections.Immutable;
using static Dtao.Runtime.Audit.FlowKind;
using static Dtao.Runtime.Audit.FlowRules;
using static Dtao.Runtime.Audit.Posting;
using static Dtao.Runtime.Flows.FlowCause;

namespace Dtao.Runtime.Audit;

/// <summary>What flows of alpha do to the books of their subnet.</summary>
/// <remarks>
/// Every rule keeps outstanding = staked + pending + minted + in hand + unheld.
/// Source: docs/spec/audit.md#causes.
/// </remarks>
internal static class AlphaRules
{
    private static readonly ImmutableArray<Posting> ToStake =
        [Minus(Book.AlphaInHand), Plus(Book.Staked)];

    private static readonly ImmutableArray<Posting> Loss =
        [Minus(Book.AlphaInHand), Plus(Book.Unheld)];

    private static readonly ImmutableArray<Posting> Excess =
        [Plus(Book.AlphaInHand), Minus(Book.Unheld)];

    /// <summary>The rules.</summary>
    public static ImmutableArray<FlowRule> All { get; } =
        [.. Emission(), .. Epochs(), .. Trades(), .. Floors()];

    private static ImmutableArray<FlowRule> Emission() =>
    [
        Alpha(AlphaInjected, Supply, "injected into pools", Plus(Book.AlphaReserve)),
        Alpha(
            AlphaMinted, Supply, "minted for owner, miners, validators and their stakers",
            Plus(Book.Outstanding), Plus(Book.Minted)),
        Alpha(
            OwnerCutAwaited, Move, "minted: waits for the owner",
            Minus(Book.Minted), Plus(Book.PendingOwner)),
        Alpha(
            ParticipantsAwaited, Move, "minted: waits for the epoch",
            Minus(Book.Minted), Plus(Book.PendingParticipants)),
        Alpha(
            OfferedForRoot, Move, "minted: offered to the pool for root",
            Minus(Book.Minted), Plus(Book.AlphaInHand)),
        Alpha(
            OfferedAwaited, Memo, "offered for root, remembered until the epoch",
            Plus(Book.PendingOffered)),
        Alpha(RootSaleRefused, Leak, "unheld: pool refused the sale for root", Loss),
        Alpha(
            EmissionRounded, Leak, "unheld: rounding of the block's split",
            Minus(Book.Minted), Plus(Book.Unheld)),
    ];

    private static ImmutableArray<FlowRule> Epochs() =>
    [
        Alpha(
            ParticipantsDue, Move, "taken by epochs for participants",
            Minus(Book.PendingParticipants), Plus(Book.AlphaInHand)),
        Alpha(
            OfferedDue, Leak, "dealt out once more although sold for root",
            [.. Excess, Minus(Book.PendingOffered)]),
        Alpha(
            OwnerCutDue, Move, "taken by epochs for owners",
            Minus(Book.PendingOwner), Plus(Book.AlphaInHand)),
        Alpha(OwnerCutPaid, Move, "staked: owner cut", ToStake),
        Alpha(OwnerCutLost, Leak, "unheld: owner cut without owner", Loss),
        Alpha(IncentivePaid, Move, "staked: incentives of miners", ToStake),
        Alpha(TakePaid, Move, "staked: takes of validators' owners", ToStake),
        Alpha(DividendsPaid, Move, "staked: dividends of nominators", ToStake),
        Alpha(
            WithheldForRoot, Leak, "unheld: withheld because root is paid in TAO", Loss),
        Alpha(NotDealtOut, Leak, "unheld: not dealt out by epochs", Loss),
        Alpha(DealtOutTwice, Leak, "dealt out beyond what there was", Excess),
        Alpha(PaymentRounded, Leak, "unheld: rounding of payments", Loss),
    ];

    private static ImmutableArray<FlowRule> Trades() =>
    [
        Alpha(
            AlphaTradedOut, Move, "left pools for TAO",
            Minus(Book.AlphaReserve), Plus(Book.Outstanding), Plus(Book.AlphaInHand)),
        Alpha(
            AlphaTradedIn, Move, "entered pools for TAO",
            Plus(Book.AlphaReserve), Minus(Book.Outstanding), Minus(Book.AlphaInHand)),
        Alpha(AlphaStaked, Move, "staked by accounts", ToStake),
        Alpha(
            AlphaUnstaked, Move, "unstaked by accounts",
            Minus(Book.Staked), Plus(Book.AlphaInHand)),
        Alpha(
            AlphaBurned, Supply, "burned by registrations",
            Minus(Book.Outstanding), Minus(Book.AlphaInHand)),
        Alpha(SaleRefused, Leak, "unheld: pool refused the unstaked", Loss),
        Alpha(SoldWithoutStake, Leak, "sold without a stake", Excess),
        Alpha(AlphaPoolOpened, Supply, "pools of new subnets opened with",
            Plus(Book.AlphaReserve)),
        Alpha(AlphaPoolForgotten, Leak, "left in a pool that opened anew",
            Minus(Book.AlphaReserve)),
    ];

    private static ImmutableArray<FlowRule> Floors() =>
    [
        Alpha(
            AlphaReserveFloor, Leak, "alpha reserve of a stable pool stopped at zero",
            Plus(Book.AlphaReserve)),
        Alpha(
            AlphaReserveCeiling, Leak, "alpha reserve stopped at its most",
            Minus(Book.AlphaReserve)),
        Alpha(
            OutstandingCeiling, Leak, "outstanding alpha stopped at its most",
            Minus(Book.Outstanding), Minus(Book.Unheld)),
        Alpha(
            OutstandingFloor, Leak, "outstanding alpha stopped at zero",
            Plus(Book.Outstanding), Plus(Book.Unheld)),
        Alpha(
            StakeFloor, Leak, "a share pool stopped at zero",
            Plus(Book.Staked), Minus(Book.Unheld)),
        Alpha(
            StakeCeiling, Leak, "a share pool stopped at its most",
            Minus(Book.Staked), Plus(Book.Unheld)),
        Alpha(SharesParted, Check, "shares parted from their pool", Plus(Book.Parted)),
        Alpha(StakeWritten, Check, "stakes as written", Plus(Book.StakeWritten)),
    ];
}
