using Dtao.Lab.Plans;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Tests.Agents;
using Xunit;

namespace Dtao.Lab.Tests.Plans;

/// <summary>What is wrong with a scenario file is named with file and line.</summary>
public class ScenarioFileTests
{
    [Theory]
    [InlineData("kind: noise-trade\ncount: 1 agents", 11, "unknown kind 'noise-trade'")]
    [InlineData("kind: noise-trader", 11, "'count' is missing")]
    [InlineData("kind: noise-trader\ncount: 1", 12, "'1' is no value with a unit")]
    [InlineData("kind: noise-trader\ncount: 1 TAO", 12, "wrong unit")]
    [InlineData("kind: noise-trader\ncount: 1 agents\nsize: 200 %", 13, "out of range")]
    [InlineData("kind: noise-trader\ncount: 1 agents\nsize: 5 .. 2 %", 13, "ends below")]
    [InlineData("kind: noise-trader\ncount: 1 agents\nmood: 1 x", 13, "unknown setting 'mood'")]
    [InlineData("kind: noise-trader\ncount: 1 agents\nsubnets: 99", 11, "subnet 99")]
    [InlineData("kind: intervenor\nsubnets: 28\nprogram: luck", 13, "unknown program 'luck'")]
    public void A_wrong_group_is_named_with_its_line(string kind, int line, string problem)
    {
        ScenarioFileException found = Assert.Throws<ScenarioFileException>(() =>
            ScenarioFile.Read("my.yaml", SmallWorld.TextOf(kind)));

        Assert.StartsWith($"my.yaml, line {line}: ", found.Message);
        Assert.Contains(problem, found.Message);
    }

    [Theory]
    [InlineData("\nmeasures:\n  best-rnk 28:\n    because: x", "unknown measure 'best-rnk'")]
    [InlineData("\nmeasures:\n  best-rank 28:\n    expect: 1 .. 7 %", "wrong unit")]
    [InlineData("\nmeasures:\n  profit nobody:\n    because: x", "does not have")]
    [InlineData("\norder: fair", "unknown order 'fair'")]
    [InlineData("\nanswer: Yes, {best-rank 28}.", "'best-rank 28', which is not measured")]
    [InlineData("\nrule: R99", "unknown emission rule 'R99'")]
    [InlineData("\nscores:\n  memes: 0 x", "'memes' is no purpose")]
    [InlineData("\nhorizon-of: 1 days", "unknown 'horizon-of'")]
    public void A_wrong_entry_is_named(string entry, string problem)
    {
        string text = SmallWorld.TextOf("kind: noise-trader\ncount: 1 agents") + entry;

        ScenarioFileException found = Assert.Throws<ScenarioFileException>(
            () => ScenarioFile.Read("my.yaml", text));

        Assert.Contains(problem, found.Message);
        Assert.Contains("line", found.Message);
    }

    [Fact]
    public void Text_that_is_no_yaml_is_named_with_its_line()
    {
        ScenarioFileException found = Assert.Throws<ScenarioFileException>(
            () => ScenarioFile.Read("my.yaml", "scenario: [a\ntitle: b"));

        Assert.StartsWith("my.yaml, line ", found.Message);
    }

    [Fact]
    public void A_change_replaces_a_value_and_a_path_that_leads_nowhere_is_refused()
    {
        string text = SmallWorld.TextOf("kind: noise-trader\ncount: 1 agents");

        Plan plan = ScenarioFile.Read("my.yaml", text, new Change("group.count", "7 agents"));

        Assert.Equal(7, plan.Groups[0].Count);
        Assert.Throws<FormatException>(() =>
            ScenarioFile.Read("my.yaml", text, new Change("crowd.count", "7 agents")));
    }

    [Fact]
    public void Every_scenario_that_comes_along_can_be_read_and_asks_a_question()
    {
        Assert.All(ScenarioCatalog.FileNames, static name =>
        {
            Plan plan = ScenarioCatalog.Find(name)!.Plan!;

            Assert.Equal(name, plan.Name);
            Assert.EndsWith("?", plan.Question);
            Assert.NotEmpty(plan.Measures);
        });
    }
}
