using Dtao.Numerics;
using Dtao.Runtime.Emission.Rules;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Root;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Weights;

namespace Dtao.Runtime.Emission;

/// <summary>
/// What a block's emission does: shares, injection, owner cut, root share, epochs.
/// </summary>
/// <remarks>
/// Every stage visits all subnets before the next begins; the order is consensus.
/// Source: docs/spec/emission.md#coinbase; vectors: vectors/coinbase.json.gz.
/// </remarks>
internal sealed class Coinbase
{
    /// <summary>Up to here a price times an emission cannot overflow.</summary>
    private static readonly I96F32 HighestPrice = I96F32.FromInteger(ulong.MaxValue);

    private readonly List<NetUid> _subnets = [];
    private readonly Distribution _distribution;
    private Injection[] _injections = [];
    private Fractional<Alpha>[] _participants = [];

    public Coinbase(Distribution distribution) => _distribution = distribution;

    /// <summary>Whoever wants to know one subnet's numbers; null by default.</summary>
    public CoinbaseTrace? Trace { get; set; }

    /// <summary>Runs the coinbase of the chain's present block.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="emission">TAO emission of the block.</param>
    public void Run(Chain chain, Fractional<Tao> emission)
    {
        chain.Flows.Note(FlowCause.EmissionGranted, emission.Floor());
        chain.Subnets.CopyInHashedKeyOrder(_subnets);
        _subnets.Remove(NetUid.Root);
        if (_injections.Length < _subnets.Count)
        {
            _injections = new Injection[_subnets.Count];
            _participants = new Fractional<Alpha>[_subnets.Count];
        }

        SplitEmission(chain, emission);
        Inject(chain);
        SetOwnerCutAside(chain);
        SellRootShare(chain);
        UpdateMovingPrices(chain);
        RunDueEpochs(chain);
        if (chain.Spec.ChildActivation == ChildActivation.EveryBlock) ActivateChildren(chain);
    }

    private void SplitEmission(Chain chain, Fractional<Tao> emission)
    {
        I96F32 sum = I96F32.Zero;
        foreach (NetUid subnet in _subnets)
        {
            sum = sum.SaturatingAdd(chain.Pools.MovingPriceOf(subnet).Value);
        }

        if (chain.Flows.IsKept) NoteShares(chain, emission, sum);
        for (int index = 0; index < _subnets.Count; index++)
        {
            NetUid subnet = _subnets[index];
            Fractional<Tao> share =
                SubnetShares.Of(emission, chain.Pools.MovingPriceOf(subnet), sum);
            ulong alpha = chain.Emission.EvaluateCurve(chain.Pools.AlphaIssuance(subnet).Rao);
            bool isStopped = EmissionIsStopped(chain, subnet);
            if (isStopped) chain.Flows.Note(FlowCause.EmissionStopped, subnet, share.Floor());
            _injections[index] = Injection.Of(
                share, chain.Pools.SpotPrice(subnet), Alpha.FromRao(alpha), isStopped);
            if (TraceOf(subnet) is not { } trace) continue;
            trace.BlockEmission = emission;
            trace.PoolBefore = chain.Pools.Of(subnet);
            trace.IssuanceBefore = chain.Pools.AlphaIssuance(subnet);
            trace.MovingPrice = chain.Pools.MovingPriceOf(subnet);
            trace.SumOfMovingPrices = sum;
            trace.Share = share;
            trace.EmissionIsStopped = isStopped;
            trace.AlphaEmission = Alpha.FromRao(alpha);
            trace.Injection = _injections[index];
        }
    }

    /// <summary>Notes by how much the shares differ from the grant, where they may.</summary>
    /// <remarks>
    /// Every share is cut to a whole rao; without moving prices nobody has a share. Root can set
    /// a smoothing factor above one. Moving prices then leave their range, and shares no longer
    /// add up to the emission. Source: docs/spec/emission.md#shares.
    /// </remarks>
    private void NoteShares(Chain chain, Fractional<Tao> emission, I96F32 sum)
    {
        bool isOdd = sum == I96F32.Zero;
        UInt128 shared = 0;
        foreach (NetUid subnet in _subnets)
        {
            Price price = chain.Pools.MovingPriceOf(subnet);
            isOdd |= price.Value < I96F32.Zero || price.Value > HighestPrice;
            shared += SubnetShares.Of(emission, price, sum).Floor().Rao;
        }

        ulong granted = emission.Floor().Rao;
        if (shared > granted)
        {
            if (!isOdd) return;
            chain.Flows.Note(
                FlowCause.EmissionExcess, Tao.FromRao(unchecked((ulong)(shared - granted))));
            return;
        }

        Tao left = Tao.FromRao(granted - (ulong)shared);
        if (isOdd) chain.Flows.Note(FlowCause.EmissionUnshared, left);
        else if (left.Rao <= (ulong)_subnets.Count) chain.Flows.Note(FlowCause.EmissionCut, left);
    }

