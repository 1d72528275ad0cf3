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
        UidWeight[] stored, EpochWorkspace work, Span<ulong> row, out bool foreign)
        where T : struct, ILanes<T>
    {
        foreign = false;
        return IsInOrder<T>(stored, work, row) || TrySpreadAny(stored, work, row, out foreign);
    }

    /// <summary>Drops what was said before a neuron registered.</summary>
    public static void DropOutdated(EpochWorkspace work, ulong lastUpdate, Span<ulong> row)
    {
        if (lastUpdate > work.NewestRegistration) return;
        ReadOnlySpan<ulong> registered = work.RegisteredAt.AsSpan(0, work.Count);
        for (int column = 0; column < registered.Length; column++)
        {
            if (lastUpdate <= registered[column]) row[column] = 0;
        }
    }

    /// <summary>Spreads a row that names the first columns one after the other.</summary>
    private static bool IsInOrder<T>(UidWeight[] stored, EpochWorkspace work, Span<ulong> row)
        where T : struct, ILanes<T>
    {
        // The halves of an entry change places where bytes are in the other order.
        if (stored.Length > work.Count || !BitConverter.IsLittleEndian) return false;
        ReadOnlySpan<uint> entries = MemoryMarshal.Cast<UidWeight, uint>(stored);
        ReadOnlySpan<T> columns = EpochWorkspace.Pieces<T>(work.Columns);
        Span<T> pieces = MemoryMarshal.Cast<ulong, T>(row);
        T difference = default;
        int whole = entries.Length / T.Count;
        for (int piece = 0; piece < whole; piece++)
        {
            T values = T.Widen(entries[(piece * T.Count)..]);
            difference |= values ^ columns[piece];
            pieces[piece] = values >> ValueShift;
        }

        if (!T.AreEqual(difference & T.All(ushort.MaxValue), default)) return false;
        for (int column = whole * T.Count; column < stored.Length; column++)
        {
            if (stored[column].Uid != column) return false;
            row[column] = stored[column].Value;
        }

        row[stored.Length..].Clear();
        return true;
    }

    private static bool TrySpreadAny(
        UidWeight[] stored, EpochWorkspace work, Span<ulong> row, out bool foreign)
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
