using System.Runtime.InteropServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>What the holders of bonds earn.</summary>
/// <remarks>Source: docs/spec/epoch.md#dividends.</remarks>
internal static class DividendStage
{
    /// <summary>Sums incentive times bonds by row and normalises.</summary>
    public static void Run<T>(EpochWorkspace work)
        where T : struct, ILanes<T>
    {
        int single = work.Incentive.AsSpan(0, work.Count).IndexOf(EpochWorkspace.One);
        if (single < 0) SumProducts<T>(work);
        else CopyColumn<T>(work, single);

        ulong total = 0;
        foreach (int uid in work.Uids)
        {
            total += work.Dividends[uid];
        }

        Divisor byTotal = Divisor.Of(total);
        foreach (int uid in work.Uids)
        {
            work.Dividends[uid] = byTotal.Divide(work.Dividends[uid]);
        }
    }

    private static void SumProducts<T>(EpochWorkspace work)
        where T : struct, ILanes<T>
    {
        ReadOnlySpan<T> incentive = EpochWorkspace.Pieces<T>(work.Incentive);
        Span<T> sums = work.RowSums.Piece<T>(0);
        sums.Clear();
        for (int piece = 0; piece < work.PieceCount<T>(); piece++)
        {
            T earned = incentive[piece];
            ReadOnlySpan<T> bonds = work.Moved.Piece<T>(piece);
            for (int row = 0; row < bonds.Length && row < sums.Length; row++)
            {
                sums[row] += T.Multiply(bonds[row], earned);
            }
        }

        for (int row = 0; row < sums.Length; row++)
        {
            work.Dividends[work.Uids[row]] = T.Sum(sums[row]);
        }
    }

    /// <summary>Where one neuron earns all, its bonds are the sums.</summary>
    private static void CopyColumn<T>(EpochWorkspace work, int column)
        where T : struct, ILanes<T>
    {
        Span<T> piece = work.Moved.Piece<T>(column / T.Count);
        ReadOnlySpan<ulong> bonds = MemoryMarshal.Cast<T, ulong>(piece);
        for (int row = 0; row < work.Uids.Count; row++)
        {
            work.Dividends[work.Uids[row]] = bonds[(row * T.Count) + (column % T.Count)];
        }
    }
}
