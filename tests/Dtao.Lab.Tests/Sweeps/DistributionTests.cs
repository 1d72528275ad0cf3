using Dtao.Lab.Sweeps.Statistics;
using Xunit;

namespace Dtao.Lab.Tests.Sweeps;

public sealed class DistributionTests
{
    [Fact]
    public void Five_figures_describe_the_values_in_any_order()
    {
        double?[] values = [.. Enumerable.Range(0, 21).Select(static at => (double?)(20 - at))];

        Distribution? found = Distribution.Of(values);

        Assert.Equal(new Distribution(21, 10, 10, 1, 19), found);
    }

    [Fact]
    public void Quantiles_lie_in_proportion_between_two_values()
    {
        Distribution? found = Distribution.Of([1, 2]);

        Assert.Equal(1.5, found!.Median);
        Assert.Equal(1.05, found.Low, 12);
        Assert.Equal(1.95, found.High, 12);
    }

    [Fact]
    public void Runs_that_cannot_tell_are_left_out_and_not_counted()
    {
        Distribution? found = Distribution.Of([null, 4, null]);

        Assert.Equal(new Distribution(1, 4, 4, 4, 4), found);
        Assert.Null(Distribution.Of([null, null]));
    }
}
