namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Reads the stored rows and masks what does not count.</summary>
/// <remarks>Source: docs/spec/epoch.md#weights, #stored-bonds.</remarks>
internal static class ReadStage
{
    /// <summary>Reads weights and bonds of all rows.</summary>
    /// <returns>False when a row names a column twice, or a bond one that does not exist.</returns>
    public static bool TryRead<T>(EpochInput input, EpochWorkspace work, EpochMemory memory)
        where T : struct, ILanes<T>
    {
        memory.Weights.Begin(work.Count);
        memory.Bonds.Begin(work.Count);
        FindNewcomers(input, work);
        for (int row = 0; row < work.Uids.Count; row++)
        {
            int uid = work.Uids[row];
            ulong lastUpdate = input.LastUpdate[uid];
            if (!memory.Bonds.TryRead<T>(input.Bonds[uid], uid, work, dropsForeign: false))
            {
                return false;
            }

            Span<ushort> bonds = work.BondShares.Row(row);
            memory.Bonds.SharesOf(uid).CopyTo(bonds);
            DropOutdated(input, work, lastUpdate, bonds);
            if (row >= work.WeighingRows) continue;

            if (!memory.Weights.TryRead<T>(input.Weights[uid], uid, work, dropsForeign: true))
            {
                return false;
            }

            Span<ushort> weights = work.WeightShares.Row(row);
            memory.Weights.SharesOf(uid).CopyTo(weights);
            weights[uid] = 0;
            DropOutdated(input, work, lastUpdate, weights);
            work.RowDivisors[row] = Divisor.Of(Sum<T>(weights));
        }

        return true;
    }

    /// <summary>Finds the columns whose neuron is newer than some row.</summary>
    private static void FindNewcomers(EpochInput input, EpochWorkspace work)
    {
        ulong oldest = ulong.MaxValue;
        foreach (int uid in work.Uids)
        {
            oldest = Math.Min(oldest, input.LastUpdate[uid]);
        }

        work.Newcomers.Clear();
        ReadOnlySpan<ulong> registered = input.RegisteredAt.AsSpan(0, work.Count);
        for (int column = 0; column < registered.Length; column++)
        {
            if (registered[column] >= oldest) work.Newcomers.Add(column);
        }
    }

    /// <summary>Drops what was said before a neuron registered.</summary>
    private static void DropOutdated(
        EpochInput input, EpochWorkspace work, ulong lastUpdate, Span<ushort> row)
    {
        foreach (int column in work.Newcomers)
        {
            if (lastUpdate <= input.RegisteredAt[column]) row[column] = 0;
        }
    }

    private static ulong Sum<T>(ReadOnlySpan<ushort> row)
        where T : struct, ILanes<T>
    {
        T sums = default;
        for (; row.Length >= T.Count; row = row[T.Count..])
        {
            sums += T.WidenShares(row);
        }

        return T.Sum(sums);
    }
}
