using System.Collections.Immutable;
using Dtao.Lab.Events;
using Dtao.Lab.Measures;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Audit;

namespace Dtao.Lab.Runs;

/// <summary>Runs a point block by block: events, the block, weights, a look.</summary>
public static class Simulator
{
    private const ulong BlocksBetweenReports = 64;

    /// <summary>Runs a point to its end.</summary>
    /// <param name="point">What to run.</param>
    /// <param name="report">Hears how far the run has come, every 64 blocks and at the end.</param>
    /// <param name="cancellation">Stops the run between two blocks.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <exception cref="AuditException">A block of an audited run cannot be explained.</exception>
    public static RunResult Run(
        Point point, Action<RunProgress>? report, CancellationToken cancellation) =>
        Run(point, Actors.Live, new(), report, cancellation);

    /// <summary>Runs a point to its end, and keeps or makes again the calls of a log.</summary>
    /// <param name="point">What to run.</param>
    /// <param name="actors">Who acts.</param>
    /// <param name="log">Calls to keep, or to make again.</param>
    /// <param name="report">Hears how far the run has come, every 64 blocks and at the end.</param>
    /// <param name="cancellation">Stops the run between two blocks.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <exception cref="AuditException">A block of an audited run cannot be explained.</exception>
    public static RunResult Run(
        Point point, Actors actors, ActionLog log, Action<RunProgress>? report,
        CancellationToken cancellation)
    {
        Scenario scenario = point.Scenario;
        World world = scenario.WorldOf(point.Seed);
        if (actors == Actors.Recorded) Record(world, log);
        Invariant.Holds(world.Chain.Block == scenario.Start, "a run starts at its first block");

        string? firstHash = point.HashesFirstState ? HashOf(world.Chain) : null;
        ulong step = Recorder.StepOf(point.Horizon);
        ImmutableArray<DatedEvent> events = point.Events;
        Recorder recorder = new(
            scenario.Subnets.Select(static subnet => subnet.NetUid), world.Validators);
        recorder.Take(world.Chain);
        PathRecorder? paths = PathsOf(world, scenario);
        EmissionTally emissions = new(
            world.Chain, [.. scenario.Subnets.Select(static subnet => subnet.NetUid)]);
        world.Crew?.Book.Open();
        Auditor? auditor = point.Auditing == Auditing.Off ? null : new(world.Chain);
        int happened = 0;
        for (ulong done = 1; done <= point.Horizon.Blocks; done++)
        {
            happened += ApplyDue(world.Chain, events, happened);
            BlockExecutor.RunBlock(world.Chain);
            emissions.Count();
            if (actors == Actors.FromLog) log.Play(world.Chain);
            else Act(world);
            bool isLast = done == point.Horizon.Blocks;
            paths?.Look(isLast);
            auditor?.CloseBlock();
            if (isLast || done % step == 0) recorder.Take(world.Chain);
            if (!isLast && done % BlocksBetweenReports != 0) continue;
            cancellation.ThrowIfCancellationRequested();
            report?.Invoke(new(done, point.Horizon.Blocks));
        }

        auditor?.CountAll();
        RunResult result = new(
            point,
            [.. recorder.Samples],
            step,
            world.Chain.Stakes.TaoWeight,
            events[..happened],
            StandingsOf(world),
            firstHash,
            HashOf(world.Chain),
            world.WeightSetters.RowsSet,
            world.WeightSetters.TurnsWithoutPermit);
        return WithAgents(result, world) with
        {
            Audit = auditor?.Report,
            Paths = paths?.Paths ?? [],
            Emissions = emissions.Emissions,
        };
    }

    private static RunResult WithAgents(RunResult result, World world) =>
        world.Crew is not { } crew
            ? result
            : result with
            {
                Notices = [.. crew.Market.Notices],
                Calls = crew.Tally,
                Accounts = crew.Book.Accounts,
            };

    private static PathRecorder? PathsOf(World world, Scenario scenario) =>
        world.Crew is { } crew
            ? new(
                world.Chain,
                crew.Market,
                scenario.Clock,
                scenario.Plan?.Watched.Of(crew.Market.Subnets) ?? [])
            : null;

    /// <summary>Lets everybody act in the present block.</summary>
    internal static void Act(World world)
    {
        world.WeightSetters.Act(world.Chain);
        world.Crew?.Act();
    }

    private static void Record(World world, ActionLog log)
    {
        Chain chain = world.Chain;
        world.WeightSetters.Listener =
            (call, signer) => log.Add(chain.Block.Value, call, signer);
        world.Crew?.Listener = (order, _) => log.Add(chain.Block.Value, order);
    }

    /// <summary>Applies the events of the next block; says how many there were.</summary>
    internal static int ApplyDue(Chain chain, ImmutableArray<DatedEvent> events, int from)
    {
        BlockNumber next = new(chain.Block.Value + 1);
        int to = from;
        while (to < events.Length && events[to].Block == next)
        {
            events[to].ApplyTo(chain);
            to++;
        }

        return to - from;
    }

    private static ImmutableArray<ValidatorStanding> StandingsOf(World world) =>
    [
        .. world.Validators.Select(validator => new ValidatorStanding(
            validator.Name,
            validator.RootStake,
            Tao.FromRao(world.Chain.Stakes.StakeOf(validator.Hotkey, NetUid.Root).Rao))),
    ];

    private static string HashOf(Chain chain) => Convert.ToHexStringLower(chain.State.Hash());
}
