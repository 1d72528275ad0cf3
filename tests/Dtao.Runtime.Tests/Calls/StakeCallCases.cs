using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Staking;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Stake calls, each at the last accepted value of every check.</summary>
internal static class StakeCallCases
{
    private const ulong LeastStake = 550_000;
    private const ulong Stake = 1_000_000_000;

    private static readonly (string, SubtensorError) NoSubnet =
        ("no subnet", SubtensorError.SubnetNotExists);

    private static readonly (string, SubtensorError) NoHotkey =
        ("no hotkey", SubtensorError.HotKeyAccountNotExists);

    private static readonly (string, SubtensorError) TooSmall =
        ("too small", SubtensorError.AmountTooLow);

    private static readonly (string, SubtensorError) TooDear =
        ("too dear", SubtensorError.SlippageTooHigh);

    private static readonly (string, SubtensorError) TooPoor =
        ("too poor", SubtensorError.NotEnoughBalanceToStake);

    private static readonly (string, SubtensorError) ThinPool =
        ("thin pool", SubtensorError.InsufficientLiquidity);

    private static readonly (string, SubtensorError) Imprecise =
        ("imprecise", SubtensorError.InsufficientLiquidity);

    private static readonly (string, SubtensorError) TooMuch =
        ("too much", SubtensorError.NotEnoughStakeToWithdraw);

    // Pools of 1,000 TAO and 1,000 alpha give 999,000,999 rao for 10^9, less the whole fee.
    private static readonly Tao Moved = Tao.FromRao(998_950_999);

    // Of 550,000 the account keeps 500 to exist; a fee is 50,000, and a move pays it by halves.
    private static readonly IChainEvent[] Added =
    [
        new BalanceWithdrawn(Actor.Alice.Coldkey.Account, Tao.FromRao(549_500)),
        new StakeAdded(
            Actor.Alice.Coldkey, Actor.Bob.Hotkey, Tao.FromRao(499_500),
            Alpha.FromRao(499_499), new(1)),
    ];

    private static readonly IChainEvent[] Removed =
    [
        Sold(1, 500_002, Tao.FromRao(450_001)),
        new NewAccount(Actor.Alice.Coldkey.Account),
        new Endowed(Actor.Alice.Coldkey.Account, Tao.FromRao(450_001)),
        new BalanceDeposited(Actor.Alice.Coldkey.Account, Tao.FromRao(450_001)),
    ];

    private static readonly IChainEvent Left = Sold(1, Stake, Tao.FromRao(998_975_999));

    private static readonly IChainEvent[] Swapped =
    [
        Left,
        Arrived(Actor.Alice, Actor.Bob),
        new StakeSwapped(Actor.Alice.Coldkey, Actor.Bob.Hotkey, new(1), new(2), Moved),
    ];

