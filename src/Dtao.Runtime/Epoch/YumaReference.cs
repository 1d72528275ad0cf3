using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>Yuma consensus step by step, as the specification tells it.</summary>
/// <remarks>
/// The readable twin of <see cref="YumaConsensus"/>: same results, and every stage can be
/// watched. Source: docs/spec/epoch.md; vectors: vectors/epoch.json.gz, epoch_trace.json.gz.
/// </remarks>
public sealed class YumaReference
{
    private readonly EpochInput _input;
    private readonly IEpochTrace? _trace;
    private readonly EpochOutput _output;
    private readonly int _count;

    private YumaReference(EpochInput input, IEpochTrace? trace)
    {
        _input = input;
        _trace = trace;
        _count = input.Count;
        _output = new EpochOutput(_count);
    }

    /// <summary>Runs one epoch.</summary>
    public static EpochOutput Run(EpochInput input, IEpochTrace? trace = null) =>
        new YumaReference(input, trace).Run();

    private EpochOutput Run()
    {
        bool[] inactive = FindInactive();
        I32F32[] stake = NormalizeStake();
        ValidatorPermits.ChooseLargest(stake, _input.MaximumValidators, _output.ValidatorPermit);
        bool[] forbidden = Array.ConvertAll(_input.ValidatorPermit[.._count], permit => !permit);
        I32F32[] activeStake = (I32F32[])stake.Clone();
        Vectors.Mask(inactive, activeStake);
        Vectors.Mask(forbidden, activeStake);
        Vectors.Normalize(activeStake);
        _trace?.Flags("new_validator_permits", _output.ValidatorPermit);
        Watch("active_stake", activeStake);

        SparseEntry[][] weights = ReadWeights(forbidden);
        I32F32[] preranks = SparseMatrix.MultiplyColumns(weights, activeStake, _count);
        I32F32[] consensus = WeightedMedian.OfColumns(
            activeStake, weights, _count, Vectors.FromShare16(_input.Kappa));
        SparseEntry[][] clipped = SparseMatrix.ClipColumns(weights, consensus);
        I32F32[] validatorTrust = SparseMatrix.SumRows(clipped);
        I32F32[] ranks = SparseMatrix.MultiplyColumns(clipped, activeStake, _count);
        I32F32[] trust = Vectors.Divide(ranks, preranks);
        Watch("preranks", preranks);
        Watch("consensus", consensus);
        Watch("clipped_weights", clipped);
        Watch("validator_trust", validatorTrust);
        Watch("ranks", ranks);
        Watch("trust", trust);
        Vectors.Normalize(ranks);
        Watch("incentive", ranks);

        SparseEntry[][] bonds = MoveBonds(weights, clipped, activeStake, consensus);
        I32F32[] dividends = SparseMatrix.MultiplyRows(bonds, ranks);
        Vectors.Normalize(dividends);
        Watch("dividends", dividends);

        SplitEmission(ranks, dividends, stake, activeStake);
        Quantise(stake, ranks, trust, consensus, dividends, validatorTrust);
        StoreBonds(bonds);
        return _output;
    }

    private bool[] FindInactive()
    {
        bool[] inactive = new bool[_count];
        for (int uid = 0; uid < _count; uid++)
        {
            inactive[uid] = ActivityCutoff.IsPassed(
                _input.LastUpdate[uid], _input.ActivityCutoff, _input.Block);
            _output.Active[uid] = !inactive[uid];
        }

        _trace?.Amounts("last_update", _input.LastUpdate[.._count]);
        _trace?.Flags("inactive", inactive);
        _trace?.Amounts("block_at_registration", _input.RegisteredAt[.._count]);
        return inactive;
    }

    private I32F32[] NormalizeStake()
    {
        I64F64[] wide = _input.Stake[.._count];
        Vectors.Normalize(wide);
        I32F32[] stake = Array.ConvertAll(wide, static value => value.ToI32F32());
        Watch("stake", stake);
        _trace?.Flags("validator_permits", _input.ValidatorPermit[.._count]);
        return stake;
    }

    private SparseEntry[][] ReadWeights(bool[] forbidden)
    {
        SparseEntry[][] weights = ReadRows(_input.Weights, keepAll: false);
        Watch("weights", weights);
        weights = SparseMatrix.MaskRows(forbidden, weights);
        Watch("weights_permit", weights);
        weights = SparseMatrix.MaskDiagonal(weights);
        Watch("weights_permit_diag", weights);
        weights = SparseMatrix.MaskOutdated(weights, _input.LastUpdate, _input.RegisteredAt);
        Watch("weights_permit_diag_outdate", weights);
        SparseMatrix.NormalizeRows(weights);
        Watch("weights_normalised", weights);
        return weights;
    }

    private SparseEntry[][] ReadRows(UidWeight[][] stored, bool keepAll)
    {
        SparseEntry[][] rows = new SparseEntry[_count][];
        for (int row = 0; row < _count; row++)
        {
            List<SparseEntry> entries = new(stored[row].Length);
            foreach (UidWeight entry in stored[row])
            {
                if (!keepAll && entry.Uid >= _count) continue;
                entries.Add(new(entry.Uid, I32F32.FromInteger((ulong)entry.Value)));
            }

            rows[row] = [.. entries];
        }

        return rows;
    }

