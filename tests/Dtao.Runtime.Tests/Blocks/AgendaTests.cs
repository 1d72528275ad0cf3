using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Scheduling;
using Dtao.Runtime.State;
using Dtao.Runtime.Subnets;
using Dtao.Runtime.SystemCalls;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Blocks;

/// <summary>Agendas as others left them in the state: priorities, periods, rubbish.</summary>
public class AgendaTests
{
    private const uint Due = 101;

    private static readonly AccountId Signer = Actor.Alice.Coldkey.Account;

    [Fact]
    public void An_agenda_is_stored_as_the_chain_stores_it()
    {
        Chain chain = World();
        chain.Put("DissolveNetworkScheduleDuration", 1);
        chain.Dispatch(new ScheduleDissolveNetwork(new(1)), Signer);

        (byte[] key, byte[] value) = Assert.Single(Agendas(chain).Entries());

        // One task: no name, priority 63, 36 bytes of call in place, no period, root.
        Assert.Equal("65000000", Convert.ToHexStringLower(key));
        Assert.Equal(
            $"04{"01"}{"00"}{"3f"}{"01"}{"90"}073d{Signer.ToHex()}0100{"00"}{"0000"}",
            Convert.ToHexStringLower(value));
    }

    [Fact]
    public void Lower_priorities_run_first_and_holes_are_passed_over()
    {
        Chain chain = World();
        PutAgenda(
            chain, Due, Task(200, Word("c")), null, Task(10, Word("a")), Task(63, Word("b")));

        BlockExecutor.RunBlock(chain);

        Assert.Equal([2U, 3, 0], Told<TaskDispatched>(chain).Select(static told => told.Task));
        Assert.Empty(Agendas(chain).Entries());
    }

    [Fact]
    public void A_periodic_task_is_planned_anew_until_its_runs_are_used_up()
    {
        Chain chain = World();
        PutAgenda(chain, Due, Task(63, Word("again")) with { Period = 10, Repeats = 2 });
        List<uint> runs = [];

        while (chain.Block.Value < 150)
        {
            BlockExecutor.RunBlock(chain);
            runs.AddRange(Told<TaskDispatched>(chain).Select(static told => told.When));
        }

        Assert.Equal([101U, 111, 121], runs);
        Assert.Empty(Agendas(chain).Entries());
    }

    [Fact]
    public void A_periodic_task_that_finds_its_next_block_full_is_given_up()
    {
        Chain chain = World();
        PutAgenda(chain, Due, Task(63, Word("again")) with { Period = 10, Repeats = 2 });
        PutAgenda(chain, Due + 10, [.. Enumerable.Repeat(Task(63, Word("x")), 50)]);

        BlockExecutor.RunBlock(chain);

        Assert.Equal(
            [new PeriodicFailed(Due, 0, null)], Told<PeriodicFailed>(chain));
        Assert.Equal(50, chain.Schedule.AgendaOf(Due + 10).Count);
    }

    [Fact]
    public void A_new_task_takes_the_place_of_a_cancelled_one_when_the_agenda_is_full()
    {
        Chain chain = World();
        chain.Put("DissolveNetworkScheduleDuration", 1);
        ScheduledTask?[] agenda = [.. Enumerable.Repeat(Task(63, Word("x")), 50)];
        agenda[7] = null;
        PutAgenda(chain, Due, agenda);

        chain.Dispatch(new ScheduleDissolveNetwork(new(1)), Signer);

        Assert.Equal([new TaskScheduled(Due, 7)], Told<TaskScheduled>(chain));
    }

    [Fact]
    public void A_call_that_cannot_be_read_is_told_and_stays_while_the_others_run()
    {
        Chain chain = World();
        ScheduledTask unreadable = Task(63, Word("?")) with { Call = [0xFF, 0xFF] };
        PutAgenda(chain, Due, unreadable, Task(63, Word("good")));

        BlockExecutor.RunBlock(chain);

        Assert.Equal(
            [new CallUnavailable(Due, 0, null)], Told<CallUnavailable>(chain));
        Assert.Equal([1U], Told<TaskDispatched>(chain).Select(static told => told.Task));
        Assert.Equal(2, chain.Schedule.AgendaOf(Due).Count);
        Assert.NotNull(chain.Schedule.AgendaOf(Due)[0]);
        Assert.Null(chain.Schedule.AgendaOf(Due)[1]);
    }

    [Fact]
    public void A_task_runs_as_the_origin_that_it_was_stored_with()
    {
        Chain chain = World();
        PutAgenda(
            chain, Due,
            Task(63, Word("hi")) with { Origin = Origin.Signed(Signer) },
            Task(63, Word("hi")) with { Origin = Origin.Root });

        BlockExecutor.RunBlock(chain);

        Assert.Equal(Signer, Assert.Single(Told<Remarked>(chain)).Sender);
        Assert.Equal(
            ["", "BadOrigin"],
            Told<TaskDispatched>(chain).Select(static told => told.Result.Failure?.Name ?? ""));
    }

    private static Chain World()
    {
        Chain chain = new ChainBuilder()
            .AtBlock(100)
            .With(Actor.Alice, Tao.FromRao(10_000_000_000))
            .Build();
        chain.Events.IsKept = true;
        return chain;
    }

    private static RemarkWithEvent Word(string text) =>
        new(System.Text.Encoding.UTF8.GetBytes(text));

    private static ScheduledTask Task(byte priority, ICall call) => new(
        Id: null, priority, CallTable.Encode(call), Period: null, Repeats: 0,
        Origin.Signed(Signer));

    private static IStorageItem Agendas(Chain chain) => chain.State.Find("Scheduler", "Agenda")!;

    private static void PutAgenda(Chain chain, uint block, params ScheduledTask?[] tasks)
    {
        ScaleWriter key = new();
        key.WriteU32(block);
        Agendas(chain).Put(key.ToArray(), ScheduledTask.Agenda.Encode(tasks));
    }

    private static List<T> Told<T>(Chain chain)
        where T : IChainEvent =>
        [.. chain.Events.Records.Select(static told => told.Event).OfType<T>()];
}
