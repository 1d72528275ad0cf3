namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Moves the bonds towards the weights and makes them ready for storage.</summary>
/// <remarks>
/// Rates lie between zero and one, so every column sums up to at most one and a positive bond
/// stays positive. Source: docs/spec/epoch.md#bonds.
/// </remarks>
internal static class BondStage
{
    /// <summary>In a stored bond that is ready: the entry is part of its row.</summary>
    public const int PresentBit = 32;

    private const int ValueShift = 16;

    /// <summary>Reads the stored bonds of all rows.</summary>
    /// <returns>False when a row names a column twice or one that does not exist.</returns>
    public static bool TryRead<T>(EpochInput input, EpochWorkspace work)
        where T : struct, ILanes<T>
    {
        for (int row = 0; row < work.Uids.Count; row++)
        {
            int uid = work.Uids[row];
            Span<ulong> values = work.Bonds.Row(row);
            bool isRead = RowReader.TrySpread<T>(
                input.Bonds[uid], work, values, out bool foreign);
            if (!isRead || foreign) return false;
            RowReader.DropOutdated(work, input.LastUpdate[uid], values);
        }

        return true;
    }

    /// <summary>Replaces the weights by those that are used for bonds.</summary>
    /// <param name="work">Workspace.</param>
    /// <param name="penalty">Share of clipping that is applied, as a raw proportion.</param>
    public static void ClipWeights<T>(EpochWorkspace work, ulong penalty)
        where T : struct, ILanes<T>
    {
        if (penalty == 0)
        {
            work.Preranks.CopyTo(work.DeltaSums, 0);
            return;
        }

        int stride = work.Stride / T.Count;
        Span<T> sums = EpochWorkspace.Pieces<T>(work.DeltaSums);
        ReadOnlySpan<T> consensus = EpochWorkspace.Pieces<T>(work.Consensus);
        T part = T.All(penalty);
        for (int piece = 0; piece < work.PieceCount<T>(); piece++)
        {
            Span<T> weights = work.Weights.From<T>(work.ActiveRows, piece);
            T sum = default;
            int at = 0;
            foreach (ulong stake in work.RowStake.AsSpan(0, work.ActiveRows))
            {
                ref T weight = ref weights[at];
                T clipped = T.Min(weight, consensus[piece]);

                // What is taken away rounds up, because upstream floors a negative product.
                weight = penalty == EpochWorkspace.One
                    ? clipped
                    : weight - T.MultiplyUp(weight - clipped, part);
                sum += T.Multiply(weight, T.All(stake));
                at = unchecked(at + stride);
            }

            sums[piece] = sum;
        }
    }

    /// <summary>Moves the bonds, normalises them and scales them for storage.</summary>
    public static void Move<T>(EpochWorkspace work)
        where T : struct, ILanes<T>
    {
        int stride = work.Stride / T.Count;
        ReadOnlySpan<T> deltaSums = EpochWorkspace.Pieces<T>(work.DeltaSums);
        ReadOnlySpan<T> rates = EpochWorkspace.Pieces<T>(work.Rates);
        ReadOnlySpan<T> columns = EpochWorkspace.Pieces<T>(work.Columns);
        for (int piece = 0; piece < work.PieceCount<T>(); piece++)
        {
            Span<T> bonds = work.Bonds.From<T>(work.Uids.Count, piece);
            Span<T> moved = work.Moved.From<T>(work.Uids.Count, piece);
            T sum = Average(work, piece, bonds, moved, deltaSums[piece], rates[piece]);
            T largest = Normalize(moved, stride, sum);
            Scale(moved, bonds, stride, largest, columns[piece]);
        }
    }

    /// <summary>The moving average of stored bonds and bond deltas, and its column sums.</summary>
    private static T Average<T>(
        EpochWorkspace work, int piece, ReadOnlySpan<T> bonds, Span<T> moved, T deltaSum, T rate)
        where T : struct, ILanes<T>
    {
        int stride = work.Stride / T.Count;
        ReadOnlySpan<T> weights = work.Weights.From<T>(work.ActiveRows, piece);
        DivisorColumns<T> byBonds = DivisorColumns<T>.Of(Sum(bonds, stride));
        DivisorColumns<T> byDeltas = DivisorColumns<T>.Of(deltaSum);
        T kept = T.All(EpochWorkspace.One) - rate;
        T sum = default;
        int at = 0;
        foreach (ulong stake in work.RowStake.AsSpan(0, work.ActiveRows))
        {
            T delta = T.Multiply(weights[at], T.All(stake));
            T fresh = T.Multiply(byDeltas.Divide(delta), rate);
            T value = fresh + T.Multiply(byBonds.Divide(bonds[at]), kept);
            moved[at] = value;
            sum += value;
            at = unchecked(at + stride);
        }

        // Who has no stake at work adds nothing new.
        while (at < moved.Length)
        {
            T value = T.Multiply(byBonds.Divide(bonds[at]), kept);
            moved[at] = value;
            sum += value;
            at = unchecked(at + stride);
        }

        return sum;
    }

    private static T Sum<T>(ReadOnlySpan<T> rows, int stride)
        where T : struct, ILanes<T>
    {
        T sum = default;
        for (int at = 0; at < rows.Length; at = unchecked(at + stride))
        {
            sum += rows[at];
        }

        return sum;
    }

    private static T Normalize<T>(Span<T> moved, int stride, T sum)
        where T : struct, ILanes<T>
    {
        DivisorColumns<T> bySum = DivisorColumns<T>.Of(sum);
        T largest = default;
        for (int at = 0; at < moved.Length; at = unchecked(at + stride))
        {
            T value = bySum.Divide(moved[at]);
            moved[at] = value;
            largest = T.Max(largest, value);
        }

        return largest;
    }

    /// <summary>
    /// Scales to the largest of each column and joins value and column to an entry.
    /// </summary>
    private static void Scale<T>(
        ReadOnlySpan<T> moved, Span<T> entries, int stride, T largest, T column)
        where T : struct, ILanes<T>
    {
        DivisorColumns<T> byLargest = DivisorColumns<T>.Of(largest);
        T present = column | T.All(1UL << PresentBit);
        for (int at = 0; at < moved.Length && at < entries.Length; at = unchecked(at + stride))
        {
            T value = moved[at];
            T share = Share16.OfPieces(byLargest.Divide(value));
            entries[at] = T.WhereAtMost(
                value, default, default, present | (share << ValueShift));
        }
    }
}
