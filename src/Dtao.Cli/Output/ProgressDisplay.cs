using System.Diagnostics;
using Dtao.Lab.Runs;
using Spectre.Console;

namespace Dtao.Cli.Output;

/// <summary>Shows how far a run is: a bar on a terminal, a line now and then elsewhere.</summary>
internal sealed class ProgressDisplay
{
    private static readonly TimeSpan LineSpacing = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BarSpacing = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter? _lines;
    private readonly bool _isTerminal;
    private readonly Stopwatch _clock = new();
    private TimeSpan? _shownAt;
    private (TimeSpan At, ulong Done)? _first;

    private ProgressDisplay(TextWriter? lines, bool isTerminal)
    {
        _lines = lines;
        _isTerminal = isTerminal;
    }

    /// <summary>Time the run took.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>A display that suits a writer; a silent one shows nothing.</summary>
    public static ProgressDisplay For(TextWriter error, bool silent)
    {
        if (silent) return new(null, isTerminal: false);
        bool isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
        return new(error, isTerminal);
    }

    /// <summary>Runs a point and shows its progress.</summary>
    public RunResult Show(Point point, Func<Action<RunProgress>, RunResult> run) =>
        Show(point.Horizon.Blocks, run);

    /// <summary>Does something that takes many blocks and shows its progress.</summary>
    public T Show<T>(ulong blocks, Func<Action<RunProgress>, T> run)
    {
        _clock.Start();
        try
        {
            return _isTerminal ? ShowBar(blocks, run) : run(ShowLine);
        }
        finally
        {
            _clock.Stop();
        }
    }

    private T ShowBar<T>(ulong blocks, Func<Action<RunProgress>, T> run)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
        });
        return console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(
                    "building the network", maxValue: blocks);
                return run(progress =>
                {
                    if (!IsDue(BarSpacing, progress)) return;
                    task.MaxValue = progress.Total;
                    task.Value = progress.Done;
                    task.Description = TextOf(progress);
                });
            });
    }

    private void ShowLine(RunProgress progress)
    {
        if (_lines is null || !IsDue(LineSpacing, progress)) return;
        _lines.WriteLine(TextOf(progress));
    }

    private bool IsDue(TimeSpan spacing, RunProgress progress)
    {
        TimeSpan now = _clock.Elapsed;
        bool isLast = progress.Done == progress.Total;
        if (!isLast && _shownAt is { } last && now - last < spacing) return false;
        _shownAt = now;
        return true;
    }

    private string TextOf(RunProgress progress)
    {
        string blocks = FormattableString.Invariant(
            $"{progress.Done:N0} of {progress.Total:N0} blocks");

        // Counted from the first report, so that building the network does not count.
        TimeSpan now = _clock.Elapsed;
        _first ??= (now, progress.Done);
        double seconds = (now - _first.Value.At).TotalSeconds;
        if (seconds < 0.05) return blocks;
        double rate = (progress.Done - _first.Value.Done) / seconds;
        double left = (progress.Total - progress.Done) / Math.Max(rate, 0.001);
        return FormattableString.Invariant($"{blocks}, {rate:N0} blocks/s, ")
            + (left < 100
                ? FormattableString.Invariant($"{left:N0} s left")
                : FormattableString.Invariant($"{left / 60:N0} min left"));
    }
}
