using System.Collections.Immutable;
using Dtao.Lab.Events;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Emission;

namespace Dtao.Lab.Explaining;

/// <summary>Runs a point again up to one block and watches that block.</summary>
/// <remarks>
/// The nearest snapshot of a run is its genesis: it costs no storage, and a month of blocks is
/// run again in seconds. Source: docs/how-to/explain.md.
/// </remarks>
public static class Replay
{
    private const ulong BlocksBetweenReports = 64;

    /// <summary>What the coinbase of a block did for a subnet.</summary>
    /// <param name="point">The run.</param>
    /// <param name="block">A block of the run.</param>
    /// <param name="subnet">A subnet of the run.</param>
    /// <param name="report">Hears how far the replay has come.</param>
    /// <param name="cancellation">Stops the replay between two blocks.</param>
    public static ReplayedBlock Run(
        Point point, BlockNumber block, NetUid subnet, Action<RunProgress>? report,
        CancellationToken cancellation)
    {
        Scenario scenario = point.Scenario;
        World world = scenario.WorldOf(point.Seed);
        ImmutableArray<DatedEvent> events = point.Events;
        CoinbaseTrace trace = new(subnet);
        Chain before = world.Chain;
        int happened = 0;
        ulong total = block.Value - scenario.Start.Value;
        for (ulong done = 1; done <= total; done++)
        {
            happened += Simulator.ApplyDue(world.Chain, events, happened);
            if (done == total)
            {
                before = world.Chain.Branch();
                world.Chain.Trace = trace;
            }

            BlockExecutor.RunBlock(world.Chain);
            if (done == total) break;
            Simulator.Act(world);
            if (done % BlocksBetweenReports != 0) continue;
            cancellation.ThrowIfCancellationRequested();
            report?.Invoke(new(done, total));
        }

        report?.Invoke(new(total, total));
        return new(before, world.Chain, trace);
    }
}
