using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>The stake-weighted median of several columns at once.</summary>
/// <remarks>
/// Upstream's recursion over pivots ends at the smallest score such that the stake at scores up
/// to it exceeds the minority, or at the largest score when there is none. Proof: all stakes are
/// positive; the recursion keeps "stake below the list ≤ minority &lt; stake up to its top", so
/// that score stays in the list until it is the pivot or the last one left. A negative minority
/// always goes down to the smallest score, one that nothing exceeds always up to the largest.
/// Needing between one and the whole stake says all three in one, and any way of searching finds
/// the same score. Source: docs/spec/epoch.md#median.
/// </remarks>
/// <typeparam name="T">Width of a piece.</typeparam>
internal readonly ref struct MedianSearch<T>
    where T : struct, ILanes<T>
{
    private readonly ReadOnlySpan<ulong> _stakes;
    private readonly ulong _stakeSum;
    private readonly T _needed;

    /// <summary>A search among validators.</summary>
    /// <param name="stakes">Positive stake by row, normalised.</param>
    /// <param name="kappa">Majority of stake, as a raw proportion.</param>
    public MedianSearch(ReadOnlySpan<ulong> stakes, ulong kappa)
    {
        _stakes = stakes;
        ulong sum = 0;
        foreach (ulong stake in stakes)
        {
            sum += stake;
        }

        _stakeSum = sum;
        long needed = (long)sum - (long)kappa + 1;
        _needed = T.All((ulong)Math.Clamp(needed, Math.Min(1, (long)sum), (long)sum));
    }

    /// <summary>Scores are the medians, all of them.</summary>
    /// <param name="below">Stake at smaller scores.</param>
    /// <param name="upTo">Stake at scores up to them.</param>
    public bool IsMedian(T below, T upTo)
    {
        T one = T.All(1);
        T isReached = T.WhereAtMost(_needed, upTo, one, default);
        T isTooHigh = T.WhereAtMost(_needed, below, one, default);
        return T.AreEqual(isReached - isTooHigh, one);
    }

    /// <summary>The medians of one piece of the columns.</summary>
    /// <param name="scores">Weights of that piece by row.</param>
    /// <param name="hint">Where to look first; any number will do.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T Find(ReadOnlySpan<T> scores, T hint)
    {
        if (_stakes.Length == 0) return default;
        (T low, T high) = Bounds(scores);
        T stakeBelow = default;
        T stakeUpTo = T.All(_stakeSum);
        T bound = T.Min(T.Max(hint, low), high);
        for (int pass = 1; ; pass++)
        {
            (T stake, T below, T above) = Split(scores, bound);
            stakeUpTo = T.WhereAtMost(_needed, stake, stake, stakeUpTo);
            stakeBelow = T.WhereAtMost(_needed, stake, stakeBelow, stake);
            high = T.WhereAtMost(_needed, stake, below, high);
            low = T.WhereAtMost(_needed, stake, low, above);
            if (T.AreEqual(low, high)) return low;

            // A straight line finds the place in few passes, halving in few enough always.
            bound = pass % 3 == 0
                ? (low + high) >> 1
                : Interpolate(low, high, stakeBelow, stakeUpTo);
        }
    }

    private static (T Low, T High) Bounds(ReadOnlySpan<T> scores)
    {
        T low = scores[0];
        T high = low;
        foreach (T score in scores)
        {
            low = T.Min(low, score);
            high = T.Max(high, score);
        }

        return (low, high);
    }

    /// <summary>
    /// Stake at scores up to a bound, and the scores next to the bound on both sides.
    /// </summary>
    private (T Stake, T Below, T Above) Split(ReadOnlySpan<T> scores, T bound)
    {
        T none = T.All(2 * EpochWorkspace.One);
        T stake = default;
        T below = default;
        T above = none;
        for (int row = 0; row < scores.Length && row < _stakes.Length; row++)
        {
            T score = scores[row];
            stake += T.WhereAtMost(score, bound, T.All(_stakes[row]), default);
            below = T.Max(below, T.WhereAtMost(score, bound, score, default));
            above = T.Min(above, T.WhereAtMost(score, bound, none, score));
        }

        return (stake, below, above);
    }

    /// <summary>Where the needed stake would be if it grew evenly; below the upper bound.</summary>
    private T Interpolate(T low, T high, T stakeBelow, T stakeUpTo)
    {
        Span<T> pieces = [low, high - low, _needed - stakeBelow, stakeUpTo - stakeBelow];
        Span<ulong> lanes = MemoryMarshal.Cast<T, ulong>(pieces);
        for (int lane = 0; lane < T.Count; lane++)
        {
            ulong width = lanes[T.Count + lane];
            if (width == 0) continue;
            ulong part = lanes[(2 * T.Count) + lane] >> 1;
            ulong whole = (lanes[(3 * T.Count) + lane] >> 1) + 1;
            lanes[lane] += Math.Min(width * part / whole, width - 1);
        }

        return pieces[0];
    }
}