    /// <summary>Notes what is cut off the parts of a block's minted alpha.</summary>
    private static void NoteCut(
        Chain chain, NetUid subnet, Fractional<Alpha> minted, Fractional<Alpha> afterOwner,
        Fractional<Alpha> forRoot)
    {
        ulong cut = DistributionSums.CutOff(minted.SaturatingSubtract(afterOwner).Value)
            + DistributionSums.CutOff(forRoot.Value)
            + DistributionSums.CutOff(afterOwner.SaturatingSubtract(forRoot).Value);
        chain.Flows.Note(
            FlowCause.EmissionRounded, subnet, Alpha.FromRao(cut >> I96F32.FractionBits));
    }

    private void Inject(Chain chain)
    {
        Tao created = Tao.Zero;
        for (int index = 0; index < _subnets.Count; index++)
        {
            NetUid subnet = _subnets[index];
            Tao taoIn = _injections[index].TaoIn.Floor();
            Alpha alphaIn = _injections[index].AlphaIn.Floor();
            Alpha alphaOut = _injections[index].AlphaOut.Floor();
            chain.Emission.RecordInjection(subnet, taoIn, alphaIn, alphaOut);
            chain.Pools.Inject(subnet, taoIn, alphaIn, alphaOut);
            chain.Issuance.NoteUncounted(created, taoIn);
            created = created.SaturatingAdd(taoIn);
        }

        chain.Issuance.Create(created);
    }

    private void SetOwnerCutAside(Chain chain)
    {
        I96F32 share = chain.Emission.OwnerCut;
        for (int index = 0; index < _subnets.Count; index++)
        {
            Fractional<Alpha> alphaOut = _injections[index].AlphaOut;
            Fractional<Alpha> cut = alphaOut.Times(share);
            _participants[index] = alphaOut.SaturatingSubtract(cut);
            chain.Emission.AwaitOwnerCut(_subnets[index], cut.Floor());
            if (TraceOf(_subnets[index]) is not { } trace) continue;
            trace.OwnerShare = share;
            trace.OwnerCut = cut;
            trace.AfterOwnerCut = _participants[index];
        }
    }

    private void SellRootShare(Chain chain)
    {
        Fractional<Tao> root = Fractional<Tao>.From(chain.Pools.RootTao)
            .Times(chain.Stakes.TaoWeight);
        for (int index = 0; index < _subnets.Count; index++)
        {
            NetUid subnet = _subnets[index];
            I96F32 share = RootShare.Of(root, chain.Pools.AlphaIssuance(subnet));
            Fractional<Alpha> forRoot = RootShare.AlphaFor(share, _participants[index]);
            Alpha sold = forRoot.Floor();
            Alpha participants = _participants[index].SaturatingSubtract(forRoot).Floor();

            // A refusing pool gives nothing, but the alpha still counts as sold.
            if (TraceOf(subnet) is { } trace)
            {
                trace.WeightedRoot = root;
                trace.IssuanceAfter = chain.Pools.AlphaIssuance(subnet);
                trace.RootShare = share;
                trace.ForRoot = forRoot;
                trace.PoolAtSale = chain.Pools.Of(subnet);
                trace.Participants = participants;
            }

            if (chain.Flows.IsKept)
            {
                Fractional<Alpha> minted = _injections[index].AlphaOut;
                NoteCut(chain, subnet, minted, _participants[index], forRoot);
            }

            chain.Flows.Note(FlowCause.OfferedForRoot, subnet, sold);
            Tao dividends = chain.Pools.Sell(subnet, sold, FlowCause.RootSaleRefused);
            chain.Emission.Await(subnet, participants, sold, dividends);
            TraceOf(subnet)?.RootDividends = dividends;
        }
    }

    private void UpdateMovingPrices(Chain chain)
    {
        foreach (NetUid subnet in _subnets)
        {
            chain.Pools.UpdateMovingPrice(subnet, chain.Spec.MovingPrice, chain.Block);
            if (TraceOf(subnet) is not { } trace) continue;
            trace.PoolAfter = chain.Pools.Of(subnet);
            trace.MovingPriceAfter = chain.Pools.MovingPriceOf(subnet);
        }
    }

    private void RunDueEpochs(Chain chain)
    {
        foreach (NetUid subnet in _subnets)
        {
            if (!chain.EpochIsDue(subnet))
            {
                chain.Emission.CountBlock(subnet);
                continue;
            }

            TimelockedReveal.Run(chain, subnet);
            PendingEmission pending = RulePayout.Take(chain, subnet);
            CoinbaseTrace? trace = TraceOf(subnet);
            trace?.Epoch = pending;
            _distribution.Run(chain, subnet, pending, trace);
        }
    }

    private void ActivateChildren(Chain chain)
    {
        foreach (NetUid subnet in _subnets)
        {
            chain.Delegation.ActivateChildren(subnet, chain.Block);
        }
    }

    private CoinbaseTrace? TraceOf(NetUid subnet) =>
        Trace is { } trace && trace.Subnet == subnet ? trace : null;

    private static bool EmissionIsStopped(Chain chain, NetUid subnet)
    {
        if (chain.Registration.BurnIsOpen(subnet)) return false;
        bool workIsOpen = chain.Registration.WorkIsOpen(subnet);
        return chain.Spec.EmissionGate == EmissionGate.BothClosed ? !workIsOpen : workIsOpen;
    }
}
