using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Shares by the price of the moment.</summary>
/// <remarks>Source: docs/spec/rules.md#formulas.</remarks>
public sealed class SpotPriceShares : ProportionalShares
{
    /// <inheritdoc/>
    protected override U64F64 WeightOf(EmissionBlock block, NetUid subnet) =>
        block.SpotPrice(subnet).ToU64F64();
}
