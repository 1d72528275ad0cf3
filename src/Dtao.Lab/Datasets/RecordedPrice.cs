using Dtao.Numerics;

namespace Dtao.Lab.Datasets;

/// <summary>The price of a subnet at one moment, and where it stood among all.</summary>
/// <param name="Block">The block.</param>
/// <param name="Time">Its time, UTC.</param>
/// <param name="Price">TAO per alpha.</param>
/// <param name="Rank">Place by price, the highest first.</param>
/// <param name="Subnets">Subnets that had a price.</param>
/// <param name="SumOfPrices">Sum of their prices.</param>
public sealed record RecordedPrice(
    BlockNumber Block, DateTime Time, Price Price, int Rank, int Subnets, Price SumOfPrices);
