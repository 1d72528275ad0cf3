using System.Diagnostics;

namespace Dtao.Cli.Output;

/// <summary>How well a piece of work used the processor, from when it was made.</summary>
internal sealed class ProcessorUse
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;
    private readonly TimeSpan _pauses = GC.GetTotalPauseDuration();

    /// <summary>Processor time beside the time on the clock, in one line.</summary>
    /// <param name="threads">Threads that worked.</param>
    public string TextOf(int threads)
    {
        double clock = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        double processor = (Environment.CpuUsage.TotalTime - _processor).TotalSeconds;
        double pauses = (GC.GetTotalPauseDuration() - _pauses).TotalSeconds;
        int cores = Math.Min(threads, Environment.ProcessorCount);
        return FormattableString.Invariant(
            $"processor: {processor:N1} s in {clock:N1} s, {processor / clock / cores:P0} of ")
            + FormattableString.Invariant($"{cores} {(cores == 1 ? "core" : "cores")}; ")
            + FormattableString.Invariant($"garbage collection took {pauses:N1} s of the clock");
    }
}
