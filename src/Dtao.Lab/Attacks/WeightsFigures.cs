using Dtao.Numerics;

namespace Dtao.Lab.Attacks;

/// <summary>How a majority of stake weight was bought, and whether the epoch follows it.
/// </summary>
/// <param name="PoolTao">TAO spent on the subnet's alpha.</param>
/// <param name="RootTao">TAO staked on root.</param>
/// <param name="Fee">TAO burned for the validator's slot.</param>
/// <param name="OthersWeight">Stake weight of the other active validators. Unit: 10^-9.</param>
/// <param name="OwnWeight">The attacker's stake weight. Unit: 10^-9.</param>
/// <param name="MeanPrice">TAO per alpha paid on the mean; zero when none was bought.</param>
/// <param name="PriceBefore">Price before the purchase. Unit: TAO per alpha.</param>
/// <param name="IncentiveBefore">Incentive of the chosen miner before, 0 to 1.</param>
/// <param name="IncentiveAfter">Its incentive after the attacker's weights counted, 0 to 1.
/// </param>
public sealed record WeightsFigures(
    Tao PoolTao, Tao RootTao, Tao Fee, decimal OthersWeight, decimal OwnWeight,
    decimal MeanPrice, decimal PriceBefore, decimal IncentiveBefore, decimal IncentiveAfter)
{
    /// <summary>The epoch gives the chosen miner nearly everything.</summary>
    public bool IsFollowed => IncentiveAfter > 0.98m;
}
