using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>R1: shares by the TAO in the pools, as the prototype had it.</summary>
/// <remarks>Source: docs/spec/rules.md#formulas.</remarks>
public sealed class ReserveShares : ProportionalShares
{
    /// <inheritdoc/>
    protected override U64F64 WeightOf(EmissionBlock block, NetUid subnet) =>
        U64F64.FromInteger(block.Chain.Pools.TaoReserve(subnet).Rao);
}
