using Dtao.Runtime.Emission.Rules;
using Xunit;

namespace Dtao.Runtime.Tests.Rules;

/// <summary>Rules are found by their names and tell what they are.</summary>
public class RuleCatalogueTests
{
    public static TheoryData<string> Names =>
        [.. EmissionRules.All.Select(static rule => rule.Name)];

    [Theory]
    [InlineData("R2", "R2@258")]
    [InlineData("r3", "R3@320")]
    [InlineData("R4", "R4@401")]
    [InlineData("R4@338", "R4@338")]
    [InlineData("R5b", "R5b@419")]
    [InlineData("R6b", "R6b@425")]
    [InlineData("R6b@425 weighted", "R6b@425 weighted")]
    [InlineData("R7", "R7@440")]
    [InlineData("cap", "cap")]
    public void A_name_without_release_is_the_newest_form(string name, string found)
    {
        Assert.Equal(found, EmissionRules.Find(name).Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_is_found_and_tells_in_one_line_what_it_does(string name)
    {
        EmissionRule rule = EmissionRules.Find(name);

        Assert.Equal(name, rule.Name);
        Assert.InRange(rule.Help.Length, 20, 100);
        Assert.DoesNotContain('\n', rule.Help);
        Assert.NotEmpty(rule.Limits);
    }

    [Fact]
    public void No_name_stands_twice()
    {
        Assert.Distinct(EmissionRules.All.Select(static rule => rule.Name));
    }

    [Fact]
    public void Shares_of_one_rule_go_with_the_rest_of_another()
    {
        EmissionRule joined = EmissionRules.Find("cap+R4");

        Assert.Equal("cap+R4@401", joined.Name);
        Assert.IsType<MarketCapShares>(joined.Shares);
        Assert.IsType<ExcessInjection>(joined.Injection);
        Assert.Equal(RuleFidelity.Formula, joined.Fidelity);
    }

    [Theory]
    [InlineData("R9")]
    [InlineData("R4@999")]
    [InlineData("cap+")]
    [InlineData("")]
    public void An_unknown_name_is_answered_by_the_known_ones(string name)
    {
        Assert.Null(EmissionRules.TryFind(name));
        ArgumentException problem =
            Assert.Throws<ArgumentException>(() => EmissionRules.Find(name));

        Assert.Contains($"'{name}'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("R4@348", problem.Message, StringComparison.Ordinal);
    }
}
