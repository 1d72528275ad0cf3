using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>The weight that a majority of stake supports.</summary>
/// <remarks>
/// The smallest score such that the stake at scores up to it exceeds the minority, found by
/// pivots in the middle of the index list as upstream does.
/// Source: docs/spec/epoch.md#consensus; vectors: vectors/math.json.gz (weighted_median).
/// </remarks>
public static class WeightedMedian
{
    /// <summary>The median among the scores that an index list names.</summary>
    /// <param name="stake">Stake by validator.</param>
    /// <param name="score">Score by validator.</param>
    /// <param name="indices">Validators that are left, ascending.</param>
    /// <param name="minority">Stake that may lie below.</param>
    /// <param name="low">Stake already known to lie below.</param>
    /// <param name="high">Stake at most reached by those that are left.</param>
    public static I32F32 Of(
        ReadOnlySpan<I32F32> stake, ReadOnlySpan<I32F32> score, IReadOnlyList<int> indices,
        I32F32 minority, I32F32 low, I32F32 high)
    {
        while (indices.Count > 1)
        {
            I32F32 pivot = score[indices[indices.Count / 2]];
            I32F32 lowStake = I32F32.Zero;
            I32F32 highStake = I32F32.Zero;
            List<int> lower = [];
            List<int> upper = [];
            foreach (int index in indices)
            {
                if (score[index] == pivot) continue;
                if (score[index] < pivot)
                {
                    lowStake = lowStake.SaturatingAdd(stake[index]);
                    lower.Add(index);
                }
                else
                {
                    highStake = highStake.SaturatingAdd(stake[index]);
                    upper.Add(index);
                }
            }

            I32F32 below = low.SaturatingAdd(lowStake);
            I32F32 upTo = high.SaturatingSubtract(highStake);
            if (below <= minority && minority < upTo) return pivot;
            if (minority < below && lower.Count > 0)
            {
                (indices, high) = (lower, below);
            }
            else if (upTo <= minority && upper.Count > 0)
            {
                (indices, low) = (upper, upTo);
            }
            else
            {
                return pivot;
            }
        }

        return indices.Count == 0 ? I32F32.Zero : score[indices[0]];
    }

    /// <summary>
    /// The median of every column of a sparse matrix; missing entries count as zero.
    /// </summary>
    public static I32F32[] OfColumns(
        ReadOnlySpan<I32F32> stake, SparseEntry[][] rows, int columns, I32F32 majority)
    {
        I32F32[][] scores = DenseMatrix.FromSparse(rows, columns);
        return OfColumns(stake, scores, columns, majority);
    }

    /// <summary>The median of every column of a matrix.</summary>
    public static I32F32[] OfColumns(
        ReadOnlySpan<I32F32> stake, I32F32[][] rows, int columns, I32F32 majority)
    {
        List<I32F32> used = [];
        List<int> usedRows = [];
        for (int row = 0; row < stake.Length; row++)
        {
            if (stake[row] <= I32F32.Zero) continue;
            used.Add(stake[row]);
            usedRows.Add(row);
        }

        I32F32[] weights = [.. used];
        Vectors.Normalize(weights);
        I32F32 sum = Vectors.Sum(weights);
        I32F32 minority = sum.SaturatingSubtract(majority);
        int[] all = [.. Enumerable.Range(0, weights.Length)];
        I32F32[] medians = new I32F32[columns];
        I32F32[] score = new I32F32[weights.Length];
        for (int column = 0; column < columns; column++)
        {
            for (int index = 0; index < score.Length; index++)
            {
                score[index] = rows[usedRows[index]][column];
            }

            medians[column] = Of(weights, score, all, minority, I32F32.Zero, sum);
        }

        return medians;
    }
}
