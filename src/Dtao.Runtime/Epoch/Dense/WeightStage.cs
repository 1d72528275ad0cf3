namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Reads, masks and normalises the rows of weights.</summary>
/// <remarks>Source: docs/spec/epoch.md#weights.</remarks>
internal static class WeightStage
{
    /// <summary>Fills the weights of all rows that count.</summary>
    /// <returns>False when a row names a column twice.</returns>
    public static bool TryRead<T>(EpochInput input, EpochWorkspace work)
        where T : struct, ILanes<T>
    {
        for (int row = 0; row < work.WeighingRows; row++)
        {
            int uid = work.Uids[row];
            Span<ulong> values = work.Weights.Row(row);
            if (!RowReader.TrySpread<T>(input.Weights[uid], work, values, out _)) return false;
            values[uid] = 0;
            RowReader.DropOutdated(work, input.LastUpdate[uid], values);
            Normalize(work.Weights.Row<T>(row)[..work.PieceCount<T>()]);
        }

        return true;
    }

    private static void Normalize<T>(Span<T> row)
        where T : struct, ILanes<T>
    {
        T sums = default;
        foreach (T values in row)
        {
            sums += values;
        }

        DivisorColumns<T> bySum = DivisorColumns<T>.All(T.Sum(sums));
        foreach (ref T values in row)
        {
            values = bySum.Divide(values);
        }
    }
}
