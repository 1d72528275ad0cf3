using System.Diagnostics;
using Dtao.Lab.Sweeps;

namespace Dtao.Cli.Output;

/// <summary>Shows how far a sweep is: one line on a terminal, lines now and then elsewhere.
/// </summary>
/// <param name="error">Where it is shown.</param>
/// <param name="isSilent">Nothing is shown.</param>
internal sealed class SweepDisplay(TextWriter error, bool isSilent)
{
    private static readonly TimeSpan LineSpacing = TimeSpan.FromSeconds(10);

    private readonly bool _isTerminal =
        ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    private readonly Stopwatch _clock = new();
    private TimeSpan _shownAt;
    private int _shownLength;

    /// <summary>Time since the beginning.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Says what will be run.</summary>
    public void Begin(SweepPlan plan, int done, int threads)
    {
        _clock.Start();
        if (isSilent) return;
        string there = done == 0 ? string.Empty : $", {done} of them are there already";
        error.WriteLine(FormattableString.Invariant(
            $"{plan.Count:N0} runs: {plan.Points.Length:N0} points with {plan.Seeds.Length} ")
            + (plan.Seeds.Length == 1 ? "seed" : "seeds each")
            + $"{there}; {threads} at a time");
    }

    /// <summary>Shows the progress, when it is time.</summary>
    public void Show(SweepProgress progress)
    {
        if (isSilent) return;
        bool isLast = progress.Done == progress.Total;
        if (_isTerminal)
        {
            string line = TextOf(progress);
            error.Write($"\r{line.PadRight(_shownLength)}");
            if (isLast) error.WriteLine();
            _shownLength = line.Length;
            return;
        }

        if (!isLast && _clock.Elapsed - _shownAt < LineSpacing) return;
        _shownAt = _clock.Elapsed;
        error.WriteLine(TextOf(progress));
    }

    private string TextOf(SweepProgress progress)
    {
        string runs = FormattableString.Invariant(
            $"{progress.Done:N0} of {progress.Total:N0} runs");
        if (progress.Failed > 0) runs += $", {progress.Failed} failed";
        double seconds = _clock.Elapsed.TotalSeconds;
        if (progress.BlocksRun == 0 || seconds < 0.2) return runs;
        double rate = progress.BlocksRun / seconds;
        if (progress.BlocksLeft == 0)
        {
            return FormattableString.Invariant($"{runs}, {rate:N0} blocks/s");
        }

        double left = progress.BlocksLeft / rate;
        string time = left switch
        {
            < 100 => FormattableString.Invariant($"{left:N0} s left"),
            < 6_000 => FormattableString.Invariant($"{left / 60:N0} min left"),
            _ => FormattableString.Invariant($"{left / 3_600:N1} h left"),
        };
        return FormattableString.Invariant($"{runs}, {rate:N0} blocks/s, ") + time;
    }
}
