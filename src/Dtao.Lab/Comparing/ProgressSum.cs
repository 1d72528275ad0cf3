using Dtao.Lab.Runs;

namespace Dtao.Lab.Comparing;

/// <summary>Adds up how far several runs have come.</summary>
/// <param name="total">Blocks of all runs.</param>
/// <param name="report">Hears the sum; null for nobody.</param>
internal sealed class ProgressSum(ulong total, Action<RunProgress>? report)
{
    private readonly Lock _lock = new();
    private ulong _done;

    /// <summary>A listener for one of the runs.</summary>
    public Action<RunProgress> Part()
    {
        ulong before = 0;
        return progress =>
        {
            lock (_lock)
            {
                _done += progress.Done - before;
                before = progress.Done;
                report?.Invoke(new(_done, total));
            }
        };
    }
}
