using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Scheduling;
using Dtao.Runtime.Subnets;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Blocks;

/// <summary>What the economy schedules: when it runs, what it tells, what it leaves.</summary>
public class ScheduledTaskTests
{
    private const uint Delay = 5;
    private const uint Due = 105;

    private static readonly NetUid One = new(1);
    private static readonly Coldkey New = Account.Coldkey(99);

    private static AccountId Owner => Actor.Alice.Coldkey.Account;

    [Fact]
    public void A_coldkey_is_swapped_in_its_block_and_not_before()
    {
        Chain chain = World();
        Tao balance = chain.Balances.Free(Actor.Alice.Coldkey);
        chain.Dispatch(new ScheduleSwapColdkey(New), Owner);

        RunTo(chain, Due - 1);
        Assert.Equal(balance, chain.Balances.Free(Actor.Alice.Coldkey));
        Assert.Single(chain.Schedule.AgendaOf(Due));
        BlockExecutor.RunBlock(chain);

        Assert.Equal(Tao.Zero, chain.Balances.Free(Actor.Alice.Coldkey));
        Assert.Equal(balance - KeyLedger.SwapCost, chain.Balances.Free(New));
        Assert.Equal(New, chain.Subnets.Owner(One));
        Assert.False(chain.Keys.SwapIsScheduled(Actor.Alice.Coldkey));
        Assert.Empty(chain.Schedule.AgendaOf(Due));
        TaskDispatched done = Assert.Single(Told<TaskDispatched>(chain));
        Assert.Equal((Due, 0U, true), (done.When, done.Task, done.Result.IsOk));
    }

    [Fact]
    public void Scheduling_tells_the_place_on_the_agenda_first()
    {
        Chain chain = World();

        chain.Dispatch(new ScheduleSwapColdkey(New), Owner);
        chain.Dispatch(new ScheduleDissolveNetwork(One), Owner);

        Assert.Equal(
            [
                new TaskScheduled(Due, 0),
                new ColdkeySwapScheduled(Actor.Alice.Coldkey, New, Due, KeyLedger.SwapCost),
                new TaskScheduled(Due, 1),
                new DissolveNetworkScheduled(Actor.Alice.Coldkey, One, Due),
            ],
            Told<IChainEvent>(chain));
    }

    [Fact]
    public void A_task_tells_what_it_did_and_then_that_it_ran_before_the_first_extrinsic()
    {
        Chain chain = World();
        chain.Dispatch(new ScheduleDissolveNetwork(One), Owner);

        RunTo(chain, Due);

        EventRecord[] last = [.. chain.Events.Records.TakeLast(2)];
        Assert.IsType<NetworkRemoved>(last[0].Event);
        Assert.IsType<TaskDispatched>(last[1].Event);
        Assert.All(chain.Events.Records, static told => Assert.Null(told.Phase.Extrinsic));
    }

    [Fact]
    public void A_swap_that_is_refused_in_its_block_is_told_and_leaves_the_coldkey_marked()
    {
        Chain chain = World();
        chain.Dispatch(new ScheduleSwapColdkey(New), Owner);
        chain.Put("Owner", Account.Coldkey(7), new Hotkey(New.Account));

        RunTo(chain, Due);

        Assert.Equal(
            nameof(SubtensorError.NewColdKeyIsHotkey),
            Assert.Single(Told<TaskDispatched>(chain)).Result.Failure?.Name);
        Assert.True(chain.Keys.SwapIsScheduled(Actor.Alice.Coldkey));
        Assert.Equal(Actor.Alice.Coldkey, chain.Subnets.Owner(One));
        Assert.Empty(chain.Schedule.AgendaOf(Due));
        Assert.Equal(
            SubtensorError.SwapAlreadyScheduled,
            chain.Dispatch(new ScheduleSwapColdkey(New), Owner).Error);
    }

    [Fact]
    public void A_swap_that_cannot_be_paid_any_more_takes_nothing()
    {
        Chain chain = World();
        chain.Dispatch(new ScheduleSwapColdkey(New), Owner);
        Tao rest = KeyLedger.SwapCost - Tao.FromRao(1);
        chain.Dispatch(
            new TransferKeepAlive(
                MultiAddress.Of(Actor.Bob.Coldkey.Account),
                chain.Balances.Free(Actor.Alice.Coldkey) - rest),
            Owner);

        RunTo(chain, Due);

        Assert.Equal(
            nameof(SubtensorError.NotEnoughBalanceToPaySwapColdKey),
            Assert.Single(Told<TaskDispatched>(chain)).Result.Failure?.Name);
        Assert.Equal(rest, chain.Balances.Free(Actor.Alice.Coldkey));
    }

    [Fact]
    public void Who_owns_the_subnet_is_asked_in_the_block_of_its_end()
    {
        Chain chain = World();
        chain.Dispatch(new ScheduleDissolveNetwork(One), Actor.Bob.Coldkey.Account);

        RunTo(chain, Due);

        Assert.Equal(
            nameof(SubtensorError.NotSubnetOwner),
            Assert.Single(Told<TaskDispatched>(chain)).Result.Failure?.Name);
        Assert.True(chain.Subnets.Exists(One));
    }

