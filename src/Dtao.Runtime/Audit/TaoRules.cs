using System.Collections.Immutable;
using Dtao.Runtime.Flows;
using static Dtao.Runtime.Audit.FlowKind;
using static Dtao.Runtime.Audit.FlowRules;
using static Dtao.Runtime.Audit.Posting;
using static Dtao.Runtime.Flows.FlowCause;

namespace Dtao.Runtime.Audit;

/// <summary>What flows of TAO do to the books.</summary>
/// <remarks>
/// Every rule but those of saturated counters keeps issuance = balances + total stake + locks
/// + in hand + gap. Source: docs/spec/audit.md#causes.
/// </remarks>
internal static class TaoRules
{
    private static readonly ImmutableArray<Posting> Destruction =
        [Minus(Book.Issuance), Minus(Book.TaoInHand)];

    private static readonly ImmutableArray<Posting> IntoPool =
        [Minus(Book.TaoInHand), Plus(Book.Reserve), Plus(Book.TotalStake)];

    private static readonly ImmutableArray<Posting> Loss =
        [Minus(Book.TaoInHand), Plus(Book.Gap)];

    private static readonly ImmutableArray<Posting> ToRootStake =
        [Minus(Book.RootInHand), PlusRoot(Book.Staked), MinusRoot(Book.Unheld)];

    /// <summary>The rules.</summary>
    public static ImmutableArray<FlowRule> All { get; } =
    [
        .. Supply(), .. Moves(), .. RootDividends(), .. Leaks(),
        .. Bounds(),
    ];

    private static ImmutableArray<FlowRule> Supply() =>
    [
        Tao(EmissionGranted, Memo, "granted to the block by the curve", Plus(Book.Granted)),
        Tao(EmissionStopped, Memo, "not emitted: registrations closed", Minus(Book.Granted)),
        Tao(EmissionCut, Memo, "not emitted: cut by rounding", Minus(Book.Granted)),
        Tao(
            EmissionUnshared, Memo, "not emitted: no share, prices or flows zero or out of range",
            Minus(Book.Granted)),
        Tao(
            EmissionExcess, Memo, "emitted beyond the curve: moving prices out of range",
            Plus(Book.Granted)),
        Tao(
            Created, FlowKind.Supply, "came into being",
            Plus(Book.Issuance), Plus(Book.TaoInHand)),
        Tao(Destroyed, FlowKind.Supply, "destroyed", Destruction),
        Tao(
            LockDestroyed, FlowKind.Supply, "destroyed: lock of a new subnet above its pool",
            Destruction),
        Tao(
            TransactionFeeDestroyed, FlowKind.Supply, "destroyed: transaction fees",
            Destruction),
        Tao(KeySwapFeeDestroyed, FlowKind.Supply, "destroyed: key swap fees", Destruction),
    ];

    private static ImmutableArray<FlowRule> Moves() =>
    [
        Tao(Withdrawn, Move, "left accounts", Minus(Book.Balances), Plus(Book.TaoInHand)),
        Tao(FlowCause.Paid, Move, "entered accounts",
            Plus(Book.Balances), Minus(Book.TaoInHand)),
        Tao(AccountWritten, Check, "accounts as written", Plus(Book.Accounts)),
        Tao(
            TaoInjected, Move, "injected into pools", [.. IntoPool, Minus(Book.Granted)]),
        Tao(TaoTradedIn, Move, "entered pools for alpha", IntoPool),
        Tao(
            TaoTradedOut, Move, "left pools for alpha",
            Plus(Book.TaoInHand), Minus(Book.Reserve), Minus(Book.TotalStake)),
        Tao(FeeKept, Move, "fees kept in pools", IntoPool),
        Tao(RegistrationPaid, Memo, "recycled: paid for burned registrations"),
        Tao(PoolOpened, Move, "pools of new subnets opened with", Plus(Book.Reserve)),
        Tao(PoolForgotten, Leak, "left in a pool that opened anew", Minus(Book.Reserve)),
        Tao(
            LockReleased, Move, "left the locks of subnets",
            Minus(Book.Locked), Plus(Book.TaoInHand)),
    ];

