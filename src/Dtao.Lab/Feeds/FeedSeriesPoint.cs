using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>Root's share at one row of a feed; shares of 1.</summary>
/// <param name="Block">The block.</param>
/// <param name="Time">Its time, UTC.</param>
/// <param name="Live">Subnets that take part.</param>
/// <param name="Cohort">Those of them that took part when the feed began.</param>
/// <param name="Outstanding">Beside one alpha a block since the launch.</param>
/// <param name="Maximal">Beside two alpha a block since the launch.</param>
/// <param name="Protocol">By the chain's formula, mean of the cohort.</param>
/// <param name="Compounding">The same when root keeps its dividends.</param>
/// <param name="Weighted">By the chain's formula, weighted by emission over all.</param>
/// <param name="Subnet28">Of subnet 28 by the chain's formula; null where it is absent.</param>
/// <param name="AlphaInjected">Alpha in a pool, trades left out, mean of the cohort.</param>
/// <param name="RootTao">TAO on root when it keeps its dividends.</param>
/// <param name="SumOfPrices">Sum of the prices.</param>
/// <param name="SumOfMoving">Sum of the moving prices.</param>
public sealed record FeedSeriesPoint(
    BlockNumber Block,
    DateTime Time,
    int Live,
    int Cohort,
    I96F32 Outstanding,
    I96F32 Maximal,
    I96F32 Protocol,
    I96F32 Compounding,
    I96F32 Weighted,
    I96F32? Subnet28,
    Alpha AlphaInjected,
    Tao RootTao,
    Price SumOfPrices,
    Price SumOfMoving);
