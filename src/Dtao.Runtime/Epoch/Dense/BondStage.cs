using System.Runtime.CompilerServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Moves the bonds towards the weights and makes them ready for storage.</summary>
/// <remarks>
/// Rates lie between zero and one, so every column sums up to at most one and a positive bond
/// stays positive. The steps are methods of their own on purpose: all in one, they are more than
/// the compiler inlines. Source: docs/spec/epoch.md#bonds.
/// </remarks>
internal static class BondStage
{
    /// <summary>Moves, normalises and scales the bonds of one piece.</summary>
    /// <param name="work">Workspace.</param>
    /// <param name="piece">Piece of the columns.</param>
    /// <param name="weights">Normalised weights by row; clipped by the penalty afterwards.</param>
    /// <param name="penalty">Share of clipping that is applied, as a raw proportion.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<T>(EpochWorkspace work, int piece, Span<T> weights, ulong penalty)
        where T : struct, ILanes<T>
    {
        Span<T> moved = work.Moved.Piece<T>(piece);
        if (moved.Length == 0) return;
        T deltaSum = penalty == 0
            ? EpochWorkspace.Pieces<T>(work.Preranks)[piece]
            : Clip(work, piece, weights[..work.ActiveRows], penalty);
        Span<ushort> bonds = work.BondShares.From(piece * T.Count);
        T rate = EpochWorkspace.Pieces<T>(work.Rates)[piece];
        T sum = Average(work, bonds, weights, moved, deltaSum, rate);
        Scale(work, piece, bonds, moved, Normalize(moved, sum));
    }

    /// <summary>Replaces the weights by those that are used for bonds; sums the deltas.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Clip<T>(EpochWorkspace work, int piece, Span<T> weights, ulong penalty)
        where T : struct, ILanes<T>
    {
        T consensus = EpochWorkspace.Pieces<T>(work.Consensus)[piece];
        T part = T.All(penalty);
        T sum = default;
        for (int row = 0; row < weights.Length; row++)
        {
            T weight = weights[row];
            T clipped = T.Min(weight, consensus);

            // What is taken away rounds up, because upstream floors a negative product.
            T used = penalty == EpochWorkspace.One
                ? clipped
                : weight - T.MultiplyUp(weight - clipped, part);
            weights[row] = used;
            sum += T.Multiply(used, T.All(work.RowStake[row]));
        }

        return sum;
    }

    /// <summary>The moving average of stored bonds and bond deltas, and its column sums.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Average<T>(
        EpochWorkspace work, ReadOnlySpan<ushort> bonds, ReadOnlySpan<T> weights, Span<T> moved,
        T deltaSum, T rate)
        where T : struct, ILanes<T>
    {
        int stride = work.Stride;
        DivisorColumns<T> byDeltas = DivisorColumns<T>.Of(deltaSum);
        DivisorColumns<T> byBonds = DivisorColumns<T>.Of(Sum<T>(bonds, stride, moved.Length));
        T kept = T.All(EpochWorkspace.One) - rate;
        ReadOnlySpan<ulong> stakes = work.RowStake.AsSpan(0, work.ActiveRows);
        T sum = default;
        int at = 0;
        for (int row = 0; row < stakes.Length; row++)
        {
            T delta = T.Multiply(weights[row], T.All(stakes[row]));
            T fresh = T.Multiply(byDeltas.Divide(delta), rate);
            T old = byBonds.Divide(T.WidenShares(bonds[at..]));
            T value = fresh + T.Multiply(old, kept);
            moved[row] = value;
            sum += value;
            at = unchecked(at + stride);
        }

        // Who has no stake at work adds nothing new.
        for (int row = stakes.Length; row < moved.Length; row++)
        {
            T value = T.Multiply(byBonds.Divide(T.WidenShares(bonds[at..])), kept);
            moved[row] = value;
            sum += value;
            at = unchecked(at + stride);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sum<T>(ReadOnlySpan<ushort> shares, int stride, int rows)
        where T : struct, ILanes<T>
    {
        T sum = default;
        int at = 0;
        for (int row = 0; row < rows; row++)
        {
            sum += T.WidenShares(shares[at..]);
            at = unchecked(at + stride);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Normalize<T>(Span<T> moved, T sum)
        where T : struct, ILanes<T>
    {
        DivisorColumns<T> bySum = DivisorColumns<T>.Of(sum);
        T largest = default;
        foreach (ref T value in moved)
        {
            value = bySum.Divide(value);
            largest = T.Max(largest, value);
        }

        return largest;
    }

    /// <summary>Scales to the largest of each column and notes who holds a bond.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Scale<T>(
        EpochWorkspace work, int piece, Span<ushort> shares, ReadOnlySpan<T> moved, T largest)
        where T : struct, ILanes<T>
    {
        int stride = work.Stride;
        int pieces = work.PieceCount<T>();
        Span<byte> present = work.Present.AsSpan(piece);
        DivisorColumns<T> byLargest = DivisorColumns<T>.Of(largest);
        int at = 0;
        int place = 0;
        foreach (T value in moved)
        {
            T.NarrowShares(Share16.OfPieces(byLargest.Divide(value)), shares[at..]);
            present[place] = (byte)T.PositiveBits(value);
            at = unchecked(at + stride);
            place = unchecked(place + pieces);
        }
    }
}