    [Fact]
    public void A_subnet_ends_after_the_block_step_of_its_block_and_its_lock_is_paid_back()
    {
        Chain chain = World();
        chain.Put("SubnetLocked", 2_000_000_000, One);
        Tao balance = chain.Balances.Free(Actor.Alice.Coldkey);
        chain.Dispatch(new ScheduleDissolveNetwork(One), Owner);

        RunTo(chain, Due - 1);
        Tao before = chain.Pools.TaoReserve(One);
        BlockExecutor.RunBlock(chain);
        Tao after = chain.Pools.TaoReserve(One);
        BlockExecutor.RunBlock(chain);

        Assert.True(after > before);
        Assert.Equal(after, chain.Pools.TaoReserve(One));
        Assert.False(chain.Subnets.Exists(One));
        Assert.Equal(2_000_000_000UL, (chain.Balances.Free(Actor.Alice.Coldkey) - balance).Rao);
    }

    [Fact]
    public void Tasks_of_one_block_run_in_the_order_in_which_they_were_scheduled()
    {
        Chain chain = World();
        chain.Dispatch(new ScheduleSwapColdkey(New), Owner);
        chain.Dispatch(new ScheduleDissolveNetwork(One), Owner);
        chain.Dispatch(new ScheduleDissolveNetwork(One), New.Account);
        chain.Dispatch(new ScheduleDissolveNetwork(One), New.Account);

        RunTo(chain, Due);

        // The swap comes first, so the old owner is refused and the new one is not, but once.
        Assert.Equal(
            ["", "NotSubnetOwner", "", "SubNetworkDoesNotExist"],
            Told<TaskDispatched>(chain).Select(static told => told.Result.Failure?.Name ?? ""));
        Assert.Equal([0U, 1, 2, 3], Told<TaskDispatched>(chain).Select(static told => told.Task));
    }

    [Fact]
    public void Fifty_tasks_fit_one_block_and_the_next_is_refused()
    {
        Chain chain = World();
        ScheduleDissolveNetwork call = new(new(77));
        for (int task = 0; task < ScheduleLedger.Capacity; task++)
        {
            Assert.True(chain.Dispatch(call, Owner).IsOk);
        }

        byte[] before = chain.State.Hash();

        Assert.Equal(SubtensorError.FailedToSchedule, chain.Dispatch(call, Owner).Error);
        Assert.Equal(
            SubtensorError.FailedToSchedule,
            chain.Dispatch(new ScheduleSwapColdkey(New), Owner).Error);
        Assert.Equal(before, chain.State.Hash());
        RunTo(chain, Due);
        Assert.Equal(50, Told<TaskDispatched>(chain).Count);
    }

    [Theory]
    [InlineData(0U, false)]
    [InlineData(1U, true)]
    public void A_task_waits_for_a_later_block_at_least(uint delay, bool isPossible)
    {
        Chain chain = World();
        chain.Put("DissolveNetworkScheduleDuration", delay);
        chain.Put("ColdkeySwapScheduleDuration", delay);

        DispatchResult dissolve = chain.Dispatch(new ScheduleDissolveNetwork(One), Owner);
        DispatchResult swap = chain.Dispatch(new ScheduleSwapColdkey(New), Owner);

        Assert.Equal(isPossible, dissolve.IsOk);
        Assert.Equal(isPossible, swap.IsOk);
        if (!isPossible) Assert.Equal(SubtensorError.FailedToSchedule, dissolve.Error);
    }

    [Fact]
    public void Tasks_of_the_economy_never_fill_what_the_scheduler_may_use_of_a_block()
    {
        const ulong FourFifthsOfABlock = 3_200_000_000_000;
        ICall[] calls =
        [
            new SwapColdkey(New, New, KeyLedger.SwapCost), new DissolveNetwork(New, One),
        ];
        ulong heaviest = calls.Max(static call => CallTable.TermsOf(call).Weight.RefTime);

        Assert.True(10 * ScheduleLedger.Capacity * heaviest < FourFifthsOfABlock);
    }

    [Fact]
    public void No_rao_appears_or_vanishes_but_the_price_of_the_swap()
    {
        Chain chain = World();
        Chain other = chain.Branch();
        chain.Dispatch(new ScheduleSwapColdkey(New), Owner);

        RunTo(chain, Due);
        RunTo(other, Due);

        Assert.Equal(
            other.Issuance.Total - KeyLedger.SwapCost, chain.Issuance.Total);
        Assert.Equal(
            other.Balances.TotalIssuance - KeyLedger.SwapCost, chain.Balances.TotalIssuance);
    }

    private static Chain World()
    {
        Chain chain = new ChainBuilder()
            .AtBlock(100)
            .WithRoot(Tao.FromRao(1_000_000_000_000))
            .WithSubnet(
                1, Tao.FromRao(1_000_000_000_000), Alpha.Whole(1_000), Alpha.Whole(1_000))
            .With(Actor.Alice, Tao.FromRao(10_000_000_000))
            .With(Actor.Bob, Tao.FromRao(10_000_000_000))
            .With("SubnetOwner", Actor.Alice.Coldkey, 1)
            .With("ColdkeySwapScheduleDuration", Delay)
            .With("DissolveNetworkScheduleDuration", Delay)
            .With("SubnetMovingPrice", 1L << 30, 1)
            .Build();
        chain.Events.IsKept = true;
        return chain;
    }

    private static void RunTo(Chain chain, ulong block)
    {
        while (chain.Block.Value < block)
        {
            BlockExecutor.RunBlock(chain);
        }
    }

    private static List<T> Told<T>(Chain chain) =>
        [.. chain.Events.Records.Select(static told => told.Event).OfType<T>()];
}
