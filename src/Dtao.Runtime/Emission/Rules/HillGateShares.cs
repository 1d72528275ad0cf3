using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>R7: a gate that lets subnets below a bar have less than their demand.</summary>
/// <remarks>
/// g = w / (1 + (bar / w)^h), shares in proportion to g. The bar is found over all subnets of
/// the block, those without permission included, and kept for 360 blocks.
/// Source: docs/spec/rules.md#hill-gate.
/// </remarks>
public sealed class HillGateShares : IShareRule
{
    private const ulong BlocksBetweenBars = 360;
    private readonly BurnShares _demand = new();

    /// <summary>The miners' burn does not count, as at 444.</summary>
    public bool IgnoresBurns { get; init; }

    /// <inheritdoc/>
    public void Divide(EmissionBlock block)
    {
        if (IgnoresBurns) BurnShares.SharePrices(block);
        else _demand.FindDemand(block);
        RuleLedger rules = block.Chain.Rules;
        if (rules.GateBar == U64F64.Zero || block.Chain.Block.Value % BlocksBetweenBars == 0)
        {
            U64F64 found = FindBar(block);
            if (found > U64F64.Zero) rules.SetGateBar(found);
        }

        Gate(block);
        block.LeaveOutDisabled();
        block.EmitShares();
    }

    private static void Gate(EmissionBlock block)
    {
        RuleLedger rules = block.Chain.Rules;
        U64F64 bar = rules.GateBar;
        I32F32 exponent = I32F32.FromInteger(rules.GateExponent);
        U64F64 sum = U64F64.Zero;
        for (int index = 0; index < block.Subnets.Length; index++)
        {
            U64F64 demand = block.Subnets[index].Share;
            U64F64 resistance = U64F64.One.SaturatingAdd(
                SafePower.Of(bar.SafeDivide(demand), exponent));
            block.Weights[index] = demand.SafeDivide(resistance);
            sum = sum.SaturatingAdd(block.Weights[index]);
        }

        if (sum > U64F64.Zero) block.ShareByWeights();
    }

    private static U64F64 FindBar(EmissionBlock block)
    {
        Span<U64F64> sorted = block.Weights;
        int count = 0;
        foreach (SubnetTerms terms in block.Subnets)
        {
            if (terms.Share > U64F64.Zero) sorted[count++] = terms.Share;
        }

        if (count == 0) return U64F64.Zero;
        sorted = sorted[..count];
        sorted.Sort(static (left, right) => right.CompareTo(left));
        int rank = block.Chain.Rules.GateRank;
        if (rank > 0) return sorted[Math.Min(rank, count) - 1];
        U64F64 sum = U64F64.Zero;
        foreach (U64F64 share in sorted)
        {
            sum = sum.SaturatingAdd(share);
            if (sum >= block.Chain.Rules.GateQuantile) return share;
        }

        return sorted[^1];
    }
}
