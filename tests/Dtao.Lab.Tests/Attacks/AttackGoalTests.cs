using Dtao.Lab.Attacks;
using Xunit;

namespace Dtao.Lab.Tests.Attacks;

/// <summary>What may be asked for, and on which networks.</summary>
public class AttackGoalTests
{
    [Fact]
    public void Goals_name_what_is_wanted_and_how_much()
    {
        AttackGoal emission = AttackGoal.Parse("emission:5%");
        AttackGoal weights = AttackGoal.Parse("weights:50.5%");

        Assert.Equal((AttackGoalKind.Emission, 0.05m), (emission.Kind, emission.Part));
        Assert.Equal((AttackGoalKind.Weights, 0.505m), (weights.Kind, weights.Part));
    }

    [Theory]
    [InlineData("emission")]
    [InlineData("emission:5")]
    [InlineData("emission:0%")]
    [InlineData("emission:100%")]
    [InlineData("emission:-5%")]
    [InlineData("glory:5%")]
    [InlineData("weights:x%")]
    [InlineData("")]
    public void Other_words_are_no_goals(string text)
    {
        Assert.Throws<FormatException>(() => AttackGoal.Parse(text));
    }

    [Theory]
    [InlineData("aged")]
    [InlineData("aged:0 days")]
    [InlineData("aged:100")]
    [InlineData("mainnet")]
    public void Other_words_are_no_networks(string text)
    {
        Assert.Throws<FormatException>(() => AttackNetwork.Parse(text));
    }
}
