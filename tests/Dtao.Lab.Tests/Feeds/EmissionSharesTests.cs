using Dtao.Lab.Datasets;
using Dtao.Lab.Feeds;
using Dtao.Lab.Measures;
using Dtao.Numerics;
using Xunit;

namespace Dtao.Lab.Tests.Feeds;

/// <summary>The engine's emission shares, held against what the real chain published.</summary>
public class EmissionSharesTests
{
    private static readonly DateTime TwentyFifth =
        new(2025, 10, 25, 16, 0, 56, DateTimeKind.Utc);

    private static readonly Lazy<SharesComparison[]> Days = new(static () =>
        [.. Compare(RecordedFeeds.Hourly, FeedSettings.OfRecord)]);

    [Fact]
    public void Prices_of_every_ten_blocks_lead_to_the_shares_of_25_October()
    {
        SharesComparison found = Assert.Single(
            Compare(RecordedFeeds.October, FeedSettings.OfRecord));

        Assert.Equal(TwentyFifth, found.Published);
        Assert.Equal(68, found.Shares.Length);
        Assert.InRange(found.TotalVariation, 0m, 0.0001m);
        Assert.InRange(Math.Abs(found.Largest.Difference), 0m, 0.00005m);
    }

    [Fact]
    public void Hourly_prices_lead_to_the_shares_of_all_37_days()
    {
        SharesComparison[] days = Days.Value;

        Assert.Equal(37, days.Length);
        Assert.All(days, static day => Assert.InRange(day.TotalVariation, 0m, 0.001m));
        Assert.All(
            days.Where(static day => day.Published.Month == 10),
            static day => Assert.InRange(day.TotalVariation, 0m, 0.0005m));
    }

    [Fact]
    public void The_tao_that_the_price_keeps_out_of_pools_is_what_the_days_lack()
    {
        DateTime time = new(2025, 10, 16, 16, 0, 27, DateTimeKind.Utc);

        FeedMoment moment = Days.Value.Single(day => day.Published == time).Moment;

        decimal published = RecordedFeeds.Published.At(time).Values.Sum();
        Assert.InRange(published, 0.99m, 0.995m);
        Assert.InRange(ReadableNumber.Of(moment.SumOfShares) - published, -0.0005m, 0.0005m);
    }

    [Theory]
    [InlineData(246, 0.0005)]
    [InlineData(252, 0.0005)]
    [InlineData(320, 0.0001)]
    public void Other_versions_are_further_off_but_near(int version, decimal most)
    {
        FeedSettings settings =
            FeedSettings.OfRecord with { Pinned = PriceRules.Find(version) };

        SharesComparison found =
            Assert.Single(Compare(RecordedFeeds.October, settings));

        Assert.InRange(found.TotalVariation, 0m, most);
    }

    [Theory]
    [InlineData("0.000003", 12_885)]
    [InlineData("0.001", 4_294_967)]
    public void Another_rate_does_not_lead_there(string text, long bits)
    {
        MovingRate rate = new(
            default, text, I96F32.FromBits(bits), ValueStatus.Synthesized, "tried");

        SharesComparison found = Assert.Single(
            Compare(RecordedFeeds.October, FeedSettings.OfRecord with { Rate = rate }));

        Assert.True(found.TotalVariation > 0.002m);
    }

    private static IEnumerable<SharesComparison> Compare(PriceFeed feed, FeedSettings settings) =>
        new FeedInputs(feed, RecordedFeeds.Registered, settings).Compare(RecordedFeeds.Published);
}
