using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Weights;

namespace Dtao.Lab.Agents;

/// <summary>Validators that keep judging their subnets, on a made-up schedule.</summary>
/// <remarks>
/// One validator of one subnet has its turn in every block, each pair once in
/// <see cref="PeriodInBlocks"/> blocks, which is below the activity cutoff. It looks anew, with a
/// new error, and sends the real call. It stays silent when it has lost its place or its permit,
/// or when the genesis is so fresh that the rate limit would refuse it.
/// </remarks>
public sealed class WeightSetters
{
    /// <summary>Blocks between two turns of a validator on a subnet.</summary>
    public const ulong PeriodInBlocks = 4_096;

    private readonly IReadOnlyList<Validator> _validators;
    private readonly List<Judged> _subnets = [];

    /// <summary>Setters for some subnets.</summary>
    /// <param name="validators">Validators; each sits at the uid of its place in the list.</param>
    /// <param name="subnets">Subnets they judge, with the branch their neurons came from.</param>
    public WeightSetters(
        IReadOnlyList<Validator> validators, IEnumerable<(NetUid NetUid, SeedTree Seed)> subnets)
    {
        _validators = validators;
        foreach ((NetUid subnet, SeedTree seed) in subnets)
        {
            ulong[] quality = SyntheticNeurons.QualityOfEach(
                validators.Count, seed.Branch("quality").Random());
            _subnets.Add(new(subnet, seed.Branch("noise"), quality));
        }

        int turns = validators.Count * _subnets.Count;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(turns, (int)PeriodInBlocks);
    }

    private WeightSetters(WeightSetters other)
    {
        _validators = other._validators;
        _subnets = other._subnets;
    }

    /// <summary>Hears of every call; null by default.</summary>
    public Action<ICall, AccountId>? Listener { get; set; }

    /// <summary>Rows that were set so far.</summary>
    public int RowsSet { get; private set; }

    /// <summary>Turns that passed in silence so far, for want of a permit or of the slot.
    /// </summary>
    public int TurnsWithoutPermit { get; private set; }

    /// <summary>The same validators for another branch of the chain, with counts of their own.
    /// </summary>
    public WeightSetters ForBranch() => new(this);

    /// <summary>Lets whose turn it is in the present block set its weights.</summary>
    public void Act(Chain chain)
    {
        (ulong round, ulong turn) = Math.DivRem(chain.Block.Value, PeriodInBlocks);
        int validator = (int)turn / _subnets.Count;
        if (_subnets.Count == 0 || validator >= _validators.Count) return;
        Judged judged = _subnets[(int)turn % _subnets.Count];
        ulong age = chain.Block.Value - chain.Neurons.LastUpdate(judged.NetUid)[validator];
        if (age < chain.Weights.RateLimit(judged.NetUid)) return;
        if (!HasPermit(chain, judged.NetUid, validator))
        {
            TurnsWithoutPermit++;
            return;
        }

        SeededRandom noise = judged.Seed.Branch(validator).Branch((int)round).Random();
        UidWeight[] row = SyntheticNeurons.RowOf(judged.Quality, noise);
        SetWeights call = new(
            judged.NetUid,
            Array.ConvertAll(row, static weight => weight.Uid),
            Array.ConvertAll(row, static weight => weight.Value),
            VersionKey: 0);
        DispatchResult result = chain.Dispatch(call, _validators[validator].Hotkey.Account);
        Invariant.Holds(result.IsOk, $"a validator with a permit can set weights: {result}");
        Listener?.Invoke(call, _validators[validator].Hotkey.Account);
        RowsSet++;
    }

    /// <summary>It still has its place, and a permit there.</summary>
    private bool HasPermit(Chain chain, NetUid subnet, int validator) =>
        chain.Neurons.ValidatorPermits(subnet)[validator]
        && chain.Neurons.KeyOf(subnet, new((ushort)validator)) == _validators[validator].Hotkey;

    private readonly record struct Judged(NetUid NetUid, SeedTree Seed, ulong[] Quality);
}
