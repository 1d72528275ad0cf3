using System.Globalization;
using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>The series as a file: one row for each row of the feed; units in the header.</summary>
/// <remarks>Source: docs/how-to/feed.md#the-series.</remarks>
public static class FeedSeriesCsv
{
    private static readonly string[] Columns =
    [
        "block [block]",
        "time [UTC]",
        "day [d since launch]",
        "subnets [subnets]",
        "cohort [subnets]",
        "root_share_outstanding [of 1]",
        "root_share_maximal [of 1]",
        "root_share_protocol [of 1]",
        "root_share_compounding [of 1]",
        "root_share_weighted [of 1]",
        "root_share_subnet_28 [of 1]",
        "alpha_in_pool_mean [alpha]",
        "root_tao_compounding [TAO]",
        "sum_of_prices [TAO/alpha]",
        "sum_of_moving_prices [TAO/alpha]",
    ];

    /// <summary>Writes the file.</summary>
    public static void Write(IEnumerable<FeedSeriesPoint> points, TextWriter writer)
    {
        writer.NewLine = "\n";
        writer.WriteLine(string.Join(',', Columns));
        foreach (FeedSeriesPoint point in points)
        {
            writer.WriteLine(string.Join(',', Fields(point)));
        }
    }

    private static IEnumerable<string> Fields(FeedSeriesPoint point)
    {
        decimal age = (decimal)point.Block.Value - LaunchDataset.Instance.LaunchBlock.Value;
        yield return point.Block.ToString();
        yield return UtcText.Of(point.Time);
        yield return (age / BlockClock.BlocksPerDay).ToString(
            "0.0000", CultureInfo.InvariantCulture);
        yield return point.Live.ToString(CultureInfo.InvariantCulture);
        yield return point.Cohort.ToString(CultureInfo.InvariantCulture);
        yield return Text(point.Outstanding);
        yield return Text(point.Maximal);
        yield return Text(point.Protocol);
        yield return Text(point.Compounding);
        yield return Text(point.Weighted);
        yield return point.Subnet28 is { } share ? Text(share) : string.Empty;
        yield return AmountText.Of(point.AlphaInjected.Rao);
        yield return AmountText.Of(point.RootTao.Rao);
        yield return Text(point.SumOfPrices.Value);
        yield return Text(point.SumOfMoving.Value);
    }

    private static string Text(I96F32 value) => ReadableNumber.Of(value).ToString(
        "0.000000000", CultureInfo.InvariantCulture);
}
