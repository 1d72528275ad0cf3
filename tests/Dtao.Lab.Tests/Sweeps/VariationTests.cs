using Dtao.Lab.Plans;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Sweeps;
using Xunit;

namespace Dtao.Lab.Tests.Sweeps;

public sealed class VariationTests
{
    private static readonly Plan Episode = ScenarioCatalog.Find("sn28")!.Plan!;

    [Theory]
    [InlineData("holders.capital=1..9 TAO in 5 steps", 0.25, "holders.capital=3 TAO")]
    [InlineData("holders.capital = 1 .. 9 TAO", 0.5, "holders.capital=5 TAO")]
    [InlineData("values.level=0.5..0.75 x in 2 steps", 1.0, "values.level=0.75 x")]
    [InlineData("foundation.allies=0..5 validators", 0.39, "foundation.allies=2 validators")]
    [InlineData("foundation.notice=100..201 blocks", 0.5, "foundation.notice=151 blocks")]
    [InlineData("order=random | sandwich", 1.0, "order=sandwich")]
    [InlineData("holders.capital=0.5..2 times", 0.0, "holders.capital=1 .. 8.5 TAO")]
    [InlineData("values.count=0.5..1 times", 0.01, "values.count=76 agents")]
    public void A_position_in_the_range_is_a_value_of_the_scenario(
        string text, double position, string change)
    {
        Variation variation = Variation.Parse(text, Episode);

        Assert.Equal(change, variation.At(position).ToString());
    }

    [Theory]
    [InlineData("holders.capital=1..9 TAO in 5 steps", 5)]
    [InlineData("holders.capital=1..9 TAO", null)]
    [InlineData("foundation.allies=0..5 validators", 6)]
    [InlineData("order=random | fee-priority | sandwich", 3)]
    public void Steps_choices_and_whole_numbers_are_counted(string text, int? levels) =>
        Assert.Equal(levels, Variation.Parse(text, Episode).Levels);

    [Theory]
    [InlineData("holders.capital", "is no variation")]
    [InlineData("holders.capital=5 TAO", "is no range")]
    [InlineData("holders.capital=9..1 TAO", "does not end above its beginning")]
    [InlineData("holders.capital=1..9 TAO in 1 steps", "2 to 10000 steps")]
    [InlineData("holders.capital=1..9", "is no range")]
    [InlineData("holders.capital=1.2.3..9 TAO", "'1.2.3'")]
    [InlineData("foundation.allies=0..5 validators in 11 steps", "less than 11 whole values")]
    [InlineData("order=random |", "empty or repeated")]
    [InlineData("horizon=0.5..2 times", "multiplies nothing")]
    public void What_is_no_variation_is_named(string text, string problem)
    {
        FormatException refused =
            Assert.Throws<FormatException>(() => Variation.Parse(text, Episode));

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }
}
