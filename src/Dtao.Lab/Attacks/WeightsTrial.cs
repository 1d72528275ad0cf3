using Dtao.Lab.Measures;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Weights;

namespace Dtao.Lab.Attacks;

/// <summary>One purchase of stake weight, up to the epoch that should follow it.</summary>
internal sealed class WeightsTrial
{
    private readonly AttackPlan _plan;
    private readonly AttackBranch _branch;
    private readonly AttackerAccount _attacker;
    private readonly Hotkey _hotkey;
    private readonly List<AttackAction> _trace = [];

    private WeightsTrial(AttackPlan plan, AttackBranch branch)
    {
        _plan = plan;
        _branch = branch;
        (Coldkey coldkey, _hotkey) = AttackerAccount.KeysOf(plan.Seed);
        _attacker = new(branch.Chain, coldkey, _trace);
    }

    private Chain Chain => _branch.Chain;

    private NetUid Subnet => _plan.Subnet;

    /// <summary>Plays it; the branch is used up.</summary>
    /// <param name="plan">The search.</param>
    /// <param name="branch">The network before the purchase.</param>
    /// <param name="mix">What is bought with what.</param>
    /// <param name="spent">TAO for alpha and for root. Unit: rao.</param>
    /// <param name="report">Hears how many blocks were run.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    public static AttackOutcome Play(
        AttackPlan plan, AttackBranch branch, WeightsMix mix, (decimal Pool, decimal Root) spent,
        Action<ulong>? report, CancellationToken cancellation) =>
        new WeightsTrial(plan, branch).Play(
            mix, Whole(spent.Pool), Whole(spent.Root), report, cancellation);

    /// <summary>Stake weight of the active validators with a permit. Unit: 10^-9.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="subnet">The subnet.</param>
    /// <param name="but">Hotkey that is left out; null for none.</param>
    public static decimal ActiveWeight(Chain chain, NetUid subnet, Hotkey? but)
    {
        decimal sum = 0;
        ReadOnlySpan<bool> permits = chain.Neurons.ValidatorPermits(subnet);
        for (int uid = 0; uid < permits.Length; uid++)
        {
            Hotkey hotkey = chain.Neurons.KeyOf(subnet, new((ushort)uid));
            if (!permits[uid] || hotkey == but || IsSilent(chain, subnet, uid)) continue;
            sum += WeightOf(chain, hotkey, subnet);
        }

        return sum;
    }

    private static bool IsSilent(Chain chain, NetUid subnet, int uid) =>
        chain.Neurons.LastUpdate(subnet)[uid]
            + chain.Epochs.ActivityCutoff(subnet) < chain.Block.Value;

    private static decimal WeightOf(Chain chain, Hotkey hotkey, NetUid subnet) =>
        (decimal)(UInt128)(chain.Delegation.WeightOf(hotkey, subnet).Weight.Bits >> 64);

    private static Tao Whole(decimal rao) => Tao.FromRao((ulong)Math.Max(0, rao));

    private AttackOutcome Play(
        WeightsMix mix, Tao pool, Tao root, Action<ulong>? report,
        CancellationToken cancellation)
    {
        BlockNumber start = Chain.Block;
        _attacker.Need(pool.SaturatingAdd(root).SaturatingAdd(Tao.Whole(2)));
        decimal price = ReadableNumber.Of(Chain.Pools.SpotPrice(Subnet).Value);
        _attacker.Do(
            "burned_register", new BurnedRegister(Subnet, _hotkey), _attacker.Coldkey.Account,
            _hotkey, Subnet, TradePurpose.Validating);
        Tao fee = Tao.FromRao((ulong)_attacker.Outlay);
        Alpha bought = pool == Tao.Zero
            ? Alpha.Zero
            : _attacker.Buy(_hotkey, Subnet, pool);
        Alpha rooted = root == Tao.Zero
            ? Alpha.Zero
            : _attacker.Buy(_hotkey, NetUid.Root, root);

        RunPastEpoch(report, cancellation);
        ushort miner = LeastMiner();
        decimal before = IncentiveOf(miner);
        SetWeights(miner);
        RunToEpoch(report, cancellation);
        decimal others = ActiveWeight(Chain, Subnet, _hotkey);
        decimal own = ActiveWeight(Chain, Subnet, but: null) - others;
        decimal share = own + others == 0 ? 0 : own / (own + others);
        RunPastEpoch(report, cancellation);
        decimal after = IncentiveOf(miner);
        decimal days = (decimal)(Chain.Block.Value - start.Value) / AttackClock.Day;
        return new(
            mix.Name, share >= _plan.Goal.Part, share, pool.SaturatingAdd(root),
            Unwind(bought, rooted), [.. _trace])
        {
            FirstDay = (decimal)(start.Value - _plan.Network.Scenario.Start.Value)
                / AttackClock.Day,
            DaysToGoal = share >= _plan.Goal.Part ? days : null,
            End = Chain,
            Weights = new(
                pool, root, fee, others, own,
                bought == Alpha.Zero ? 0 : (decimal)pool.Rao / bought.Rao, price, before, after),
        };
    }

    /// <summary>Sells what was bought first, then what it earned.</summary>
    private AttackCost Unwind(Alpha bought, Alpha rooted)
    {
        Chain chain = _branch.Branch().Chain;
        AttackerAccount attacker = _attacker.On(chain);
        Int128 peak = attacker.Peak;
        decimal tiedUp = attacker.TiedUp;
        attacker.Sell(_hotkey, Subnet, bought, TradePurpose.Sale);
        attacker.Sell(_hotkey, NetUid.Root, rooted, TradePurpose.Sale);
        Int128 loss = attacker.Outlay;
        foreach (NetUid subnet in new[] { Subnet, NetUid.Root })
        {
            attacker.Sell(
                _hotkey, subnet, chain.Stakes.StakeOf(_hotkey, attacker.Coldkey, subnet),
                TradePurpose.Dividends);
        }

        return new((decimal)peak, (decimal)loss, (decimal)(loss - attacker.Outlay))
        {
            TiedUp = tiedUp,
        };
    }

    private void RunToEpoch(Action<ulong>? report, CancellationToken cancellation)
    {
        ulong left = Tempo.BlocksUntilEpoch(Subnet, Chain.Subnets.Tempo(Subnet), Chain.Block);
        if (left > 1) _branch.RunTo(new(Chain.Block.Value + left - 1), report, cancellation);
    }

    private void RunPastEpoch(Action<ulong>? report, CancellationToken cancellation)
    {
        // Weights are refused for some blocks after a registration: wait for these, too.
        RunToEpoch(report, cancellation);
        _branch.RunTo(new(Chain.Block.Value + 101), report, cancellation);
    }

    private void SetWeights(ushort miner)
    {
        int length = Math.Max(
            1, Math.Min((int)Chain.Neurons.Count(Subnet), Chain.Weights.MinimumLength(Subnet)));
        ushort[] uids =
        [
            miner,
            .. Enumerable.Range(0, length).Select(static uid => (ushort)uid)
                .Where(uid => uid != miner).Take(length - 1),
        ];
        ushort[] values = new ushort[uids.Length];
        values[0] = ushort.MaxValue;
        _attacker.Do(
            "set_weights", new SetWeights(Subnet, uids, values, VersionKey: 0), _hotkey.Account,
            _hotkey, Subnet, TradePurpose.Validating);
    }

    /// <summary>The miner with the least incentive; among equals the one with the lowest uid.
    /// </summary>
    private ushort LeastMiner()
    {
        ReadOnlySpan<ushort> incentives = Chain.Neurons.Incentive(Subnet);
        ReadOnlySpan<bool> permits = Chain.Neurons.ValidatorPermits(Subnet);
        int least = -1;
        for (int uid = 0; uid < incentives.Length; uid++)
        {
            if (permits[uid]) continue;
            if (Chain.Neurons.KeyOf(Subnet, new((ushort)uid)) == _hotkey) continue;
            if (least < 0 || incentives[uid] < incentives[least]) least = uid;
        }

        return (ushort)Math.Max(0, least);
    }

    /// <summary>A miner's part of all incentive, 0 to 1.</summary>
    private decimal IncentiveOf(ushort miner)
    {
        decimal sum = 0;
        foreach (ushort one in Chain.Neurons.Incentive(Subnet)) sum += one;
        return sum == 0 ? 0 : Chain.Neurons.Incentive(Subnet)[miner] / sum;
    }
}
