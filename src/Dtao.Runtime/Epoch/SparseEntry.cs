using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>One entry of a row of a sparse matrix.</summary>
/// <param name="Column">Column of the entry.</param>
/// <param name="Value">Value of the entry; may be zero.</param>
public readonly record struct SparseEntry(int Column, I32F32 Value);
