using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>One moment of a price path.</summary>
/// <param name="Block">The block.</param>
/// <param name="Time">Its time, UTC.</param>
/// <param name="Price">TAO per alpha.</param>
/// <param name="Rank">Place by price among all subnets, the highest first.</param>
public readonly record struct PathPoint(
    BlockNumber Block, DateTime Time, Price Price, int Rank);
