namespace Dtao.Lab.Measures;

/// <summary>Price and rank at the end of a block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Price">TAO per alpha.</param>
/// <param name="Rank">Rank by price among all subnets; 1 is the highest price.</param>
public readonly record struct PricePoint(ulong Block, double Price, int Rank);
