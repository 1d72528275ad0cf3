namespace Dtao.Lab.Attacks;

/// <summary>A trade of a strategy.</summary>
/// <param name="After">Blocks since the start.</param>
/// <param name="Part">Part of the sum that is paid, 0 to 1; 0 to sell everything.</param>
public readonly record struct AttackOrder(ulong After, decimal Part);
