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
        ReadOnlySpan<ulong> medianStakes = work.MedianStake.AsSpan(0, work.ActiveRows);
        ReadOnlySpan<T> first = MemoryMarshal.Cast<ulong, T>(hints);
        Span<T> preranks = EpochWorkspace.Pieces<T>(work.Preranks);
        Span<T> consensus = EpochWorkspace.Pieces<T>(work.Consensus);
        Span<T> ranks = EpochWorkspace.Pieces<T>(work.Ranks);
        MedianSearch<T> search = new(medianStakes, stride, kappa);
        for (int piece = 0; piece < work.PieceCount<T>(); piece++)
        {
            ReadOnlySpan<T> weights = work.Weights.From<T>(work.ActiveRows, piece);
            T hint = first.Length == 0 ? default : first[piece];
            (T sum, T below, T upTo) = Weigh(weights, stakes, medianStakes, stride, hint);
            preranks[piece] = sum;
            if (!search.IsMedian(below, upTo))
            {
                hint = search.Find(weights, first.Length == 0 ? sum : hint);
            }

            consensus[piece] = hint;
            ranks[piece] = SumOfClipped(weights, stakes, stride, hint);
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

    /// <summary>Preranks, and the stake at scores below and up to a hint.</summary>
    private static (T Sum, T Below, T UpTo) Weigh<T>(
        ReadOnlySpan<T> weights, ReadOnlySpan<ulong> stakes, ReadOnlySpan<ulong> medianStakes,
        int stride, T hint)
        where T : struct, ILanes<T>
    {
        T sum = default;
        T above = default;
        T upTo = default;
        T all = default;
        int at = 0;
        for (int row = 0; row < stakes.Length && row < medianStakes.Length; row++)
        {
            T weight = weights[at];
            T stake = T.All(medianStakes[row]);
            sum += T.Multiply(weight, T.All(stakes[row]));
            all += stake;
            upTo += T.WhereAtMost(weight, hint, stake, default);
            above += T.WhereAtMost(hint, weight, stake, default);
            at = unchecked(at + stride);
        }

        return (sum, all - above, upTo);
    }

    private static T SumOfClipped<T>(
        ReadOnlySpan<T> weights, ReadOnlySpan<ulong> stakes, int stride, T consensus)
        where T : struct, ILanes<T>
    {
        T sum = default;
        int at = 0;
        foreach (ulong stake in stakes)
        {
            sum += T.Multiply(T.Min(weights[at], consensus), T.All(stake));
            at = unchecked(at + stride);
        }

        return sum;
    }
}
