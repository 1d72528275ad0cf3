using System.Diagnostics;
using Dtao.Lab.Networks;
using Dtao.Runtime;

namespace Dtao.Lab.Bench;

/// <summary>Measures a block of staking calls: dispatch only, no signatures, no events.</summary>
/// <remarks>Source: docs/how-to/bench.md.</remarks>
internal static class StakingBench
{
    private const int FirstBlocks = 20;
    private const int Blocks = 201;
    private const int MostBlocksOfWarmUp = 300;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1.5);

    /// <summary>The median time of the calls of a block, and their allocations.</summary>
    /// <param name="network">A standard network, which is changed.</param>
    /// <param name="cancel">Stops between two blocks.</param>
    /// <returns>Time of a block's calls, and bytes for each call.</returns>
    public static (TimeSpan Time, double BytesPerCall) Measure(
        Chain network, CancellationToken cancel)
    {
        WarmUp(network, cancel);
        StakingLoad load = new(network);
        TimeSpan[] times = new TimeSpan[Blocks];
        long allocated = 0;
        for (int block = -FirstBlocks; block < Blocks; block++)
        {
            cancel.ThrowIfCancellationRequested();
            BlockExecutor.RunBlock(network);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            load.RunCalls();
            TimeSpan taken = Stopwatch.GetElapsedTime(start);

            // In the first blocks the lists grow.
            if (block < 0) continue;
            times[block] = taken;
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Array.Sort(times);
        return (times[Blocks / 2], allocated / ((double)Blocks * StakingLoad.Calls));
    }

    /// <summary>Runs a branch until the compiler has seen what is hot.</summary>
    private static void WarmUp(Chain network, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUpTime)
        {
            // The stakes of one load are used up some time.
            Chain branch = network.Branch();
            StakingLoad load = new(branch);
            for (int block = 0; block < MostBlocksOfWarmUp; block++)
            {
                cancel.ThrowIfCancellationRequested();
                if (Stopwatch.GetElapsedTime(start) >= WarmUpTime) return;
                BlockExecutor.RunBlock(branch);
                load.RunCalls();
            }
        }
    }
}
