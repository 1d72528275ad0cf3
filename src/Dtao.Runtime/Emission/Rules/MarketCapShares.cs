using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Shares by market capitalisation: price times alpha.</summary>
/// <remarks>Source: docs/spec/rules.md#formulas.</remarks>
public sealed class MarketCapShares : ProportionalShares
{
    /// <summary>Only alpha outside the pools counts.</summary>
    public bool CountsOutstandingOnly { get; init; }

    /// <inheritdoc/>
    protected override U64F64 WeightOf(EmissionBlock block, NetUid subnet)
    {
        Alpha alpha = CountsOutstandingOnly
            ? block.Chain.Pools.AlphaOutstanding(subnet)
            : block.Chain.Pools.AlphaIssuance(subnet);
        return block.SpotPrice(subnet)
            .SaturatingMultiply(U96F32.FromInteger(alpha.Rao))
            .ToU64F64();
    }
}
