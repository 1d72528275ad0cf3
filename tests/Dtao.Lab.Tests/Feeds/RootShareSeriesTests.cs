using Dtao.Lab.Datasets;
using Dtao.Lab.Feeds;
using Dtao.Lab.Measures;
using Dtao.Numerics;
using Xunit;

namespace Dtao.Lab.Tests.Feeds;

/// <summary>Root's share over the recorded prices, held against the published table.</summary>
public class RootShareSeriesTests
{
    // One unit of the table's last digit: its own rounding, and what its model leaves out.
    private const decimal Tolerance = 0.001m;

    private static readonly Lazy<FeedSeriesPoint[]> Points = new(static () =>
        [.. FeedSeries.Of(new(
            RecordedFeeds.Hourly, RecordedFeeds.Registered, FeedSettings.OfRecord))]);

    [Theory]
    [InlineData(1, 0.995, 0.990, 0.991, 0.991)]
    [InlineData(7, 0.955, 0.914, 0.926, 0.927)]
    [InlineData(12, 0.925, 0.861, 0.883, 0.884)]
    [InlineData(14, 0.914, 0.841, 0.865, 0.866)]
    [InlineData(30, 0.832, 0.712, 0.745, 0.749)]
    [InlineData(66, 0.692, 0.529, 0.571, 0.581)]
    [InlineData(100, 0.597, 0.426, 0.476, 0.490)]
    [InlineData(200, 0.426, 0.270, 0.302, 0.319)]
    [InlineData(255, 0.368, 0.225, 0.248, 0.265)]
    public void The_mean_of_the_launch_cohort_is_that_of_the_table(
        int day, decimal outstanding, decimal maximal, decimal protocol, decimal compounding)
    {
        FeedSeriesPoint point = On(day);

        Assert.Equal(64, point.Cohort);
        AssertNear(outstanding, point.Outstanding);
        AssertNear(maximal, point.Maximal);
        AssertNear(protocol, point.Protocol);
        AssertNear(compounding, point.Compounding);
    }

    [Theory]
    [InlineData(7, 0.925, 34_700)]
    [InlineData(30, 0.742, 149_600)]
    [InlineData(100, 0.475, 453_000)]
    [InlineData(255, 0.247, 1_409_000)]
    public void Subnet_28_and_the_injection_are_those_of_the_table(
        int day, decimal subnet28, decimal injected)
    {
        FeedSeriesPoint point = On(day);

        AssertNear(subnet28, point.Subnet28!.Value, 0.0015m);
        decimal found = ReadableNumber.Of(point.AlphaInjected.Rao);
        Assert.InRange(found, injected * 0.99m, injected * 1.01m);
    }

    [Fact]
    public void Half_is_passed_between_day_85_and_day_100()
    {
        FeedSeriesPoint half = Points.Value.First(
            static point => ReadableNumber.Of(point.Protocol) < 0.5m);

        Assert.InRange(DayOf(half), 85m, 100m);
    }

    [Fact]
    public void The_series_has_a_row_for_each_row_of_the_prices()
    {
        using StringWriter text = new();

        FeedSeriesCsv.Write(Points.Value, text);

        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(RecordedFeeds.Hourly.Rows + 1, lines.Length);
        Assert.StartsWith("4925837,2025-02-14T16:00:00Z,0.7619,64,64,0.994", lines[1]);
        Assert.All(lines, line => Assert.Equal(
            lines[0].Count(static sign => sign == ','), line.Count(static sign => sign == ',')));
    }

    private static void AssertNear(decimal expected, I96F32 found, decimal within = Tolerance) =>
        Assert.InRange(ReadableNumber.Of(found), expected - within, expected + within);

    private static FeedSeriesPoint On(int day) =>
        Points.Value.MinBy(point => Math.Abs(DayOf(point) - day))!;

    private static decimal DayOf(FeedSeriesPoint point) =>
        (decimal)(point.Block.Value - LaunchDataset.Instance.LaunchBlock.Value)
        / BlockClock.BlocksPerDay;
}
