using Dtao.Lab.Measures;
using Dtao.Numerics;

namespace Dtao.Lab.Runs;

/// <summary>One subnet at the end of one block.</summary>
/// <param name="NetUid">The subnet.</param>
/// <param name="TaoReserve">TAO in the pool.</param>
/// <param name="AlphaReserve">Alpha in the pool.</param>
/// <param name="AlphaOutstanding">Alpha outside the pool, by the chain's counter.</param>
/// <param name="AlphaStaked">Alpha staked behind the subnet's neurons.</param>
/// <param name="Price">Price of the pool.</param>
/// <param name="MovingPrice">The moving price.</param>
/// <param name="EmissionShare">Share of the next block's TAO emission, of one.</param>
/// <param name="RootShares">Root's share, by each definition.</param>
public readonly record struct SubnetSample(
    NetUid NetUid,
    Tao TaoReserve,
    Alpha AlphaReserve,
    Alpha AlphaOutstanding,
    Alpha AlphaStaked,
    Price Price,
    Price MovingPrice,
    I96F32 EmissionShare,
    RootShares RootShares)
{
    /// <summary>All alpha there is: in the pool and outside.</summary>
    public Alpha AlphaIssuance => AlphaReserve.SaturatingAdd(AlphaOutstanding);
}
