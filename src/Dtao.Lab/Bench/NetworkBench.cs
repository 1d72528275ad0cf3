using System.Diagnostics;
using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Audit;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Spec;

namespace Dtao.Lab.Bench;

/// <summary>Measures the standard network with the real block step on one thread.</summary>
/// <remarks>Source: docs/how-to/bench.md.</remarks>
public static class NetworkBench
{
    private const int BlocksOfTempo = StandardNetwork.Tempo + 1;
    private const int FirstTempos = 3;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(2);

    /// <summary>Builds and measures the network of one size.</summary>
    /// <param name="subnets">Subnets besides root.</param>
    /// <param name="tempos">Tempos to average over.</param>
    /// <param name="cancel">Stops between two tempos.</param>
    public static BenchResult Measure(int subnets, int tempos, CancellationToken cancel)
    {
        WarmUp(cancel);
        Chain chain = StandardNetwork.Build(subnets, Specs.Latest);
        RunTempos(chain, FirstTempos, cancel);
        Timing with = Time(chain, tempos, cancel);
        long resident = Process.GetCurrentProcess().WorkingSet64;
        string hash = Convert.ToHexStringLower(chain.State.Hash());
        Timing without = MeasureQuiet(StandardNetwork.WithoutEpochs(chain), tempos, cancel);
        (double epoch, double payment) =
            MeasureEpochs(chain.Branch(), subnets, tempos, cancel);
        (double audit, double bytes) = MeasureAudit(chain, tempos, cancel);
        (TimeSpan staking, double bytesPerCall) = StakingBench.Measure(chain, cancel);
        return new(
            subnets,
            tempos * BlocksOfTempo,
            with.BlocksPerSecond,
            without.BlocksPerSecond,
            epoch,
            payment,
            with.BytesPerBlock,
            without.BytesPerBlock,
            resident,
            audit,
            bytes,
            staking.TotalMilliseconds,
            bytesPerCall,
            hash);
    }

    /// <summary>What an auditor adds to the time of a block, and allocates.</summary>
    /// <remarks>
    /// Watched and unwatched tempos take turns, and the fastest of each are compared: other
    /// work of the machine only makes a tempo slower.
    /// </remarks>
    private static (double Share, double Bytes) MeasureAudit(
        Chain chain, int tempos, CancellationToken cancel)
    {
        Chain watched = chain.Branch();
        Auditor auditor = new(watched);
        TimeSpan alone = TimeSpan.MaxValue;
        TimeSpan audited = TimeSpan.MaxValue;
        long allocated = 0;
        for (int round = 0; round <= tempos; round++)
        {
            long start = Stopwatch.GetTimestamp();
            RunTempos(chain, 1, cancel);
            TimeSpan first = Stopwatch.GetElapsedTime(start);
            long before = GC.GetAllocatedBytesForCurrentThread();
            start = Stopwatch.GetTimestamp();
            RunAudited(watched, auditor);

            // In the first round the branches part and the lists grow.
            if (round == 0) continue;
            audited = Least(audited, Stopwatch.GetElapsedTime(start));
            alone = Least(alone, first);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        auditor.CountAll();
        return ((audited / alone) - 1, allocated / (double)(tempos * BlocksOfTempo));
    }

    /// <summary>Runs a small network until the compiler has seen what is hot.</summary>
    /// <remarks>Another network than the measured one, whose state depends on no clock.</remarks>
    private static void WarmUp(CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        Chain chain = StandardNetwork.Build(8, Specs.Latest);
        while (Stopwatch.GetElapsedTime(start) < WarmUpTime)
        {
            // The compiler is shown watched blocks, too, before it settles on one kind.
            Chain watched = chain.Branch();
            RunAudited(watched, new(watched));
            RunTempos(chain, 1, cancel);
        }

        // What is left of it and of sizes before should not count as this size's memory.
        chain = null!;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true);
    }

    private static Timing MeasureQuiet(Chain chain, int tempos, CancellationToken cancel)
    {
        RunTempos(chain, 1, cancel);
        return Time(chain, tempos, cancel);
    }

    private static (double Epoch, double Payment) MeasureEpochs(
        Chain chain, int subnets, int tempos, CancellationToken cancel)
    {
        Alpha emission = Alpha.FromRao(StandardNetwork.Tempo * 820_000_000UL);
        EpochOutput[] found = new EpochOutput[subnets];
        PendingEmission pending = new(
            Participants: Alpha.FromRao(emission.Rao / 2),
            RootDividends: Tao.FromRao(emission.Rao / 64),
            SoldForRoot: Alpha.FromRao(emission.Rao / 2),
            OwnerCut: Alpha.FromRao(emission.Rao / 5));
        TimeSpan epochs = TimeSpan.Zero;
        TimeSpan payments = TimeSpan.Zero;
        for (int round = 0; round < tempos; round++)
        {
            cancel.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            for (int number = 1; number <= subnets; number++)
            {
                found[number - 1] = chain.EpochRun.Run(chain, new((ushort)number), emission);
            }

            long middle = Stopwatch.GetTimestamp();
            for (int number = 1; number <= subnets; number++)
            {
                chain.Distribution.Pay(
                    chain, new((ushort)number), found[number - 1], pending);
            }

            if (round == 0) continue;
            epochs += Stopwatch.GetElapsedTime(start, middle);
            payments += Stopwatch.GetElapsedTime(middle);
        }

        int count = subnets * (tempos - 1);
        return (epochs.TotalMicroseconds / count, payments.TotalMicroseconds / count);
    }

    private static void RunAudited(Chain chain, Auditor auditor)
    {
        for (int block = 0; block < BlocksOfTempo; block++)
        {
            BlockExecutor.RunBlock(chain);
            auditor.CloseBlock();
        }
    }

    private static TimeSpan Least(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static Timing Time(Chain chain, int tempos, CancellationToken cancel)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        RunTempos(chain, tempos, cancel);
        TimeSpan taken = Stopwatch.GetElapsedTime(start);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        double blocks = tempos * BlocksOfTempo;
        return new(blocks / taken.TotalSeconds, allocated / blocks);
    }

    private static void RunTempos(Chain chain, int tempos, CancellationToken cancel)
    {
        for (int tempo = 0; tempo < tempos; tempo++)
        {
            cancel.ThrowIfCancellationRequested();
            for (int block = 0; block < BlocksOfTempo; block++)
            {
                BlockExecutor.RunBlock(chain);
            }
        }
    }

    private readonly record struct Timing(double BlocksPerSecond, double BytesPerBlock);
}
