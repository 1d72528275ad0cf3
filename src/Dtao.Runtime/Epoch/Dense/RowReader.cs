using System.Runtime.InteropServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Spreads stored rows over the columns of a matrix.</summary>
/// <remarks>Source: docs/spec/epoch.md#weights, #stored-bonds.</remarks>
internal static class RowReader
{
    private const int ValueShift = 16;

    /// <summary>Spreads a row; what it does not name is zero.</summary>
    /// <param name="stored">The row as stored.</param>
    /// <param name="work">Workspace.</param>
    /// <param name="row">Receives the values, padding included.</param>
    /// <param name="foreign">Receives whether the row names a column that does not exist.</param>
    /// <returns>False when a column stands twice.</returns>
    public static bool TrySpread<T>(
        UidWeight[] stored, EpochWorkspace work, Span<ushort> row, out bool foreign)
        where T : struct, ILanes<T>
    {
        foreign = false;
        return TrySpreadAscending<T>(stored, work, row)
            || TrySpreadAny(stored, work, row, out foreign);
    }

    /// <summary>Spreads a row of ascending columns; neighbours are copied at once.</summary>
    private static bool TrySpreadAscending<T>(
        UidWeight[] stored, EpochWorkspace work, Span<ushort> row)
        where T : struct, ILanes<T>
    {
        // The halves of an entry change places where bytes are in the other order.
        if (!BitConverter.IsLittleEndian) return false;
        ReadOnlySpan<uint> entries = MemoryMarshal.Cast<UidWeight, uint>(stored);
        T steps = EpochWorkspace.Pieces<T>(work.Columns)[0];
        T column = T.All(ushort.MaxValue);
        int next = 0;
        for (int at = 0; at < entries.Length;)
        {
            int first = (int)(entries[at] & ushort.MaxValue);
            if (first < next || first >= work.Count) return false;
            if (first > next) row[next..first].Clear();
            if (T.Count > 1 && at <= entries.Length - T.Count && first <= work.Count - T.Count)
            {
                T values = T.Widen(entries[at..]);
                if (T.AreEqual(values & column, steps + T.All((ulong)first)))
                {
                    T.NarrowShares(values >> ValueShift, row[first..]);
                    next = first + T.Count;
                    at += T.Count;
                    continue;
                }
            }

            row[first] = (ushort)(entries[at] >> ValueShift);
            next = first + 1;
            at++;
        }

        row[next..].Clear();
        return true;
    }

    private static bool TrySpreadAny(
        UidWeight[] stored, EpochWorkspace work, Span<ushort> row, out bool foreign)
    {
        foreign = false;
        row.Clear();
        Span<ulong> seen = work.Scratch;
        seen[..((work.Count + 63) / 64)].Clear();
        foreach (UidWeight entry in stored)
        {
            if (entry.Uid >= work.Count)
            {
                foreign = true;
                continue;
            }

            ref ulong word = ref seen[entry.Uid / 64];
            ulong bit = 1UL << (entry.Uid % 64);
            if ((word & bit) != 0) return false;
            word |= bit;
            row[entry.Uid] = entry.Value;
        }

        return true;
    }
}
