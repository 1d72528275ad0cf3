using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>
/// Shares in proportion to a number that each subnet has: the usual kind of rule.
/// </summary>
/// <remarks>
/// To write a rule, derive from this and say what a subnet weighs. All weights zero: nobody has
/// a share. Subnets without permission to emit are left out at the end.
/// Source: docs/lab/rules.md.
/// </remarks>
public abstract class ProportionalShares : IShareRule
{
    /// <inheritdoc/>
    public void Divide(EmissionBlock block)
    {
        ReadOnlySpan<SubnetTerms> subnets = block.Subnets;
        for (int index = 0; index < subnets.Length; index++)
        {
            block.Weights[index] = WeightOf(block, subnets[index].Subnet);
        }

        block.ShareByWeights();
        block.LeaveOutDisabled();
        block.EmitShares();
    }

    /// <summary>
    /// What a subnet weighs now; the unit does not matter, the sum must fit 2^64.
    /// </summary>
    /// <param name="block">The block: chain, prices, shares of root.</param>
    /// <param name="subnet">The subnet.</param>
    protected abstract U64F64 WeightOf(EmissionBlock block, NetUid subnet);
}
