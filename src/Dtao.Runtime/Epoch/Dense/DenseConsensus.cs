using System.Runtime.InteropServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>
/// Yuma consensus on full matrices of unsigned proportions, several columns at once.
/// </summary>
/// <remarks>
/// Everything lies between zero and one here, nothing saturates, and sums are exact, so the order
/// of work is free. Inputs for which that does not hold are refused. Not for two threads.
/// Source: docs/spec/epoch.md.
/// </remarks>
internal sealed class DenseConsensus
{
    private const int MostCells = 1 << 20;
    private readonly EpochWorkspace _work = new();
    private readonly LaneWidth _widest;

    /// <summary>Runs with the widest lanes of the machine.</summary>
    public DenseConsensus()
        : this(EightLanes.IsSupported ? LaneWidth.Eight
            : FourLanes.IsSupported ? LaneWidth.Four
            : LaneWidth.One)
    {
    }

    /// <summary>Runs with lanes of one width.</summary>
    internal DenseConsensus(LaneWidth widest) => _widest = widest;

    /// <summary>Runs one epoch.</summary>
    /// <param name="input">What it reads; nothing of it is changed before all is read.</param>
    /// <param name="memory">What the last epoch left.</param>
    /// <param name="output">Receives the outcome; may hold the lists that the input holds.</param>
    /// <returns>False when the input is not for this way; the output is untouched then.</returns>
    public bool TryRun(EpochInput input, EpochMemory memory, EpochOutput output) =>
        CanBegin(input) && _widest switch
        {
            LaneWidth.Eight => TryRun<EightLanes>(input, memory, output),
            LaneWidth.Four => TryRun<FourLanes>(input, memory, output),
            _ => TryRun<ScalarLane>(input, memory, output),
        };

    private static bool CanBegin(EpochInput input) =>
        input.Count > 0
        && input.Count <= MostCells / EpochWorkspace.StrideOf(input.Count)
        && input.LastUpdate.Length >= input.Count
        && input.ValidatorPermit.Length >= input.Count;

    private bool TryRun<T>(EpochInput input, EpochMemory memory, EpochOutput output)
        where T : struct, ILanes<T>
    {
        _work.Begin(input);
        if (!StakeStage.TryNormalize(input, _work)) return false;
        StakeStage.ChoosePermits<T>(input, _work);
        StakeStage.FindRows(input, _work);
        if (!ReadStage.TryRead<T>(input, _work, memory)) return false;

        // Wide products need factors below one.
        bool isAlone = _work.ActiveRows > 0 && _work.RowStake[0] == EpochWorkspace.One;
        return isAlone || RateStage.MayBeWhole(input)
            ? TryFinish<ScalarLane>(input, memory, output)
            : TryFinish<T>(input, memory, output);
    }

    private bool TryFinish<T>(EpochInput input, EpochMemory memory, EpochOutput output)
        where T : struct, ILanes<T>
    {
        if (!TryMove<T>(input, memory)) return false;
        ConsensusStage.WriteTrust<T>(_work);
        ConsensusStage.NormalizeRanks<T>(_work);
        DividendStage.Run<T>(_work);
        EmissionStage.Run(input, _work, output);
        OutputStage.WriteLists<T>(input, _work, output);
        OutputStage.WriteBonds<T>(input, _work, memory, output);
        memory.KeepConsensus(_work.Consensus);
        return true;
    }

    /// <summary>Goes through the columns, piece by piece, from weights to bonds.</summary>
    private bool TryMove<T>(EpochInput input, EpochMemory memory)
        where T : struct, ILanes<T>
    {
        bool isPlain = !input.LiquidAlpha;
        if (isPlain && !RateStage.TryFindPlain(input, _work)) return false;
        ulong penalty = (ulong)Vectors.FromShare16(input.BondsPenalty).Bits;
        ulong kappa = (ulong)Vectors.FromShare16(input.Kappa).Bits;
        MedianSearch<T> search = new(_work.MedianStake.AsSpan(0, _work.ActiveRows), kappa);
        ReadOnlySpan<T> hints = MemoryMarshal.Cast<ulong, T>(
            memory.Consensus.Length == _work.Stride ? memory.Consensus : []);
        _work.ReservePieces<T>(keepsWeights: !isPlain);
        _work.RowSums.Piece<T>(0).Clear();
        int pieces = _work.PieceCount<T>();
        for (int piece = 0; piece < pieces; piece++)
        {
            Span<T> weights = _work.Weights.Piece<T>(isPlain ? 0 : piece);
            ConsensusStage.Run(_work, search, piece, weights, hints);
            if (isPlain) BondStage.Run(_work, piece, weights, penalty);
        }

        if (isPlain) return true;
        if (!RateStage.TryFindLiquid(input, _work) && !RateStage.TryFindPlain(input, _work))
        {
            return false;
        }

        for (int piece = 0; piece < pieces; piece++)
        {
            BondStage.Run(_work, piece, _work.Weights.Piece<T>(piece), penalty);
        }

        return true;
    }
}