    private SparseEntry[][] MoveBonds(
        SparseEntry[][] weights, SparseEntry[][] clipped, I32F32[] activeStake,
        I32F32[] consensus)
    {
        SparseEntry[][] forBonds = SparseMatrix.Interpolate(
            weights, clipped, _count, Vectors.FromShare16(_input.BondsPenalty));
        SparseEntry[][] old = ReadRows(_input.Bonds, keepAll: true);
        Watch("bonds", old);
        old = SparseMatrix.MaskOutdated(old, _input.LastUpdate, _input.RegisteredAt);
        Watch("bonds_outdate", old);
        SparseMatrix.NormalizeColumns(old, _count);
        Watch("bonds_normalised", old);

        SparseEntry[][] delta = SparseMatrix.ScaleRows(forBonds, activeStake);
        Watch("bonds_delta", delta);
        SparseMatrix.NormalizeColumns(delta, _count);
        Watch("bonds_delta_normalised", delta);

        SparseEntry[][] moved = MoveAverage(delta, old, consensus);
        Watch("ema_bonds_raw", moved);
        SparseMatrix.NormalizeColumns(moved, _count);
        Watch("ema_bonds_normalised", moved);
        return moved;
    }

    private SparseEntry[][] MoveAverage(
        SparseEntry[][] delta, SparseEntry[][] old, I32F32[] consensus)
    {
        if (LiquidRates(consensus) is { } rates)
        {
            return Bonds.MoveAverage(delta, old, _count, rates);
        }

        I32F32 rate = Bonds.PlainRate(_input.BondsMovingAverage);
        return Bonds.MoveAverage(delta, old, _count, rate);
    }

    private I32F32[]? LiquidRates(I32F32[] consensus)
    {
        if (!_input.LiquidAlpha) return null;
        if (!Array.Exists(consensus, static value => value != I32F32.Zero)) return null;
        I32F32 high = Vectors.Quantile(consensus, 3, 4);
        I32F32 low = Vectors.Quantile(consensus, 1, 4);
        if (!(high > low || high != I32F32.Zero || low < I32F32.Zero)) return null;

        I32F32 alphaLow = Vectors.FromShare16(_input.AlphaLow);
        I32F32 alphaHigh = Vectors.FromShare16(_input.AlphaHigh);
        (I32F32 slope, I32F32 offset) = LiquidAlpha.Curve(alphaHigh, alphaLow, high, low);
        I32F32[] rates = LiquidAlpha.Rates(consensus, slope, offset);
        I32F32[] held = LiquidAlpha.Hold(rates, alphaHigh, alphaLow);
        _trace?.Value("liquid_a", slope);
        _trace?.Value("liquid_b", offset);
        Watch("liquid_alpha", rates);
        Watch("liquid_alpha_clamped", held);
        return held;
    }

    private void SplitEmission(
        I32F32[] incentive, I32F32[] dividends, I32F32[] stake, I32F32[] activeStake)
    {
        I32F32[] server = (I32F32[])incentive.Clone();
        I32F32[] validator = (I32F32[])dividends.Clone();
        I32F32[] combined = new I32F32[_count];
        for (int uid = 0; uid < _count; uid++)
        {
            combined[uid] = incentive[uid].SaturatingAdd(dividends[uid]);
        }

        I32F32 sum = Vectors.Sum(combined);
        Vectors.NormalizeUsing(server, sum);
        Vectors.NormalizeUsing(validator, sum);
        Vectors.Normalize(combined);
        if (sum == I32F32.Zero)
        {
            I32F32[] basis = Vectors.IsZero(activeStake) ? stake : activeStake;
            validator = basis;
            combined = basis;
        }

        Watch("normalized_server_emission", server);
        Pay(server, _output.ServerEmission);
        _trace?.Amounts("server_emission", _output.ServerEmission);
        Watch("normalized_validator_emission", validator);
        Pay(validator, _output.ValidatorEmission);
        _trace?.Amounts("validator_emission", _output.ValidatorEmission);
        Watch("normalized_combined_emission", combined);
        Pay(combined, _output.Emission);
        _trace?.Amounts("combined_emission", _output.Emission);
        Watch("pruning_scores", combined);
        Vectors.UpscaleToShare16(combined).CopyTo(_output.PruningScores, 0);
    }

    private void Pay(I32F32[] proportions, ulong[] amounts)
    {
        I96F32 emission = I96F32.FromInteger(_input.Emission);
        for (int uid = 0; uid < _count; uid++)
        {
            amounts[uid] = proportions[uid].ToI96F32().SaturatingMultiply(emission)
                .FloorToUInt64();
        }
    }

    private void Quantise(
        I32F32[] stake, I32F32[] ranks, I32F32[] trust, I32F32[] consensus,
        I32F32[] dividends, I32F32[] validatorTrust)
    {
        for (int uid = 0; uid < _count; uid++)
        {
            _output.StakeWeight[uid] = Vectors.ToShare16(stake[uid]);
            _output.Rank[uid] = Vectors.ToShare16(ranks[uid]);
            _output.Trust[uid] = Vectors.ToShare16(trust[uid]);
            _output.Consensus[uid] = Vectors.ToShare16(consensus[uid]);
            _output.Incentive[uid] = Vectors.ToShare16(ranks[uid]);
            _output.Dividends[uid] = Vectors.ToShare16(dividends[uid]);
            _output.ValidatorTrust[uid] = Vectors.ToShare16(validatorTrust[uid]);
        }
    }

    private void StoreBonds(SparseEntry[][] bonds)
    {
        SparseMatrix.UpscaleColumns(bonds, _count);
        for (int uid = 0; uid < _count; uid++)
        {
            if (_output.ValidatorPermit[uid])
            {
                _output.Bonds[uid] = Array.ConvertAll(bonds[uid], static entry =>
                    new UidWeight((ushort)entry.Column, Vectors.ToShare16(entry.Value)));
            }
            else if (_input.ValidatorPermit[uid])
            {
                _output.Bonds[uid] = [];
            }
        }
    }

    private void Watch(string name, I32F32[] values) => _trace?.Values(name, values);

    private void Watch(string name, SparseEntry[][] rows) => _trace?.Rows(name, rows);
}
