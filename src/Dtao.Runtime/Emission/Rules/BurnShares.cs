using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>R6: shares by moving price, less where the owner takes the miners' alpha.</summary>
/// <remarks>
/// When nothing is left of any subnet, the prices decide alone.
/// Source: docs/spec/rules.md#burn-shares; vectors: vectors/rules (emissions).
/// </remarks>
public sealed class BurnShares : IShareRule
{
    /// <summary>Root's share counts too, as at 421.</summary>
    public bool CountsRootShare { get; init; }

    /// <inheritdoc/>
    public void Divide(EmissionBlock block)
    {
        FindDemand(block);
        block.LeaveOutDisabled();
        block.EmitShares();
    }

    /// <summary>Finds the shares before subnets without permission are left out.</summary>
    internal void FindDemand(EmissionBlock block)
    {
        SharePrices(block);
        U64F64 sum = U64F64.Zero;
        for (int index = 0; index < block.Subnets.Length; index++)
        {
            SubnetTerms terms = block.Subnets[index];
            block.Weights[index] = terms.Share.SaturatingMultiply(KeptBy(block, terms.Subnet));
            sum = sum.SaturatingAdd(block.Weights[index]);
        }

        if (sum > U64F64.Zero) block.ShareByWeights();
    }

    /// <summary>Sets every share to the moving price against the sum of all.</summary>
    internal static void SharePrices(EmissionBlock block)
    {
        U64F64 sum = U64F64.Zero;
        foreach (SubnetTerms terms in block.Subnets)
        {
            sum = sum.SaturatingAdd(PriceOf(block, terms.Subnet));
        }

        block.SumOfMovingPrices = (Int128)sum.Bits;
        foreach (SubnetTerms terms in block.Subnets)
        {
            terms.Share = PriceOf(block, terms.Subnet).SafeDivide(sum);
        }
    }

    private static U64F64 PriceOf(EmissionBlock block, NetUid subnet) =>
        block.Chain.Pools.MovingPriceOf(subnet).Value.ToU64F64();

    private U64F64 KeptBy(EmissionBlock block, NetUid subnet)
    {
        U64F64 burned = U64F64.Min(
            block.Chain.Rules.MinerBurned(subnet).ToU64F64(), U64F64.One);
        U64F64 kept = U64F64.One.SaturatingSubtract(burned);
        return CountsRootShare
            ? block.RootShareOf(subnet).ToU64F64().SaturatingMultiply(kept)
            : kept;
    }
}
