using Dtao.Fuzz.Runs;

namespace Dtao.Cli.Output;

/// <summary>Shows how far a fuzzing campaign is: one line that renews itself, or lines.</summary>
internal sealed class FuzzProgress(TextWriter? error)
{
    private static readonly TimeSpan BarSpacing = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LineSpacing = TimeSpan.FromSeconds(10);
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private TimeSpan? _shownAt;

    /// <summary>Time of the newest report.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Shows a report when it is time to.</summary>
    public void Show(CampaignProgress progress)
    {
        Elapsed = progress.Elapsed;
        TimeSpan spacing = _isTerminal ? BarSpacing : LineSpacing;
        if (error is null || (_shownAt is { } last && Elapsed - last < spacing)) return;
        _shownAt = Elapsed;
        double rate = progress.Calls / Math.Max(Elapsed.TotalSeconds, 0.001);
        string text = FormattableString.Invariant(
            $"{progress.Seeds:N0} seeds, {progress.Blocks:N0} blocks, ")
            + FormattableString.Invariant($"{progress.Calls:N0} calls, {rate:N0} calls/s");
        if (_isTerminal) error.Write($"\r{text,-79}");
        else error.WriteLine(text);
    }

    /// <summary>Clears the line.</summary>
    public void End()
    {
        if (error is not null && _isTerminal) error.Write($"\r{string.Empty,-79}\r");
    }
}
