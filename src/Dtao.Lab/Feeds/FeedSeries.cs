using Dtao.Lab.Datasets;
using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>Root's share over a whole feed, one point a row.</summary>
/// <remarks>
/// Means are over the subnets that take part when the feed begins, as long as they do.
/// Source: docs/how-to/feed.md#the-series.
/// </remarks>
public static class FeedSeries
{
    private static readonly NetUid Subnet28 = new(28);

    /// <summary>The points, in order of the rows.</summary>
    public static IEnumerable<FeedSeriesPoint> Of(FeedInputs inputs)
    {
        PriceFeed feed = inputs.Prices;
        ObservedNetwork network = inputs.Open();
        HashSet<NetUid> cohort = [];
        for (int row = 0; row < feed.Rows; row++)
        {
            network.AdvanceTo(feed.BlockOf(row));
            List<ObservedSubnet> live =
                [.. network.Subnets.Where(static subnet => subnet.IsLive)];
            if (row == 0) cohort = [.. live.Select(static subnet => subnet.NetUid)];
            yield return PointOf(
                network, feed.TimeOf(row), live,
                [.. live.Where(subnet => cohort.Contains(subnet.NetUid))]);
        }
    }

    private static FeedSeriesPoint PointOf(
        ObservedNetwork network,
        DateTime time,
        List<ObservedSubnet> live,
        List<ObservedSubnet> cohort)
    {
        EmissionCarry carry = network.Carry;
        ulong launch = LaunchDataset.Instance.LaunchBlock.Value;
        ulong age = network.Block > launch ? network.Block - launch : 0;
        ObservedSubnet? subnet28 =
            live.FirstOrDefault(static subnet => subnet.NetUid == Subnet28);
        return new(
            new(network.Block),
            time,
            live.Count,
            cohort.Count,
            carry.Beside(Alpha.Whole(age)),
            carry.Beside(Alpha.Whole(2 * age)),
            Mean(cohort, carry.Protocol),
            Mean(cohort, carry.ProtocolCompounding),
            Weighted(live, carry),
            subnet28 is null ? null : carry.Protocol(subnet28),
            MeanInjection(cohort),
            carry.Compounding,
            Price.FromValue(live.Aggregate(
                I96F32.Zero, static (sum, subnet) => sum.SaturatingAdd(subnet.Spot.Value))),
            Price.FromValue(carry.SumOfMoving));
    }

    private static I96F32 Mean(
        List<ObservedSubnet> subnets, Func<ObservedSubnet, I96F32> choose)
    {
        if (subnets.Count == 0) return I96F32.Zero;
        Int128 sum = 0;
        foreach (ObservedSubnet subnet in subnets)
        {
            sum += choose(subnet).Bits;
        }

        return I96F32.FromBits(sum / subnets.Count);
    }

    private static I96F32 Weighted(List<ObservedSubnet> subnets, EmissionCarry carry)
    {
        I96F32 sum = I96F32.Zero;
        foreach (ObservedSubnet subnet in subnets)
        {
            sum = sum.SaturatingAdd(
                carry.Protocol(subnet).SaturatingMultiply(subnet.Moving.Value));
        }

        return sum.SafeDivide(carry.SumOfMoving);
    }

    private static Alpha MeanInjection(List<ObservedSubnet> subnets)
    {
        if (subnets.Count == 0) return Alpha.Zero;
        UInt128 sum = 0;
        foreach (ObservedSubnet subnet in subnets)
        {
            sum += subnet.AlphaIn.Rao;
        }

        return Alpha.FromRao((ulong)(sum / (uint)subnets.Count));
    }
}
