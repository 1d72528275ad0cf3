using Dtao.Lab.Datasets;
using Dtao.Numerics;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Root;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Feeds;

/// <summary>What emission adds up to under observed prices: alpha, and root's dividends.</summary>
/// <remarks>Source: docs/how-to/feed.md#what-is-computed.</remarks>
internal sealed class EmissionCarry
{
    private const ulong StoredTaoWeight = 3_320_413_933_267_719_290;
    private const ushort StoredOwnerCut = 11_796;

    private static readonly I96F32 Weight = TaoWeight.Of(StoredTaoWeight);
    private static readonly I96F32 OwnerCut = Take.Of(StoredOwnerCut);

    private readonly ObservedSubnet[] _subnets;
    private readonly Tao _root;
    private Tao _compounding;

    public EmissionCarry(ObservedSubnet[] subnets, Tao root)
    {
        _subnets = subnets;
        _root = root;
        _compounding = root;
    }

    /// <summary>TAO on root when it keeps its dividends.</summary>
    public Tao Compounding => _compounding;

    /// <summary>Sum of the moving prices.</summary>
    public I96F32 SumOfMoving
    {
        get
        {
            I96F32 sum = I96F32.Zero;
            foreach (ObservedSubnet subnet in _subnets)
            {
                if (subnet.IsLive) sum = sum.SaturatingAdd(subnet.Moving.Value);
            }

            return sum;
        }
    }

    /// <summary>Adds what some blocks bring, all by the terms of the first.</summary>
    public void Add(ulong blocks, ulong first, bool isBound)
    {
        Fractional<Tao> emission = EmissionAt(first);
        I96F32 sum = SumOfMoving;
        Fractional<Tao> root = Weighted(_compounding);
        Tao dividends = Tao.Zero;
        foreach (ObservedSubnet subnet in _subnets)
        {
            if (!subnet.IsLive) continue;
            FeedTerms terms = TermsOf(subnet, emission, sum, isBound);
            subnet.AlphaIn = subnet.AlphaIn.SaturatingAdd(Times(terms.AlphaIn, blocks));
            subnet.AlphaOut = subnet.AlphaOut.SaturatingAdd(Times(terms.AlphaOut, blocks));
            I96F32 share = RootShare.Of(root, subnet.Issuance);
            Fractional<Alpha> sold = RootShare.AlphaFor(
                share, terms.AlphaOut.SaturatingSubtract(terms.AlphaOut.Times(OwnerCut)));
            Tao worth = subnet.Spot.ValueOf(sold.Floor()).Floor();
            dividends = dividends.SaturatingAdd(Tao.FromRao(worth.Rao * blocks));
        }

        _compounding = _compounding.SaturatingAdd(dividends);
    }

    /// <summary>
    /// Gives subnets the alpha that they would have if their pools had always got what they get
    /// now.
    /// </summary>
    public void Estimate(IReadOnlyList<ObservedSubnet> subnets, ulong block, bool isBound)
    {
        Fractional<Tao> emission = EmissionAt(block);
        I96F32 sum = SumOfMoving;
        ulong launch = LaunchDataset.Instance.LaunchBlock.Value;
        foreach (ObservedSubnet subnet in subnets)
        {
            FeedTerms terms = TermsOf(subnet, emission, sum, isBound);
            ulong since = Math.Max(launch, subnet.Registered);
            ulong age = block > since ? block - since : 0;
            subnet.AlphaIn = subnet.AlphaIn.SaturatingAdd(Times(terms.AlphaIn, age));
            subnet.AlphaOut = subnet.AlphaOut.SaturatingAdd(Times(terms.AlphaOut, age));
        }
    }

    /// <summary>What happens in a block; the network stands at the end of the one before.</summary>
    public FeedMoment MomentOf(
        BlockNumber block, DateTime time, PriceRule rule, MovingRate rate, bool isBound,
        BlockNumber lastRow)
    {
        Fractional<Tao> emission = EmissionAt(block.Value);
        I96F32 sum = SumOfMoving;
        return new(
            block, time, rule, rate, isBound, lastRow, emission, Price.FromValue(sum), _root,
            _compounding,
            [
                .. _subnets
                    .Where(static subnet => subnet.IsLive)
                    .OrderBy(static subnet => subnet.NetUid.Value)
                    .Select(subnet => Tell(subnet, emission, sum, isBound)),
            ]);
    }

    /// <summary>Root's share of a subnet now, by the chain's formula.</summary>
    public I96F32 Protocol(ObservedSubnet subnet) =>
        RootShare.Of(Weighted(_root), subnet.Issuance);

    /// <summary>The same when root keeps its dividends.</summary>
    public I96F32 ProtocolCompounding(ObservedSubnet subnet) =>
        RootShare.Of(Weighted(_compounding), subnet.Issuance);

    /// <summary>Root's share beside an amount of alpha.</summary>
    public I96F32 Beside(Alpha alpha) => RootShare.Of(Weighted(_root), alpha);

    private static Fractional<Tao> Weighted(Tao root) =>
        Fractional<Tao>.From(root).Times(Weight);

    private static Alpha Times(Fractional<Alpha> amount, ulong blocks) =>
        Alpha.FromRao(amount.Floor().Rao * blocks);

    private static FeedTerms TermsOf(
        ObservedSubnet subnet, Fractional<Tao> emission, I96F32 sum, bool isBound) =>
        FeedTerms.Of(
            emission, subnet.Moving, sum, subnet.Spot,
            Alpha.FromRao(BlockEmission.At(subnet.Issuance.Rao)), isBound);

    /// <summary>The block's emission: issuance is the launch's and one TAO a block.</summary>
    private static Fractional<Tao> EmissionAt(ulong block)
    {
        LaunchDataset dataset = LaunchDataset.Instance;
        ulong blocks = block > dataset.LaunchBlock.Value ? block - dataset.LaunchBlock.Value : 0;
        ulong issued = dataset.TotalIssuance.Rao + (blocks * BlockEmission.BeforeHalving);
        return Fractional<Tao>.From(Tao.FromRao(BlockEmission.At(issued)));
    }

    private FeedSubnet Tell(
        ObservedSubnet subnet, Fractional<Tao> emission, I96F32 sum, bool isBound)
    {
        FeedTerms terms = TermsOf(subnet, emission, sum, isBound);
        Alpha outside = subnet.AlphaOut.SaturatingAdd(terms.AlphaOut.Floor());
        Alpha all = subnet.AlphaIn.SaturatingAdd(terms.AlphaIn.Floor()).SaturatingAdd(outside);
        return new(
            subnet.NetUid, subnet.Spot, subnet.Moving, terms, all, subnet.Origin,
            RootShare.Of(Weighted(_root), outside),
            RootShare.Of(Weighted(_root), all),
            RootShare.Of(Weighted(_compounding), all));
    }
}
