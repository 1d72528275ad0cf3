using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Scheduling;
using Dtao.Runtime.Senate;
using Dtao.Runtime.SystemCalls;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Keys that take the place of others.</summary>
internal static class KeyCallCases
{
    private const ulong Cost = 100_000_000;
    private const uint SwapBlock = 46_000;

    // Payable from the 500 rao that an account keeps, of which nothing may be taken.
    private const ulong LeastCost = 500;

    private static readonly Actor Alice = Actor.Alice;
    private static readonly Hotkey NewHotkey = Account.Hotkey(9);
    private static readonly Coldkey NewColdkey = Account.Coldkey(19);

    // Of the cost an account that has no more keeps 500 rao.
    private static readonly BalanceWithdrawn Paid = new(
        Alice.Coldkey.Account, Tao.FromRao(Cost - 500));

    private static readonly HotkeySwapped Swapped = new(Alice.Coldkey, Alice.Hotkey, NewHotkey);

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "swap_hotkey",
            [
                ("same key", SubtensorError.NewHotKeyIsSameWithOld),
                ("registered", SubtensorError.HotKeyAlreadyRegisteredInSubNet),
                ("foreign hotkey", SubtensorError.NonAssociatedColdKey),
                ("too soon", SubtensorError.HotKeySetTxRateLimitExceeded),
                ("too poor", SubtensorError.NotEnoughBalanceToPaySwapHotKey),
            ],
            [Paid, Swapped],
            SwappingHotkey),
        new(
            "swap_hotkey of a senate member",
            [("too poor", SubtensorError.NotEnoughBalanceToPaySwapHotKey)],
            [Paid, new SenateMembersSwapped(), Swapped],
            SwappingSeat),
        new(
            "swap_coldkey",
            [
                ("new stakes", SubtensorError.ColdKeyAlreadyAssociated),
                ("new is a hotkey", SubtensorError.NewColdKeyIsHotkey),
                ("too poor", SubtensorError.NotEnoughBalanceToPaySwapColdKey),
                ("nothing left", SubtensorError.ZeroBalanceAfterWithdrawn),
            ],
            [
                Paid,
                new KilledAccount(Alice.Coldkey.Account),
                new BalanceWithdrawn(Alice.Coldkey.Account, Tao.FromRao(500)),
                new NewAccount(NewColdkey.Account),
                new Endowed(NewColdkey.Account, Tao.FromRao(500)),
                new BalanceDeposited(NewColdkey.Account, Tao.FromRao(500)),
                new ColdkeySwapped(Alice.Coldkey, NewColdkey, Tao.FromRao(Cost)),
            ],
            SwappingColdkey),
        new(
            "schedule_swap_coldkey",
            [
                ("scheduled", SubtensorError.SwapAlreadyScheduled),
                ("too poor", SubtensorError.NotEnoughBalanceToPaySwapColdKey),
                ("full agenda", SubtensorError.FailedToSchedule),
            ],
            [
                new TaskScheduled(SwapBlock, 49),
                new ColdkeySwapScheduled(
                    Alice.Coldkey, NewColdkey, SwapBlock, Tao.FromRao(Cost)),
            ],
            Scheduling),
        new(
            "try_associate_hotkey",
            [],
            [],
            static faults => new(
                World(faults).Build(), new TryAssociateHotkey(NewHotkey),
                Alice.Coldkey.Account)),
        new(
            "try_associate_hotkey of another",
            [],
            [],
            static faults => new(
                World(faults).Build(), new TryAssociateHotkey(Alice.Hotkey),
                Actor.Bob.Coldkey.Account)),
    ];

    /// <summary>Fills the agenda of a block up to its last place, or wholly.</summary>
    public static void FillAgenda(Chain chain, uint block, bool wholly)
    {
        int count = wholly ? ScheduleLedger.Capacity : ScheduleLedger.Capacity - 1;
        for (int index = 0; index < count; index++)
        {
            ScheduledTask task = ScheduledTask.OfRoot(new Remark([]), priority: 63);
            chain.Schedule.TryPlace(chain.Block, block, task, out _);
        }
    }

    private static CallCase.Situation SwappingHotkey(IReadOnlySet<string> faults)
    {
        Chain chain = World(faults)
            .With("TxRateLimit", 1_000)
            .With("LastTxBlock", faults.Contains("too soon") ? 9_000 : 8_999, Alice.Coldkey)
            .Build();
        Hotkey replacement = faults.Contains("same key") ? Alice.Hotkey : NewHotkey;
        if (faults.Contains("registered")) chain.Neurons.Append(new(1), replacement, new(1));
        return new(
            chain, new SwapHotkey(Alice.Hotkey, replacement), Alice.Coldkey.Account);
    }

    private static CallCase.Situation SwappingSeat(IReadOnlySet<string> faults)
    {
        Chain chain = World(faults).WithRoot(Tao.Whole(1)).Build();
        chain.Neurons.Append(NetUid.Root, Alice.Hotkey, new(1));
        chain.Senate.Join(chain, Alice.Hotkey);
        return new(chain, new SwapHotkey(Alice.Hotkey, NewHotkey), Alice.Coldkey.Account);
    }

    private static CallCase.Situation SwappingColdkey(IReadOnlySet<string> faults)
    {
        ChainBuilder builder = World(faults);
        if (faults.Contains("new stakes"))
        {
            builder.With("StakingHotkeys", new object[] { Actor.Bob.Hotkey }, NewColdkey);
        }

        if (faults.Contains("new is a hotkey"))
        {
            builder.WithOwner(new(NewColdkey.Account), Actor.Bob.Coldkey);
        }

        ulong cost = faults.Contains("nothing left") ? LeastCost : Cost;
        return new(
            builder.Build(), new SwapColdkey(Alice.Coldkey, NewColdkey, Tao.FromRao(cost)),
            Origin.Root);
    }

    private static CallCase.Situation Scheduling(IReadOnlySet<string> faults)
    {
        Chain chain = World(faults).Build();
        if (faults.Contains("scheduled")) chain.Keys.MarkScheduled(Alice.Coldkey);
        FillAgenda(chain, SwapBlock, faults.Contains("full agenda"));
        return new(chain, new ScheduleSwapColdkey(NewColdkey), Alice.Coldkey.Account);
    }

    private static ChainBuilder World(IReadOnlySet<string> faults)
    {
        ulong cost = faults.Contains("nothing left") ? LeastCost : Cost;
        ulong balance = faults.Contains("too poor") ? cost - 1 : cost;
        return new ChainBuilder()
            .AtBlock(10_000)
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .WithOwner(
                Alice.Hotkey,
                faults.Contains("foreign hotkey") ? Actor.Bob.Coldkey : Alice.Coldkey)
            .WithBalance(Alice.Coldkey, Tao.FromRao(balance));
    }
}