    private static readonly (string, SubtensorError)[] OfMoves =
    [
        NoSubnet,
        ("no destination", SubtensorError.SubnetNotExists),
        NoHotkey,
        ("no destination hotkey", SubtensorError.HotKeyAccountNotExists),
        TooMuch,
        ThinPool,
        TooSmall,
    ];

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "add_stake",
            [NoSubnet, TooSmall, TooPoor, NoHotkey, ThinPool, Imprecise],
            Added,
            static faults => Adding(faults, (hotkey, subnet, amount) =>
                new AddStake(hotkey, subnet, amount))),
        new(
            "add_stake_limit",
            [NoSubnet, TooSmall, TooDear, TooPoor, NoHotkey, ThinPool, Imprecise],
            Added,
            static faults => Adding(faults, (hotkey, subnet, amount) => new AddStakeLimit(
                hotkey, subnet, amount, faults.Contains("too dear") ? 900_000_000UL : 1_100_000_000,
                AllowPartial: false))),
        new(
            "remove_stake",
            [NoSubnet, ThinPool, TooSmall, NoHotkey, TooMuch],
            Removed,
            static faults => Removing(faults, (hotkey, subnet, amount) =>
                new RemoveStake(hotkey, subnet, amount))),
        new(
            "remove_stake_limit",
            [NoSubnet, ThinPool, TooSmall, TooDear, NoHotkey, TooMuch],
            Removed,
            static faults => Removing(faults, (hotkey, subnet, amount) => new RemoveStakeLimit(
                hotkey, subnet, amount, faults.Contains("too dear") ? ulong.MaxValue : 1,
                AllowPartial: false))),
        new(
            "remove_stake that leaves a small nomination",
            [TooMuch],
            [.. Removed, Sold(1, 0, Tao.Zero), new BalanceDeposited(Signer, Tao.Zero)],
            static faults => Removing(faults, static (hotkey, subnet, amount) =>
                new RemoveStake(hotkey, subnet, amount), nominatorMinimum: 1)),
        new(
            "move_stake",
            [.. OfMoves, Imprecise],
            [
                Left,
                Arrived(Actor.Alice, Actor.Charlie),
                new StakeMoved(
                    Actor.Alice.Coldkey, Actor.Bob.Hotkey, new(1), Actor.Charlie.Hotkey, new(2),
                    Moved),
            ],
            static faults => Moving(faults, (from, to, origin, destination, amount) =>
                new MoveStake(from, to, origin, destination, amount))),
        new(
            "transfer_stake",
            [
                .. OfMoves.Where(static fault => fault.Item1 != "no destination hotkey"),
                Imprecise,
                ("closed origin", SubtensorError.TransferDisallowed),
                ("closed destination", SubtensorError.TransferDisallowed),
            ],
            [
                Left,
                Arrived(Actor.Dave, Actor.Bob),
                new StakeTransferred(
                    Actor.Alice.Coldkey, Actor.Dave.Coldkey, Actor.Bob.Hotkey, new(1), new(2),
                    Moved),
            ],
            static faults => Moving(faults, (from, _, origin, destination, amount) =>
                new TransferStake(Actor.Dave.Coldkey, from, origin, destination, amount))),
        new(
            "swap_stake",
            [.. OfMoves.Where(static fault => fault.Item1 != "no destination hotkey"), Imprecise],
            Swapped,
            static faults => Moving(faults, (from, _, origin, destination, amount) =>
                new SwapStake(from, origin, destination, amount))),
        new(
            "swap_stake_limit",
            [
                .. OfMoves.Where(static fault => fault.Item1 != "no destination hotkey"),
                TooDear,
                Imprecise,
            ],
            Swapped,
            static faults => Moving(faults, (from, _, origin, destination, amount) =>
                new SwapStakeLimit(
                    from, origin, destination, amount,
                    faults.Contains("too dear") ? 1_000_000_001UL : 900_000_000,
                    AllowPartial: false))),
        new(
            "unstake_all",
            [NoHotkey],
            [
                Sold(1, Stake, Moved),
                new NewAccount(Actor.Alice.Coldkey.Account),
                new Endowed(Actor.Alice.Coldkey.Account, Moved),
                new BalanceDeposited(Actor.Alice.Coldkey.Account, Moved),
            ],
            static faults => Leaving(faults, new UnstakeAll(Actor.Bob.Hotkey))),
        new(
            "unstake_all_alpha",
            [NoHotkey],
            [
                Sold(1, Stake, Moved),
                new StakeAdded(
                    Actor.Alice.Coldkey, Actor.Bob.Hotkey, Moved, Alpha.FromRao(Moved.Rao),
                    NetUid.Root),
            ],
            static faults => Leaving(faults, new UnstakeAllAlpha(Actor.Bob.Hotkey))),
    ];

    private static AccountId Signer => Actor.Alice.Coldkey.Account;

    private static StakeRemoved Sold(ushort subnet, ulong alpha, Tao paid) =>
        new(Actor.Alice.Coldkey, Actor.Bob.Hotkey, paid, Alpha.FromRao(alpha), new(subnet));

    private static StakeAdded Arrived(Actor owner, Actor worker) => new(
        owner.Coldkey, worker.Hotkey, Moved, Alpha.FromRao(997_954_091), new(2));

    private static CallCase.Situation Adding(
        IReadOnlySet<string> faults, Func<Hotkey, NetUid, Tao, ISignedCall> call)
    {
        Tao amount = Tao.FromRao(faults.Contains("too small") ? LeastStake - 1 : LeastStake);
        ChainBuilder builder = World(faults)
            .WithBalance(
                Actor.Alice.Coldkey,
                faults.Contains("too poor") ? Tao.FromRao(amount.Rao - 1) : amount);
        if (faults.Contains("imprecise")) MakeImprecise(builder, 1);
        NetUid subnet = new(faults.Contains("no subnet") ? (ushort)77 : (ushort)1);
        return new(
            builder.Build(), call(Actor.Bob.Hotkey, subnet, amount), Actor.Alice.Coldkey.Account);
    }

    private static CallCase.Situation Removing(
        IReadOnlySet<string> faults, Func<Hotkey, NetUid, Alpha, ISignedCall> call,
        ulong nominatorMinimum = 0)
    {
        ulong stake = faults.Contains("too small") ? 500_000UL : 500_002;
        ChainBuilder builder = World(faults)
            .With("NominatorMinRequiredStake", nominatorMinimum)
            .WithStake(
                Actor.Bob.Hotkey, Actor.Alice.Coldkey, 1,
                Alpha.FromRao(faults.Contains("too much") ? stake - 1 : stake));
        NetUid subnet = new(faults.Contains("no subnet") ? (ushort)77 : (ushort)1);
        return new(
            builder.Build(), call(Actor.Bob.Hotkey, subnet, Alpha.FromRao(stake)),
            Actor.Alice.Coldkey.Account);
    }

    private static CallCase.Situation Moving(
        IReadOnlySet<string> faults,
        Func<Hotkey, Hotkey, NetUid, NetUid, Alpha, ISignedCall> call)
    {
        ulong amount = faults.Contains("too small") ? 500_000UL : Stake;
        ulong stake = faults.Contains("too much") ? amount - 1 : Math.Max(amount, Stake);
        ChainBuilder builder = World(faults)
            .WithSubnet(2, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(1_000))
            .WithStake(Actor.Bob.Hotkey, Actor.Alice.Coldkey, 1, Alpha.FromRao(stake));
        if (!faults.Contains("no destination hotkey"))
        {
            builder.WithOwner(Actor.Charlie.Hotkey, Actor.Charlie.Coldkey);
        }

        if (faults.Contains("imprecise")) MakeImprecise(builder, 2);
        if (faults.Contains("closed origin")) builder.With("TransferToggle", false, 1);
        if (faults.Contains("closed destination")) builder.With("TransferToggle", false, 2);
        ISignedCall built = call(
            Actor.Bob.Hotkey,
            Actor.Charlie.Hotkey,
            new(faults.Contains("no subnet") ? (ushort)77 : (ushort)1),
            new(faults.Contains("no destination") ? (ushort)78 : (ushort)2),
            Alpha.FromRao(amount));
        return new(builder.Build(), built, Actor.Alice.Coldkey.Account);
    }

    private static CallCase.Situation Leaving(IReadOnlySet<string> faults, ISignedCall call)
    {
        Chain chain = World(faults)
            .WithRoot(Tao.Whole(1))
            .WithStake(Actor.Bob.Hotkey, Actor.Alice.Coldkey, 1, Alpha.FromRao(Stake))
            .Build();
        return new(chain, call, Actor.Alice.Coldkey.Account);
    }

    private static ChainBuilder World(IReadOnlySet<string> faults)
    {
        bool isThin = faults.Contains("thin pool");
        ulong reserve = isThin ? 10_000_000UL : 1_000_000_000_000;
        ChainBuilder builder = new ChainBuilder()
            .AtBlock(1_000)
            .WithSubnet(1, Tao.FromRao(reserve), Alpha.FromRao(reserve), Alpha.Whole(1_000));
        if (!faults.Contains("no hotkey"))
        {
            builder.WithOwner(Actor.Bob.Hotkey, Actor.Bob.Coldkey);
        }

        return builder;
    }

    /// <summary>So much value for each share that a deposit gives none.</summary>
    private static void MakeImprecise(ChainBuilder builder, ushort subnet)
    {
        foreach (Hotkey hotkey in (Hotkey[])[Actor.Bob.Hotkey, Actor.Charlie.Hotkey])
        {
            builder.With("TotalHotkeyShares", 1, hotkey, subnet)
                .With("TotalHotkeyAlpha", 1_000_000_000_000_000_000, hotkey, subnet);
        }
    }
}