    private static ImmutableArray<FlowRule> RootDividends() =>
    [
        Tao(
            RootDividendsAwaited, Leak, "left pools as root dividends, counted nowhere",
            [.. Loss, Plus(Book.PendingRoot)]),
        Tao(
            RootDividendsDue, Move, "root dividends taken by epochs",
            Minus(Book.PendingRoot), Plus(Book.RootInHand)),
        Tao(RootTakePaid, Move, "root dividends staked: takes of owners", ToRootStake),
        Tao(
            FlowCause.RootDividendsPaid, Move, "root dividends staked: nominators",
            ToRootStake),
        Tao(
            RootDividendsLost, Leak, "root dividends gone: no earner has root stake",
            Minus(Book.RootInHand)),
        Tao(
            RootDividendsRounded, Leak, "root dividends gone: rounding",
            Minus(Book.RootInHand)),
        Tao(
            RootDividendsCeiling, Leak, "root dividends gone: as many wait as can be counted",
            Minus(Book.PendingRoot)),
    ];

    private static ImmutableArray<FlowRule> Leaks() =>
    [
        Tao(
            BroughtIn, Leak, "brought in from outside",
            Plus(Book.TaoInHand), Minus(Book.Gap)),
        Tao(
            WrittenOff, Leak, "leaks written off by upgrades",
            Minus(Book.Issuance), Minus(Book.Gap)),
        Tao(
            WrittenUp, Leak, "excess written up by upgrades",
            Plus(Book.Issuance), Plus(Book.Gap)),
        Tao(BelowDeposit, Leak, "gone: paid to nobody, below the deposit", Loss),
        Tao(
            DustRemoved, Leak, "gone: dust of accounts that ended",
            Minus(Book.Balances), Plus(Book.Gap)),
        Tao(
            BurnedFromAccounts, Leak, "gone: burned by accounts",
            Minus(Book.Balances), Plus(Book.Gap)),
        Tao(
            TakenByRoot, Leak, "gone: taken from accounts by root",
            Minus(Book.Balances), Plus(Book.Gap)),
        Tao(
            GivenByRoot, Leak, "new: given to accounts by root",
            Plus(Book.Balances), Minus(Book.Gap)),
        Tao(
            ForcedUp, Leak, "new: sum of balances raised by root",
            Plus(Book.Balances), Plus(Book.Forced), Minus(Book.Gap)),
        Tao(
            ForcedDown, Leak, "gone: sum of balances lowered by root",
            Minus(Book.Balances), Minus(Book.Forced), Plus(Book.Gap)),
        Tao(
            BalanceSumFloor, Leak, "new: sum of balances stopped at zero",
            Plus(Book.Balances), Plus(Book.Forced), Minus(Book.Gap)),
        Tao(
            BalanceSumCeiling, Leak, "gone: sum of balances stopped at its most",
            Minus(Book.Balances), Minus(Book.Forced), Plus(Book.Gap)),
        Tao(
            FreeCeiling, Leak, "gone, but counted: a free balance stopped at its most",
            Plus(Book.Forced)),
    ];

    private static ImmutableArray<FlowRule> Bounds() =>
    [
        Tao(MoveBelowMinimum, Leak, "gone: moves below the minimum", Loss),
        Tao(StakeRefused, Leak, "gone: pool refused the stake", Loss),
        Tao(BurnRefused, Leak, "gone: pool refused the registration", Loss),
        Tao(RegistrationPool, Leak, "pools of new subnets, not counted as stake", Loss),
        Tao(
            FaucetExcess, Leak, "faucet: given but not counted",
            Plus(Book.TaoInHand), Minus(Book.Gap)),
        Tao(ReserveFloor, Leak, "reserve stopped at zero", Plus(Book.Reserve)),
        Tao(
            ReserveCeiling, Leak, "reserve stopped at its most", Minus(Book.Reserve)),
        Tao(
            TotalStakeFloor, Leak, "total stake stopped at zero",
            Plus(Book.TotalStake), Minus(Book.Gap)),
        Tao(
            TotalStakeCeiling, Leak, "total stake stopped at its most",
            Minus(Book.TotalStake), Plus(Book.Gap)),
        Tao(
            IssuanceFloor, Leak, "issuance stopped at zero",
            Plus(Book.Issuance), Plus(Book.Gap)),
        Tao(
            IssuanceCeiling, Leak, "issuance stopped at its most",
            Minus(Book.Issuance), Minus(Book.Gap)),
    ];
}
