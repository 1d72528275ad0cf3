using System.Runtime.CompilerServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>What the stake agrees on: preranks, consensus, ranks and validator trust.</summary>
/// <remarks>
/// Source: docs/spec/epoch.md#weights, #preranks, #consensus, #clipping, #ranks.
/// </remarks>
internal static class ConsensusStage
{
    /// <summary>Normalises weights and finds preranks, consensus and ranks of one piece.</summary>
    /// <param name="work">Workspace.</param>
    /// <param name="search">Finds the medians.</param>
    /// <param name="piece">Piece of the columns.</param>
    /// <param name="weights">Receives the normalised weights by row.</param>
    /// <param name="hints">Where to look for consensus first; none when empty.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<T>(
        EpochWorkspace work, in MedianSearch<T> search, int piece, Span<T> weights,
        ReadOnlySpan<T> hints)
        where T : struct, ILanes<T>
    {
        T consensus = hints.Length == 0 ? default : hints[piece];
        Normalize(work, piece, weights);
        (T sum, T below, T upTo) = Weigh(work, weights, consensus);
        if (!search.IsMedian(below, upTo))
        {
            T hint = hints.Length == 0 ? sum : consensus;
            consensus = search.Find(weights[..work.ActiveRows], hint);
        }

        EpochWorkspace.Pieces<T>(work.Preranks)[piece] = sum;
        EpochWorkspace.Pieces<T>(work.Consensus)[piece] = consensus;
        EpochWorkspace.Pieces<T>(work.Ranks)[piece] = Rank(work, weights, consensus);
    }

    /// <summary>Takes the sums over the clipped rows as validator trust.</summary>
    public static void WriteTrust<T>(EpochWorkspace work)
        where T : struct, ILanes<T>
    {
        Span<T> sums = work.RowSums.Piece<T>(0);
        for (int row = 0; row < work.WeighingRows; row++)
        {
            work.ValidatorTrust[work.Uids[row]] = T.Sum(sums[row]);
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

        DivisorColumns<T> bySum = DivisorColumns<T>.All(Divisor.Of(T.Sum(sums)));
        for (int piece = 0; piece < ranks.Length; piece++)
        {
            incentive[piece] = bySum.Divide(ranks[piece]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Normalize<T>(EpochWorkspace work, int piece, Span<T> weights)
        where T : struct, ILanes<T>
    {
        int stride = work.Stride;
        ReadOnlySpan<ushort> shares = work.WeightShares.From(piece * T.Count);
        ReadOnlySpan<Divisor> divisors = work.RowDivisors;
        int at = 0;
        for (int row = 0; row < weights.Length && row < divisors.Length; row++)
        {
            DivisorColumns<T> bySum = DivisorColumns<T>.All(divisors[row]);
            weights[row] = bySum.Divide(T.WidenShares(shares[at..]));
            at = unchecked(at + stride);
        }
    }

    /// <summary>Preranks, and the stake at scores below and up to a hint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Sum, T Below, T UpTo) Weigh<T>(
        EpochWorkspace work, ReadOnlySpan<T> weights, T hint)
        where T : struct, ILanes<T>
    {
        ReadOnlySpan<ulong> stakes = work.RowStake.AsSpan(0, work.ActiveRows);
        ReadOnlySpan<ulong> medianStakes = work.MedianStake.AsSpan(0, work.ActiveRows);
        T sum = default;
        T above = default;
        T upTo = default;
        T all = default;
        for (int row = 0; row < stakes.Length; row++)
        {
            T weight = weights[row];
            T stake = T.All(medianStakes[row]);
            sum += T.Multiply(weight, T.All(stakes[row]));
            all += stake;
            upTo += T.WhereAtMost(weight, hint, stake, default);
            above += T.WhereAtMost(hint, weight, stake, default);
        }

        return (sum, all - above, upTo);
    }

    /// <summary>Ranks; the clipped weights also go to the sums by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Rank<T>(EpochWorkspace work, ReadOnlySpan<T> weights, T consensus)
        where T : struct, ILanes<T>
    {
        ReadOnlySpan<ulong> stakes = work.RowStake.AsSpan(0, work.ActiveRows);
        Span<T> trust = work.RowSums.Piece<T>(0)[..weights.Length];
        T sum = default;
        for (int row = 0; row < stakes.Length; row++)
        {
            T clipped = T.Min(weights[row], consensus);
            trust[row] += clipped;
            sum += T.Multiply(clipped, T.All(stakes[row]));
        }

        for (int row = stakes.Length; row < weights.Length; row++)
        {
            trust[row] += T.Min(weights[row], consensus);
        }

        return sum;
    }
}
