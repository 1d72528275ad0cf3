using Dtao.Lab.Runs;

namespace Dtao.Lab.Attacks;

/// <summary>Counts the blocks of all trials together.</summary>
/// <param name="estimate">Blocks that it will probably be.</param>
/// <param name="report">Hears the count; null for nobody.</param>
internal sealed class BlockCount(ulong estimate, Action<RunProgress>? report)
{
    private readonly Lock _lock = new();
    private ulong _done;

    /// <summary>Counts blocks that were run.</summary>
    public void Add(ulong blocks)
    {
        lock (_lock)
        {
            _done += blocks;
            report?.Invoke(new(_done, Math.Max(estimate, _done + 1)));
        }
    }

    /// <summary>Everything was run.</summary>
    public void Finish()
    {
        lock (_lock) report?.Invoke(new(_done, _done));
    }
}
