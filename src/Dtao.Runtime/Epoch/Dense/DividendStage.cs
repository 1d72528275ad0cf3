namespace Dtao.Runtime.Epoch.Dense;

/// <summary>What the holders of bonds earn.</summary>
/// <remarks>Source: docs/spec/epoch.md#dividends.</remarks>
internal static class DividendStage
{
    /// <summary>Sums incentive times bonds by row and normalises.</summary>
    public static void Run<T>(EpochWorkspace work)
        where T : struct, ILanes<T>
    {
        ReadOnlySpan<T> incentive =
            EpochWorkspace.Pieces<T>(work.Incentive)[..work.PieceCount<T>()];
        ulong total = 0;
        for (int row = 0; row < work.Uids.Count; row++)
        {
            ReadOnlySpan<T> bonds = work.Moved.Row<T>(row)[..incentive.Length];
            T sums = default;
            for (int piece = 0; piece < incentive.Length; piece++)
            {
                sums += T.Multiply(bonds[piece], incentive[piece]);
            }

            ulong sum = T.Sum(sums);
            work.Dividends[work.Uids[row]] = sum;
            total += sum;
        }

        Divisor byTotal = Divisor.Of(total);
        foreach (int uid in work.Uids)
        {
            work.Dividends[uid] = byTotal.Divide(work.Dividends[uid]);
        }
    }
}
