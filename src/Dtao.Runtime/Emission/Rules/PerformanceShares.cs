using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>P7: shares by performance times stake, no stake counting above a percentile.</summary>
/// <remarks>
/// Performance is the score that the host gives. A subnet's stake is its outstanding alpha at
/// the price of the moment; the cap is the 88th percentile by nearest rank.
/// Source: docs/spec/rules.md#formulas.
/// </remarks>
public sealed class PerformanceShares : IShareRule
{
    /// <summary>Percentile of the stakes above which nothing counts, 1 to 100.</summary>
    public int CapPercentile { get; init; } = 88;

    /// <inheritdoc/>
    public void Divide(EmissionBlock block)
    {
        U64F64 cap = CapOf(block);
        for (int index = 0; index < block.Subnets.Length; index++)
        {
            NetUid subnet = block.Subnets[index].Subnet;
            block.Weights[index] = PartOf(block, subnet, cap)
                .SaturatingMultiply(block.Chain.Rules.Score(subnet));
        }

        block.ShareByWeights();
        block.LeaveOutDisabled();
        block.EmitShares();
    }

    private static U64F64 StakeOf(EmissionBlock block, NetUid subnet) => block.SpotPrice(subnet)
        .SaturatingMultiply(
            U96F32.FromInteger(block.Chain.Pools.AlphaOutstanding(subnet).Rao))
        .ToU64F64();

    /// <summary>A subnet's capped stake against the cap, so that scores cannot overflow.</summary>
    private static U64F64 PartOf(EmissionBlock block, NetUid subnet, U64F64 cap) =>
        U64F64.Min(StakeOf(block, subnet), cap).SafeDivide(cap);

    private U64F64 CapOf(EmissionBlock block)
    {
        Span<U64F64> stakes = block.Weights;
        if (stakes.IsEmpty) return U64F64.Zero;
        for (int index = 0; index < stakes.Length; index++)
        {
            stakes[index] = StakeOf(block, block.Subnets[index].Subnet);
        }

        stakes.Sort();
        int rank = ((stakes.Length * CapPercentile) + 99) / 100;
        return stakes[Math.Clamp(rank, 1, stakes.Length) - 1];
    }
}
