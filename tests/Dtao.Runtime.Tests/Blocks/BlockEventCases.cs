using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Extrinsics;
using Dtao.Runtime.Scheduling;
using Dtao.Runtime.Staking;
using Dtao.Runtime.SystemCalls;
using Dtao.Runtime.Tests.Dispatch;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Blocks;

/// <summary>
/// Events that no call tells but a block: of its step, its agenda, its extrinsics.
/// </summary>
internal static class BlockEventCases
{
    private const uint Next = 1_001;

    private static readonly NetUid Subnet = new(1);
    private static readonly AccountId Alice = Actor.Alice.Coldkey.Account;
    private static readonly Relation[] Children = [new(5, Account.Hotkey(20))];

    // 109 bytes, 53,537 for the extrinsic, 1,282 for the weight of the call.
    private static readonly Tao Fee = Tao.FromRao(54_928);
    private static readonly Tao Tip = Tao.FromRao(5);

    /// <summary>A chain that has told, and what it should have told.</summary>
    public static IReadOnlyList<(string Name, IChainEvent[] Tells, Func<Chain> Run)> All { get; } =
    [
        (
            "a difficulty that is adjusted",
            // Twice as many registrations as aimed at, all by work: half as much again.
            [new DifficultySet(Subnet, 15_000_000)],
            static () => Step(World()
                .With("AdjustmentInterval", 100, Subnet)
                .With("LastAdjustmentBlock", Next - 100, Subnet)
                .With("Difficulty", 10_000_000, Subnet)
                .With("MinDifficulty", 1, Subnet)
                .With("MaxDifficulty", ulong.MaxValue, Subnet)
                .With("AdjustmentAlpha", 0, Subnet)
                .With("TargetRegistrationsPerInterval", 2, Subnet)
                .With("RegistrationsThisInterval", 4, Subnet)
                .With("POWRegistrationsThisInterval", 4, Subnet)
                .Build())),
        (
            "children that come into effect",
            [new ChildrenSet(Actor.Alice.Hotkey, Subnet, Children)],
            static () =>
            {
                // Tempo 1: of two blocks one has an epoch, and the wait is over before it.
                Chain chain = World().With("Tempo", 1, Subnet).Build();
                chain.Delegation.Schedule(
                    Actor.Alice.Hotkey, Subnet, new(Children, new(Next - 1)));
                return Step(chain);
            }),
        (
            "an agenda",
            [
                new TaskDispatched(Next, 2, null, DispatchResult.Ok),
                new TaskDispatched(Next, 0, null, DispatchError.BadOrigin),
                new CallUnavailable(Next, 1, null),
                new TaskDispatched(Next, 3, null, DispatchResult.Ok),
                new PeriodicFailed(Next, 3, null),
                new TaskDispatched(Next, 4, null, DispatchResult.Ok),
                new TaskScheduled(Next + 7, 0),
            ],
            Agenda),
        (
            "an extrinsic that is applied",
            [
                new BalanceWithdrawn(Alice, Fee + Tip),
                new Remarked(Alice, Hash256.FromBytes(Blake2b.Hash256([1]))),
                new BalanceDeposited(Alice, Tao.Zero),
                new TransactionFeePaid(Alice, Fee + Tip, Tip),
                new ExtrinsicSuccess(new(
                    new(107_074_000 + 2_562_415 + 1_391), DispatchClass.Normal, Pays.Yes)),
            ],
            static () => Apply(new RemarkWithEvent([1]), Tip.Rao)),
        (
            "a free extrinsic that fails",
            [
                new TransactionFeePaid(Alice, Tao.Zero, Tao.Zero),
                new ExtrinsicFailed(
                    SubtensorError.SubnetNotExists,
                    new(new(107_074_000 + 1_074_000_000), DispatchClass.Normal, Pays.No)),
            ],
            static () => Apply(new AddStake(Actor.Alice.Hotkey, new(9), Tao.Whole(1)), tip: 0)),
    ];

    private static Chain Agenda()
    {
        Chain chain = World().Build();
        ScheduledTask good = ScheduledTask.OfRoot(new Remark([]), priority: 63);
        ScheduledTask[] tasks =
        [
            ScheduledTask.OfRoot(new RemarkWithEvent([]), priority: 63),
            good with { Call = [255, 255] },
            good with { Priority = 62 },
            good with { Period = 5, Repeats = 2 },
            good with { Period = 7, Repeats = 2 },
        ];
        foreach (ScheduledTask task in tasks)
        {
            chain.Schedule.TryPlace(chain.Block, Next, task, out _);
        }

        for (int index = 0; index < ScheduleLedger.Capacity; index++)
        {
            chain.Schedule.TryPlace(chain.Block, Next + 5, good, out _);
        }

        return Step(chain);
    }

    private static Chain Apply(ICall call, ulong tip)
    {
        ExtrinsicBench bench = ExtrinsicBench.Simple();
        bench.Apply(Alice, call, tip: tip);
        return bench.Chain;
    }

    private static Chain Step(Chain chain)
    {
        chain.Events.IsKept = true;
        BlockExecutor.RunBlock(chain);
        return chain;
    }

    private static ChainBuilder World() => new ChainBuilder()
        .AtBlock(Next - 1)
        .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
        .With("AdjustmentInterval", ushort.MaxValue, Subnet)
        .WithOwner(Actor.Alice.Hotkey, Actor.Alice.Coldkey);
}
