using Dtao.Numerics;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Weights;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>A block's emission by a rule instead of the version's own coinbase.</summary>
/// <remarks>
/// Subnets do not touch each other after the shares are found: whether a release goes phase by
/// phase or subnet by subnet does not show. Source: docs/spec/rules.md#block.
/// </remarks>
internal sealed class RuleCoinbase
{
    private readonly EmissionBlock _block;
    private readonly AlphaSplit _split;
    private readonly Distribution _distribution;
    private readonly List<NetUid> _subnets = [];

    public RuleCoinbase(Chain chain, Distribution distribution)
    {
        _block = new(chain);
        _split = new(_block);
        _distribution = distribution;
    }

    /// <summary>Numbers of the newest block.</summary>
    public EmissionBlock Block => _block;

    /// <summary>Runs the emission of the chain's present block.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="emission">TAO emission of the block.</param>
    public void Run(EmissionRule rule, Tao emission)
    {
        Chain chain = _block.Chain;
        if (chain.Trace is { } trace)
        {
            trace.BlockEmission = Fractional<Tao>.From(emission);
            trace.PoolBefore = chain.Pools.Of(trace.Subnet);
            trace.IssuanceBefore = chain.Pools.AlphaIssuance(trace.Subnet);
            trace.MovingPrice = chain.Pools.MovingPriceOf(trace.Subnet);
        }

        Divide(rule, emission, isOfBlock: true);
        Inject(rule);
        if (!rule.MovesPricesLast) MovePrices();
        RunDueEpochs(chain);
        if (rule.MovesPricesLast) MovePrices();
        if (rule.StoresRootShares) StoreRootShares();
        if (chain.Trace is not { } told) return;
        told.PoolAfter = chain.Pools.Of(told.Subnet);
        told.MovingPriceAfter = chain.Pools.MovingPriceOf(told.Subnet);
    }

    /// <summary>Runs the emission and leaves epochs and their counters out.</summary>
    public void Emit(EmissionRule rule, Tao emission)
    {
        Divide(rule, emission, isOfBlock: true);
        Inject(rule);
        MovePrices();
        if (rule.StoresRootShares) StoreRootShares();
    }

    /// <summary>Finds the TAO of every subnet and nothing else.</summary>
    public void Divide(EmissionRule rule, Tao emission) =>
        Divide(rule, emission, isOfBlock: false);

    /// <summary>Moves one price and nothing else.</summary>
    public void MovePrice(EmissionRule rule, NetUid subnet) =>
        RuleMovingPrice.Move(_block.Chain, rule, subnet);

    private void Divide(EmissionRule rule, Tao emission, bool isOfBlock)
    {
        Chain chain = _block.Chain;
        if (isOfBlock) chain.Flows.Note(FlowCause.EmissionGranted, emission);
        bool mints = isOfBlock && rule.MintsFirst;
        Tao minted = mints ? Mint(emission) : emission;
        _block.Begin(rule, minted);
        if (mints) _block.Credit = minted;
        Guard(rule, static (used, block) => used.Shares.Divide(block));
        if (rule.Fidelity == RuleFidelity.Formula) CheckShares(rule);
    }

    private void Guard(EmissionRule rule, Action<EmissionRule, EmissionBlock> run)
    {
        try
        {
            run(rule, _block);
        }
        catch (Exception problem) when (
            rule.Fidelity == RuleFidelity.Formula && problem is not EmissionRuleException)
        {
            throw new EmissionRuleException(
                rule.Name,
                $"failed in block {_block.Chain.Block}: {problem.Message}",
                problem);
        }
    }

    /// <summary>A rule that somebody wrote must not emit what there is not.</summary>
    private void CheckShares(EmissionRule rule)
    {
        U96F32 sum = U96F32.Zero;
        foreach (SubnetTerms terms in _block.Subnets)
        {
            sum = sum.SaturatingAdd(terms.TaoEmission);
        }

        if (sum <= U96F32.FromInteger(_block.Emission.Rao)) return;
        throw new EmissionRuleException(
            rule.Name,
            $"shares {sum} rao in block {_block.Chain.Block}, which has {_block.Emission.Rao}");
    }

    private void Inject(EmissionRule rule)
    {
        Guard(rule, static (used, block) => used.Injection.Inject(block));
        if (rule.MintsFirst)
        {
            _block.Chain.Issuance.Destroy(_block.Credit, FlowCause.CreditReturned);
        }
        else
        {
            RuleRemainder.Note(_block);
        }

        _split.Run();
    }

    private Tao Mint(Tao emission)
    {
        Chain chain = _block.Chain;
        chain.Rules.ForgetRootSales();
        Tao room = Tao.FromRao(BlockEmission.TotalSupply)
            .SaturatingSubtract(chain.Issuance.Total);
        Tao minted = Tao.Min(emission, room);
        chain.Issuance.Create(minted);
        chain.Flows.Note(FlowCause.BeyondSupply, emission - minted);
        return minted;
    }

    private void MovePrices()
    {
        foreach (SubnetTerms terms in _block.Subnets)
        {
            RuleMovingPrice.Move(_block.Chain, _block.Rule, terms.Subnet);
        }
    }

    private void StoreRootShares()
    {
        foreach (SubnetTerms terms in _block.Subnets)
        {
            _block.Chain.Rules.SetRootShare(terms.Subnet, _block.RootShareOf(terms.Subnet));
        }
    }

    private void RunDueEpochs(Chain chain)
    {
        chain.Subnets.CopyInHashedKeyOrder(_subnets);
        foreach (NetUid subnet in _subnets)
        {
            if (subnet == NetUid.Root) continue;
            if (!chain.EpochIsDue(subnet))
            {
                chain.Emission.CountBlock(subnet);
                continue;
            }

            TimelockedReveal.Run(chain, subnet);
            PendingEmission pending = RulePayout.Take(chain, subnet);
            CoinbaseTrace? trace = chain.Trace is { } known && known.Subnet == subnet
                ? known
                : null;
            trace?.Epoch = pending;
            EpochOutput found = _distribution.Run(chain, subnet, pending, trace);
            if (_block.Rule.MeasuresBurns) RuleBurns.Measure(chain, subnet, found);
        }
    }
}
