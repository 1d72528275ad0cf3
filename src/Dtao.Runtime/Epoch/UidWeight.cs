namespace Dtao.Runtime.Epoch;

/// <summary>One entry of a stored row of weights or bonds.</summary>
/// <param name="Uid">Neuron that is weighed: the column.</param>
/// <param name="Value">Weight or bond, in units of 1/65535 of the largest.</param>
public readonly record struct UidWeight(ushort Uid, ushort Value);
