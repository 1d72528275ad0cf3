using Dtao.Lab.Datasets;
using Xunit;

namespace Dtao.Lab.Tests.Datasets;

public class Sn28RecordTests
{
    [Fact]
    public void The_record_holds_the_affair_every_ten_blocks()
    {
        Sn28Record record = Sn28Record.Instance;

        RecordedPrice[] day = [.. record.Prices.Where(
            static price => price.Time.Date == new DateTime(2025, 2, 25))];

        Assert.Equal(10_918, record.Prices.Length);
        Assert.InRange(day.Length, 700, 720);
        Assert.All(day, static price => Assert.InRange(price.Rank, 1, price.Subnets));
    }

    [Fact]
    public void The_public_notice_came_at_18_16_15()
    {
        RecordedEvent notice = Sn28Record.Instance.Events.Single(
            static happening => happening.Text.Contains("606.51k", StringComparison.Ordinal));

        Assert.Equal(new(2025, 2, 25, 18, 16, 15), notice.Time);
        Assert.Equal("real", notice.Certainty);
        Assert.Equal(DateTimeKind.Utc, notice.Time.Kind);
    }

    [Theory]
    [InlineData("0.06935", "0.06935")]
    [InlineData("5e-05", "0.00005")]
    [InlineData("0", "0")]
    [InlineData("999999.5", "999999.5")]
    public void A_price_is_the_nearest_one_with_32_fraction_bits(string text, string expected)
    {
        bool isPrice = PriceText.TryParse(text, out var price);

        Assert.True(isPrice);
        Assert.Equal(expected, price.Value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("nan")]
    [InlineData("1,5")]
    [InlineData(" 1")]
    [InlineData("1000000")]
    [InlineData("1e40")]
    public void What_is_no_price_is_refused(string text) =>
        Assert.False(PriceText.TryParse(text, out _));
}
