using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>What the engine makes of a feed at one block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Time">Its time, UTC.</param>
/// <param name="Rule">Rule in force.</param>
/// <param name="Rate">Rate of the moving prices in force.</param>
/// <param name="IsBound">TAO for a pool was bound by its price.</param>
/// <param name="LastRow">Block of the last observation.</param>
/// <param name="BlockEmission">TAO emission of the block.</param>
/// <param name="SumOfMoving">Sum of the moving prices.</param>
/// <param name="RootTao">TAO on root.</param>
/// <param name="RootTaoCompounding">TAO on root when it keeps its dividends.</param>
/// <param name="Subnets">The subnets that take part, by number.</param>
public sealed record FeedMoment(
    BlockNumber Block,
    DateTime Time,
    PriceRule Rule,
    MovingRate Rate,
    bool IsBound,
    BlockNumber LastRow,
    Fractional<Tao> BlockEmission,
    Price SumOfMoving,
    Tao RootTao,
    Tao RootTaoCompounding,
    ImmutableArray<FeedSubnet> Subnets)
{
    /// <summary>
    /// A subnet's emission share: TAO that enters its pool, as a part of the block's emission.
    /// </summary>
    public I96F32 ShareOf(FeedSubnet subnet) =>
        subnet.Terms.TaoIn.Value.SafeDivide(BlockEmission.Value);

    /// <summary>A subnet's part of all moving prices.</summary>
    public I96F32 MovingShareOf(FeedSubnet subnet) =>
        subnet.Terms.Share.Value.SafeDivide(BlockEmission.Value);

    /// <summary>All emission shares together, of 1; what is missing buys alpha.</summary>
    public I96F32 SumOfShares => Subnets.Aggregate(
        I96F32.Zero, (sum, subnet) => sum.SaturatingAdd(ShareOf(subnet)));
}
