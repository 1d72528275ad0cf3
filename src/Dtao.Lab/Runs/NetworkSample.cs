using System.Collections.Immutable;
using Dtao.Lab.Measures;
using Dtao.Numerics;

namespace Dtao.Lab.Runs;

/// <summary>The network at the end of one block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Version">Version that ran it.</param>
/// <param name="TotalIssuance">TAO there is, by the chain's counter.</param>
/// <param name="FreeTao">TAO in accounts.</param>
/// <param name="RootTao">TAO on root, as the root share counts it.</param>
/// <param name="RootStaked">TAO staked on root behind the validators, dividends included.</param>
/// <param name="Subnets">The subnets by number.</param>
/// <param name="RootShares">Mean of the subnets' root shares.</param>
public sealed record NetworkSample(
    BlockNumber Block,
    int Version,
    Tao TotalIssuance,
    Tao FreeTao,
    Tao RootTao,
    Tao RootStaked,
    ImmutableArray<SubnetSample> Subnets,
    RootShares RootShares)
{
    /// <summary>Sum of the subnets' prices.</summary>
    public Price SumOfPrices => Sum(static subnet => subnet.Price);

    /// <summary>Sum of the subnets' moving prices.</summary>
    public Price SumOfMovingPrices => Sum(static subnet => subnet.MovingPrice);

    /// <summary>TAO in all pools.</summary>
    public Tao TaoInPools => Subnets.Aggregate(
        Tao.Zero, static (sum, subnet) => sum.SaturatingAdd(subnet.TaoReserve));

    private Price Sum(Func<SubnetSample, Price> choose) => Price.FromValue(Subnets.Aggregate(
        I96F32.Zero, (sum, subnet) => sum.SaturatingAdd(choose(subnet).Value)));
}
