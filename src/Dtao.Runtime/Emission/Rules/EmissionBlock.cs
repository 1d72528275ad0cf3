using Dtao.Numerics;
using Dtao.Runtime.Root;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>One block's emission under a rule: what it sees and what it may do.</summary>
/// <remarks>
/// One object serves all blocks of a chain; a rule may not keep it.
/// Source: docs/spec/rules.md#parts.
/// </remarks>
public sealed partial class EmissionBlock
{
    private readonly List<NetUid> _subnets = [];
    private SubnetTerms[] _terms = [];
    private U64F64[] _weights = [];
    private int _count;

    internal EmissionBlock(Chain chain) => Chain = chain;

    /// <summary>The chain; a rule reads it, and changes it only through this block.</summary>
    public Chain Chain { get; }

    /// <summary>The rule in force.</summary>
    public EmissionRule Rule { get; private set; } = EmissionRules.All[0];

    /// <summary>TAO that the curve grants the block.</summary>
    public Tao Emission { get; private set; }

    /// <summary>The subnets that take part, by number, root left out.</summary>
    public ReadOnlySpan<SubnetTerms> Subnets => _terms.AsSpan(0, _count);

    /// <summary>One number for each subnet, for whoever weighs them; zero at first.</summary>
    public Span<U64F64> Weights => _weights.AsSpan(0, _count);

    /// <summary>Root is paid at all, where a rule asks for that.</summary>
    public bool RootIsPaid { get; private set; }

    /// <summary>Minted TAO that is not given out yet, where a rule mints first.</summary>
    internal Tao Credit { get; set; }

    /// <summary>Flows below this give no share, in this block.</summary>
    internal I64F64 LowerLimit { get; set; }

    /// <summary>Part of the chain's own flow that is taken off.</summary>
    internal I64F64 NormFactor { get; set; }

    /// <summary>Raw form of the sum of the moving prices that shares are measured by.</summary>
    internal Int128 SumOfMovingPrices { get; set; }

    /// <summary>Trades of the block, for whoever compares them; null by default.</summary>
    internal List<ChainTrade>? Trades { get; set; }

    /// <summary>
    /// The moving price of a subnet; one for a stable one, zero for a negative one.
    /// </summary>
    public U96F32 MovingPrice(NetUid subnet) => Chain.Pools.MovingPriceOf(subnet).Value.ToU96F32();

    /// <summary>The price of a subnet now, in TAO per alpha.</summary>
    public U96F32 SpotPrice(NetUid subnet) => Chain.Pools.SpotPrice(subnet).Value.ToU96F32();

    /// <summary>Root's share of a subnet by the state as it is now.</summary>
    public U96F32 RootShareOf(NetUid subnet)
    {
        Fractional<Tao> root = Fractional<Tao>.From(Chain.Pools.RootTao)
            .Times(Chain.Stakes.TaoWeight);
        return RootShare.Of(root, Chain.Pools.AlphaIssuance(subnet)).ToU96F32();
    }

    /// <summary>Registration is closed, by burn and by work.</summary>
    public bool IsClosed(NetUid subnet) =>
        !Chain.Registration.BurnIsOpen(subnet) && !Chain.Registration.WorkIsOpen(subnet);

    /// <summary>Turns the shares into TAO.</summary>
    public void EmitShares()
    {
        U64F64 emission = U64F64.FromInteger(Emission.Rao);
        foreach (SubnetTerms terms in Subnets)
        {
            terms.TaoEmission = emission.SaturatingMultiply(terms.Share).ToU96F32();
        }
    }

    /// <summary>Makes shares of weights: each against their sum, zero when that is zero.</summary>
    public void ShareByWeights()
    {
        U64F64 sum = U64F64.Zero;
        foreach (U64F64 weight in Weights)
        {
            sum = sum.SaturatingAdd(weight);
        }

        for (int index = 0; index < _count; index++)
        {
            _terms[index].Share = _weights[index].SafeDivide(sum);
        }
    }

    /// <summary>Gives what subnets without permission would have to the others.</summary>
    public void LeaveOutDisabled()
    {
        bool isAnyDisabled = false;
        U64F64 sum = U64F64.Zero;
        foreach (SubnetTerms terms in Subnets)
        {
            if (Chain.Rules.MayEmit(terms.Subnet)) sum = sum.SaturatingAdd(terms.Share);
            else isAnyDisabled = true;
        }

        if (!isAnyDisabled) return;
        foreach (SubnetTerms terms in Subnets)
        {
            terms.Allot(Chain.Rules.MayEmit(terms.Subnet)
                ? terms.Share.SafeDivide(sum)
                : U64F64.Zero);
        }
    }

    /// <summary>Finds price and alpha emission of a subnet as they are now.</summary>
    public void Measure(SubnetTerms terms)
    {
        terms.Price = SpotPrice(terms.Subnet);
        ulong alpha = Chain.Emission.EvaluateCurve(Chain.Pools.AlphaIssuance(terms.Subnet).Rao);
        terms.AlphaEmission = U96F32.FromInteger(alpha);
    }

    internal void Begin(EmissionRule rule, Tao emission)
    {
        Rule = rule;
        Emission = emission;
        Credit = Tao.Zero;
        LowerLimit = NormFactor = I64F64.Zero;
        SumOfMovingPrices = 0;
        FindSubnets();
        RootIsPaid = rule.Root != RootPart.KeptOrRecycled || MovingPricesExceedOne();
    }

    private void FindSubnets()
    {
        Chain.Subnets.CopyInHashedKeyOrder(_subnets);
        _subnets.Sort();
        _count = 0;
        foreach (NetUid subnet in _subnets)
        {
            if (subnet == NetUid.Root || !TakesPart(subnet)) continue;
            if (_count == _terms.Length) Widen();
            _terms[_count++].Begin(subnet);
        }

        Weights.Clear();
    }

    private bool TakesPart(NetUid subnet)
    {
        EmitSet needed = Rule.Emits;
        if (needed.HasFlag(EmitSet.Started) && Chain.Rules.FirstBlock(subnet) is null) return false;
        if (needed.HasFlag(EmitSet.Traded) && !Chain.Rules.IsTraded(subnet)) return false;
        if (needed.HasFlag(EmitSet.AnyRegistration) && IsClosed(subnet)) return false;
        return !needed.HasFlag(EmitSet.BurnRegistration) || Chain.Registration.BurnIsOpen(subnet);
    }

    private bool MovingPricesExceedOne()
    {
        // In either format the sum is exact: prices have 32 fraction bits.
        U96F32 sum = U96F32.Zero;
        foreach (SubnetTerms terms in Subnets)
        {
            sum = sum.SaturatingAdd(MovingPrice(terms.Subnet));
        }

        return sum > U96F32.One;
    }

    private void Widen()
    {
        int size = Math.Max(64, _terms.Length * 2);
        int old = _terms.Length;
        Array.Resize(ref _terms, size);
        Array.Resize(ref _weights, size);
        for (int index = old; index < size; index++)
        {
            _terms[index] = new();
        }
    }
}
