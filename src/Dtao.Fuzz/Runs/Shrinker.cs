using Dtao.Fuzz.Steps;

namespace Dtao.Fuzz.Runs;

/// <summary>Looks for the fewest steps that still fail.</summary>
/// <remarks>
/// First the last steps alone, twice as many each time; then parts of what is left are taken
/// away, half, a quarter, and so on. Every attempt runs the world from its first block.
/// Source: A. Zeller, R. Hildebrandt, "Simplifying and isolating failure-inducing input", 2002.
/// </remarks>
internal sealed class Shrinker(Func<IReadOnlyList<TimedStep>, int, bool> stillFails, int lastBlock)
{
    // A bound in blocks and not in time, so that the same seed gives the same case everywhere.
    private const long MostBlocks = 150_000;

    private long _left = MostBlocks;

    /// <summary>A part of the steps that fails, in their order.</summary>
    public IReadOnlyList<TimedStep> Shrink(IReadOnlyList<TimedStep> steps) =>
        Reduce(LastThatFail(steps));

    private IReadOnlyList<TimedStep> LastThatFail(IReadOnlyList<TimedStep> steps)
    {
        if (Fails([])) return [];
        for (int count = 1; count < steps.Count; count *= 2)
        {
            List<TimedStep> last = [.. steps.Skip(steps.Count - count)];
            if (Fails(last)) return last;
        }

        return steps;
    }

    private IReadOnlyList<TimedStep> Reduce(IReadOnlyList<TimedStep> steps)
    {
        int size = (steps.Count + 1) / 2;
        while (size >= 1)
        {
            bool isSmaller = false;
            for (int start = 0; start < steps.Count && _left > 0;)
            {
                List<TimedStep> rest = [.. steps.Take(start), .. steps.Skip(start + size)];
                if (rest.Count > 0 && Fails(rest))
                {
                    steps = rest;
                    isSmaller = true;
                    continue;
                }

                start += size;
            }

            if (_left <= 0) return steps;
            if (size == 1 && !isSmaller) return steps;
            size = size == 1 ? 1 : size / 2;
        }

        return steps;
    }

    private bool Fails(IReadOnlyList<TimedStep> steps)
    {
        if (_left <= 0) return false;
        _left -= lastBlock;
        return stillFails(steps, lastBlock);
    }
}
