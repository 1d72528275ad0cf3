using Dtao.Lab.Datasets;
using Dtao.Numerics;
using Xunit;

namespace Dtao.Lab.Tests.Datasets;

public class BlockClockTests
{
    [Fact]
    public void The_launch_was_on_13_February_2025_at_21_42_48()
    {
        string time = LaunchDataset.Clock.TextOf(LaunchDataset.Instance.LaunchBlock);

        Assert.Equal("2025-02-13T21:42:48Z", time);
    }

    [Theory]
    [InlineData(0, 4_925_837)]
    [InlineData(1, 4_925_838)]
    [InlineData(12, 4_925_838)]
    [InlineData(13, 4_925_839)]
    [InlineData(-1, 4_925_837)]
    [InlineData(-11, 4_925_837)]
    [InlineData(-12, 4_925_836)]
    public void The_first_block_at_a_time_is_never_before_it(int seconds, ulong expected)
    {
        DateTime time = LaunchDataset.Clock.KnownTime.AddSeconds(seconds);

        BlockNumber block = LaunchDataset.Clock.FirstAt(time);

        Assert.Equal(expected, block.Value);
        Assert.True(LaunchDataset.Clock.TimeOf(block) >= time);
    }
}
