using Dtao.Lab.Scenarios;
using Xunit;

namespace Dtao.Lab.Tests.Scenarios;

public class HorizonTests
{
    [Theory]
    [InlineData("30", 216_000, "30")]
    [InlineData("0.5", 3_600, "0.5")]
    [InlineData("0.0001", 1, "0.0001")]
    [InlineData("0.01", 72, "0.01")]
    [InlineData("3650", 26_280_000, "3650")]
    public void Days_become_the_nearest_number_of_blocks(
        string text, ulong blocks, string shown)
    {
        bool isRead = Horizon.TryParse(text, out Horizon horizon);

        Assert.True(isRead);
        Assert.Equal(blocks, horizon.Blocks);
        Assert.Equal(shown, horizon.DaysText);
    }

    [Theory]
    [InlineData(216_000, "216,000 blocks (30 days)")]
    [InlineData(7_200, "7,200 blocks (1 day)")]
    [InlineData(1, "1 block (0.0001 days)")]
    public void A_length_is_told_in_blocks_and_days(ulong blocks, string expected)
    {
        Assert.Equal(expected, new Horizon(blocks).Text);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.00001")]
    [InlineData("3650.1")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999999")]
    [InlineData("thirty")]
    [InlineData("")]
    [InlineData("1,5")]
    public void What_is_no_length_is_refused(string text)
    {
        Assert.False(Horizon.TryParse(text, out _));
    }
}
