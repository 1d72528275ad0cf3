using System.Runtime.InteropServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>What the stake agrees on: preranks, consensus, ranks and validator trust.</summary>
/// <remarks>Source: docs/spec/epoch.md#preranks, #consensus, #clipping, #ranks.</remarks>
internal static class ConsensusStage
{
    /// <summary>Finds preranks, consensus and ranks, piece by piece of the columns.</summary>
    /// <param name="work">Workspace.</param>
    /// <param name="kappa">Majority of stake, as a raw proportion.</param>
    /// <param name="hints">
    /// Where to look for each column's consensus first: a padded list, or none.
    /// </param>
    public static void Run<T>(EpochWorkspace work, ulong kappa, ReadOnlySpan<ulong> hints)
        where T : struct, ILanes<T>
    {
        int stride = work.Stride / T.Count;
        ReadOnlySpan<ulong> stakes = work.RowStake.AsSpan(0, work.ActiveRows);
        Span<T> preranks = EpochWorkspace.Pieces<T>(work.Preranks);
        Span<T> consensus = EpochWorkspace.Pieces<T>(work.Consensus);
        Span<T> ranks = EpochWorkspace.Pieces<T>(work.Ranks);
        ReadOnlySpan<T> first = MemoryMarshal.Cast<ulong, T>(hints);
        MedianSearch<T> search = new(work.MedianStake.AsSpan(0, work.ActiveRows), stride, kappa);
        for (int piece = 0; piece < work.PieceCount<T>(); piece++)
        {
            ReadOnlySpan<T> weights = work.Weights.From<T>(work.ActiveRows, piece);
            preranks[piece] = SumOfProducts(weights, stakes, stride);
            T hint = first.Length == 0 ? preranks[piece] : first[piece];
            consensus[piece] = search.Find(weights, hint);
            ranks[piece] = SumOfClipped(weights, stakes, stride, consensus[piece]);
        }
    }

    /// <summary>Sums every row's weights, clipped at consensus.</summary>
    public static void SumTrust<T>(EpochWorkspace work)
        where T : struct, ILanes<T>
    {
        ReadOnlySpan<T> consensus =
            EpochWorkspace.Pieces<T>(work.Consensus)[..work.PieceCount<T>()];
        for (int row = 0; row < work.WeighingRows; row++)
        {
            ReadOnlySpan<T> weights = work.Weights.Row<T>(row)[..consensus.Length];
            T sums = default;
            for (int piece = 0; piece < consensus.Length; piece++)
            {
                sums += T.Min(weights[piece], consensus[piece]);
            }

            work.ValidatorTrust[work.Uids[row]] = T.Sum(sums);
        }
    }

    /// <summary>Divides the ranks by their sum.</summary>
    public static void NormalizeRanks<T>(EpochWorkspace work)
        where T : struct, ILanes<T>
    {
        ReadOnlySpan<T> ranks = EpochWorkspace.Pieces<T>(work.Ranks)[..work.PieceCount<T>()];
        Span<T> incentive = EpochWorkspace.Pieces<T>(work.Incentive);
        T sums = default;
        foreach (T rank in ranks)
        {
            sums += rank;
        }

        DivisorColumns<T> bySum = DivisorColumns<T>.All(T.Sum(sums));
        for (int piece = 0; piece < ranks.Length; piece++)
        {
            incentive[piece] = bySum.Divide(ranks[piece]);
        }
    }

    private static T SumOfProducts<T>(
        ReadOnlySpan<T> weights, ReadOnlySpan<ulong> stakes, int stride)
        where T : struct, ILanes<T>
    {
        T sum = default;
        for (int row = 0; row < stakes.Length; row++)
        {
            sum += T.Multiply(weights[row * stride], T.All(stakes[row]));
        }

        return sum;
    }

    private static T SumOfClipped<T>(
        ReadOnlySpan<T> weights, ReadOnlySpan<ulong> stakes, int stride, T consensus)
        where T : struct, ILanes<T>
    {
        T sum = default;
        for (int row = 0; row < stakes.Length; row++)
        {
            T clipped = T.Min(weights[row * stride], consensus);
            sum += T.Multiply(clipped, T.All(stakes[row]));
        }

        return sum;
    }
}
