using Dtao.Lab.Scoring;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Markets;

/// <summary>What holding pays on each subnet, seen from its last epoch.</summary>
/// <remarks>
/// A dashboard's arithmetic over the chain's own terms: weight of root TAO, owner's cut, and the
/// take that a validator has if it never lowered it. Until version 244 the chain pays stakers
/// more than that, because the alpha sold for root is paid out too.
/// Source: docs/lab/agents.md#what-agents-see.
/// </remarks>
internal sealed class HolderYields
{
    private const ulong BlocksPerDay = 7_200;
    private const ulong RefreshedEvery = 4 * Market.Step;
    private readonly Chain _chain;
    private readonly Market _market;
    private readonly double[] _holders;
    private readonly double[] _stakers;

    public HolderYields(Chain chain, Market market)
    {
        _chain = chain;
        _market = market;
        _holders = new double[market.Subnets.Length];
        _stakers = new double[market.Subnets.Length];
    }

    public double MiddleOfStakers { get; private set; }

    public double OfHolders(NetUid subnet) => _holders[_market.PlaceOf(subnet)];

    public double OfStakers(NetUid subnet) => _stakers[_market.PlaceOf(subnet)];

    public void Refresh()
    {
        if (_chain.Block.Value % RefreshedEvery != 0) return;
        bool isHour = _chain.Block.Value % (3 * RefreshedEvery) == 0;
        for (int place = 0; place < _holders.Length; place++)
        {
            NetUid subnet = _market.Subnets[place];
            if (isHour) _stakers[place] = StakersOf(subnet);
            if (PaysHolders(subnet)) _holders[place] = HoldersOf(subnet);
        }

        if (!isHour) return;
        double[] sorted = [.. _stakers];
        Array.Sort(sorted);
        MiddleOfStakers = sorted[sorted.Length / 2];
    }

    /// <summary>Somebody has announced a program that pays for holding.</summary>
    private bool PaysHolders(NetUid subnet) => _market.Notices.Any(notice =>
        notice.Subnet == subnet
            && notice.Program.StartsWith("holdings", StringComparison.Ordinal));

    /// <summary>
    /// Validators' part that root does not take, over all alpha outside the pool.
    /// </summary>
    private double StakersOf(NetUid subnet)
    {
        double outside = _chain.Pools.AlphaOutstanding(subnet).Rao;
        double root = _chain.Pools.RootTao.Rao * PartOf(_chain.Stakes.TaoWeight);
        double all = outside + _chain.Pools.AlphaReserve(subnet).Rao;
        double locals = root + all == 0 ? 0 : all / (root + all);
        double kept = 1 - PartOf(Take.Of(_chain.Delegation.MaximumTake));
        return outside == 0 ? 0 : HalfADay(subnet) * locals * kept / outside;
    }

    /// <summary>
    /// Alpha that miners, and as much that validators, get in a day after the owner's cut.
    /// </summary>
    private double HalfADay(NetUid subnet) => _chain.Emission.AlphaOut(subnet).Rao
        * ((1 - PartOf(_chain.Emission.OwnerCut)) / 2) * BlocksPerDay;

    private static double PartOf(I96F32 part) =>
        (double)(long)part.Bits / (1L << I96F32.FractionBits);

    /// <summary>
    /// Incentive of slots whose coldkey holds and has not sold, over what they hold.
    /// </summary>
    private double HoldersOf(NetUid subnet)
    {
        SubnetView view = new(_chain, _market, subnet);
        ulong tempo = _chain.Subnets.Tempo(subnet);
        ulong since = _chain.Block.Value > tempo ? _chain.Block.Value - tempo : 0;
        HashSet<Coldkey> sellers = [];
        foreach (Trade trade in _market.Trades.Since(subnet, since))
        {
            if (trade.IsSale) sellers.Add(trade.Coldkey);
        }

        double paid = 0;
        double held = 0;
        HashSet<Coldkey> counted = [];
        ReadOnlySpan<ushort> incentive = _chain.Neurons.Incentive(subnet);
        ReadOnlySpan<ushort> dividends = _chain.Neurons.Dividends(subnet);
        for (int uid = 0; uid < incentive.Length && uid < view.Count; uid++)
        {
            if (uid < dividends.Length && dividends[uid] > 0) continue;
            Coldkey owner = view.OwnerOf(uid);
            if (sellers.Contains(owner)) continue;
            paid += incentive[uid];
            if (counted.Add(owner)) held += view.HoldingOf(owner);
        }

        return held == 0 ? 0 : HalfADay(subnet) * (paid / ushort.MaxValue) / held;
    }
}
