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
    private readonly int _stride;
    private readonly T _needed;

    /// <summary>A search among validators.</summary>
    /// <param name="stakes">Positive stake by row, normalised.</param>
    /// <param name="stride">Pieces from one row to the next.</param>
    /// <param name="kappa">Majority of stake, as a raw proportion.</param>
    public MedianSearch(ReadOnlySpan<ulong> stakes, int stride, ulong kappa)
    {
        _stakes = stakes;
        _stride = stride;
        ulong sum = 0;
        foreach (ulong stake in stakes)
        {
            sum += stake;
        }

        long needed = (long)sum - (long)kappa + 1;
        _needed = T.All((ulong)Math.Clamp(needed, Math.Min(1, (long)sum), (long)sum));
    }

    /// <summary>The medians of one piece of the columns.</summary>
    /// <param name="scores">Weights of all rows from that piece on.</param>
    /// <param name="hint">Where to look first; any number will do.</param>
    public T Find(ReadOnlySpan<T> scores, T hint)
    {
        if (_stakes.Length == 0) return default;
        (T low, T high) = Bounds(scores);
        T bound = T.Min(T.Max(hint, low), high);
        for (bool isFirst = true; ; isFirst = false)
        {
            (T stake, T below, T above) = Split(scores, bound);
            high = T.WhereAtMost(_needed, stake, below, high);
            low = T.WhereAtMost(_needed, stake, low, above);
            if (T.AreEqual(low, high)) return low;

            // A good hint is confirmed by its neighbour; then the bounds are halved.
            bound = isFirst
                ? T.Max(low, T.WhereAtMost(_needed, stake, high - T.All(1), low))
                : (low + high) >> 1;
        }
    }

    private (T Low, T High) Bounds(ReadOnlySpan<T> scores)
    {
        T low = scores[0];
        T high = low;
        for (int row = 1; row < _stakes.Length; row++)
        {
            T score = scores[row * _stride];
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
        for (int row = 0; row < _stakes.Length; row++)
        {
            T score = scores[row * _stride];
            stake += T.WhereAtMost(score, bound, T.All(_stakes[row]), default);
            below = T.Max(below, T.WhereAtMost(score, bound, score, default));
            above = T.Min(above, T.WhereAtMost(score, bound, none, score));
        }

        return (stake, below, above);
    }
}
