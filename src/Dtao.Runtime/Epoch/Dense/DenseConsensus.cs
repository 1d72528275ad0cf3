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

    /// <summary>Consensus of the last run by column, padded; the best hint for the next.</summary>
    public ReadOnlySpan<ulong> Consensus => _work.Consensus;

    /// <summary>Runs one epoch.</summary>
    /// <param name="input">What it reads; nothing of it is changed before all is read.</param>
    /// <param name="output">Receives the outcome; may hold the lists that the input holds.</param>
    /// <param name="hints">Where to look for consensus first: a padded list, or none.</param>
    /// <returns>False when the input is not for this way; the output is untouched then.</returns>
    public bool TryRun(EpochInput input, EpochOutput output, ReadOnlySpan<ulong> hints) =>
        CanBegin(input) && _widest switch
        {
            LaneWidth.Eight => TryRun<EightLanes>(input, output, hints),
            LaneWidth.Four => TryRun<FourLanes>(input, output, hints),
            _ => TryRun<ScalarLane>(input, output, hints),
        };

    private static bool CanBegin(EpochInput input) =>
        input.Count > 0
        && input.Count <= MostCells / DenseRows.StrideOf(input.Count)
        && input.LastUpdate.Length >= input.Count
        && input.ValidatorPermit.Length >= input.Count;

    private bool TryRun<T>(EpochInput input, EpochOutput output, ReadOnlySpan<ulong> hints)
        where T : struct, ILanes<T>
    {
        _work.Begin(input);
        if (!StakeStage.TryNormalize(input, _work)) return false;
        StakeStage.ChoosePermits<T>(input, _work);
        StakeStage.FindRows(input, _work);
        if (!WeightStage.TryRead<T>(input, _work)) return false;
        if (!BondStage.TryRead<T>(input, _work)) return false;

        // Wide products need factors below one.
        bool isAlone = _work.ActiveRows > 0 && _work.RowStake[0] == EpochWorkspace.One;
        return isAlone
            ? TryFinish<ScalarLane>(input, output, hints)
            : TryFinish<T>(input, output, hints);
    }

    private bool TryFinish<T>(EpochInput input, EpochOutput output, ReadOnlySpan<ulong> hints)
        where T : struct, ILanes<T>
    {
        ulong kappa = (ulong)Vectors.FromShare16(input.Kappa).Bits;
        ConsensusStage.Run<T>(_work, kappa, hints.Length == _work.Stride ? hints : []);
        if (!RateStage.TryFind(input, _work)) return false;

        ConsensusStage.SumTrust<T>(_work);
        ConsensusStage.NormalizeRanks<T>(_work);
        BondStage.ClipWeights<T>(_work, (ulong)Vectors.FromShare16(input.BondsPenalty).Bits);
        if (RateStage.HasWholeRate(_work)) BondStage.Move<ScalarLane>(_work);
        else BondStage.Move<T>(_work);
        if (Array.IndexOf(_work.Incentive, EpochWorkspace.One) < 0) DividendStage.Run<T>(_work);
        else DividendStage.Run<ScalarLane>(_work);

        EmissionStage.Run(input, _work, output);
        OutputStage.WriteLists(input, _work, output);
        OutputStage.WriteBonds<T>(input, _work, output);
        return true;
    }
}
