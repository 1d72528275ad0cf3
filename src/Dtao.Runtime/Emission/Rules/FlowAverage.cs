using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>A moving average of a flow, and the block in which it moved last.</summary>
/// <param name="Block">The block.</param>
/// <param name="Value">Rao per block; negative when more left than came.</param>
/// <remarks>Source: docs/spec/rules.md#flow-shares.</remarks>
public readonly record struct FlowAverage(BlockNumber Block, I64F64 Value);
