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
    [InlineData("kind: noise-trader\ncount: 1 agents\nsubnets: 99", 13, "subnet 99")]
    [InlineData("kind: intervenor\nsubnets: 28\nprogram: luck", 13, "unknown program 'luck'")]
    [InlineData("kind: noise-trader\ncount: 1.5 agents", 12, "no whole number of agents")]
    [InlineData("kind: noise-trader\ncount: 1 .. 2 agents", 12, "is a spread")]
    [InlineData("kind: noise-trader\ncount: 1 agents\nsize: 1..2 %", 13, "as '1 .. 2 %'")]
    [InlineData("kind: noise-trader\ncount: 1 agents\nprogram: quality", 13, "'program'; known")]
    [InlineData("kind: noise-trader\ncount: 1 agents\nsubnets: all but 1..64", 13, "no subnet")]
    [InlineData("kind: selling-owner\ncount: 3 agents", 12, "unknown setting 'count'")]
    [InlineData("kind: noise-trader\n? [a]\n: b", 12, "a name is one word")]
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
    [InlineData("\nmeasures:\n  best-rank 28:\n    expect: 7 .. 1 rank", "ends below")]
    [InlineData("\nmeasures:\n  best-rank 99:\n    because: x", "subnet 99, which")]
    [InlineData("\nmeasures:\n  best-rank:\n    because: x", "names no subnet")]
    [InlineData("\nwatch: 5\nmeasures:\n  best-rank 28:\n    because: x", "to 'watch'")]
    [InlineData("\nwatch: all but 1..64", "leaves no subnet")]
    [InlineData("\npurposes:\n  a b: 5", "'a b' is no name")]
    public void A_wrong_entry_is_named(string entry, string problem)
    {
        string text = SmallWorld.TextOf("kind: noise-trader\ncount: 1 agents") + entry;

        ScenarioFileException found = Assert.Throws<ScenarioFileException>(
            () => ScenarioFile.Read("my.yaml", text));

        Assert.Contains(problem, found.Message);
        Assert.Contains("line", found.Message);
    }

    [Theory]
    [InlineData("scenario: small", "scenario: ../../elsewhere", 1, "is no name")]
    [InlineData("title: A small world", "title:", 2, "'title' is empty")]
    [InlineData("horizon: 1 days", "horizon: 99999999999999999999 days", 5, "is more than")]
    [InlineData("horizon: 1 days", "horizon: 79228162514264337593543950335 days", 5, "is more")]
    [InlineData("horizon: 1 days", "horizon: 1 .. 2 days", 5, "is no length")]
    [InlineData("limits: Nothing", "rule: R4 from 1 .. 2 days\nlimits: x", 4, "is a spread")]
    [InlineData("limits: Nothing", "rule: R4 from 99999999999999999999 days\nlimits: x", 4, "more")]
    [InlineData("start: launch", "start: aged\n  age: 99999999 days", 8, "out of range")]
    [InlineData("start: launch", "start: launch\n  tempo: 2.5 blocks", 8, "no whole number")]
    [InlineData("limits: Nothing", "limits: &a [*a]\nx: Nothing", 4, "is one line of text")]
    [InlineData("limits: Nothing", "? &a [*a]\n: Nothing", 4, "a name is one word")]
    public void A_wrong_value_is_named_with_its_line(
        string right, string wrong, int line, string problem)
    {
        string text = SmallWorld.TextOf("kind: noise-trader\ncount: 1 agents")
            .Replace(right, wrong);

        ScenarioFileException found = Assert.Throws<ScenarioFileException>(
            () => ScenarioFile.Read("my.yaml", text));

        Assert.StartsWith($"my.yaml, line {line}: ", found.Message);
        Assert.Contains(problem, found.Message);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Text_of_too_many_levels_is_refused_before_anything_is_made_of_it(string level)
    {
        string text = "scenario:\n  " + string.Concat(Enumerable.Repeat(level, 100_000));

        ScenarioFileException found = Assert.Throws<ScenarioFileException>(
            () => ScenarioFile.Read("my.yaml", text));

        Assert.Equal(
            "my.yaml, line 2: more than 16 lists or mappings within each other", found.Message);
    }

    [Fact]
    public void A_fault_of_the_scenario_below_is_told_with_the_line_of_that_file()
    {
        const string Text = """
            scenario: mine
            like: sn28
            agents:
              holders:
                kind: noise-trader
            """;
        string[] below = ScenarioCatalog.TextOf("sn28")!.Split('\n');
        int line = 1 + Array.FindIndex(below, static one => one.Contains("wanted-yield"));

        ScenarioFileException found = Assert.Throws<ScenarioFileException>(
            () => ScenarioFile.Read("my.yaml", Text));

        Assert.StartsWith(
            $"my.yaml, like scenario/sn28.yaml, line {line}: unknown setting 'wanted-yield'",
            found.Message);
    }

    [Fact]
    public void Something_missing_is_told_with_the_line_of_the_group_that_was_asked_for()
    {
        const string Text = "scenario: mine\nlike: sn28\ntitle: none\n";

        ScenarioFileException found = Assert.Throws<ScenarioFileException>(
            () => ScenarioFile.Read("my.yaml", Text));

        Assert.Equal("my.yaml, line 1: 'title' is missing", found.Message);
    }

    [Theory]
    [InlineData("group.count", "7", "my.yaml, with 'group.count=7': '7' is no value")]
    [InlineData("group.mood", "7 x", "my.yaml, with 'group.mood=7 x': unknown setting 'mood'")]
    [InlineData("order", "fair", "my.yaml, with 'order=fair': unknown order")]
    public void A_wrong_change_is_told_with_the_change(string path, string value, string problem)
    {
        string text = SmallWorld.TextOf("kind: noise-trader\ncount: 1 agents");

        ScenarioFileException found = Assert.Throws<ScenarioFileException>(
            () => ScenarioFile.Read("my.yaml", text, new Change(path, value)));

        Assert.StartsWith(problem, found.Message);
    }

    [Fact]
    public void A_change_of_one_group_leaves_another_that_an_alias_made_of_it()
    {
        string text = SmallWorld.TextOf("kind: noise-trader\ncount: 1 agents")
            .Replace("  group:", "  group: &one") + "\n  others: *one";

        Plan plan = ScenarioFile.Read("my.yaml", text, new Change("group.count", "7 agents"));

        Assert.Equal([7, 1], plan.Groups.Select(static group => group.Count));
    }

    [Fact]
    public void What_a_scenario_is_like_cannot_be_changed_from_outside()
    {
        FormatException found = Assert.Throws<FormatException>(() => ScenarioFile.Read(
            "my.yaml", SmallWorld.TextOf("kind: noise-trader\ncount: 1 agents"),
            new Change("like", "sn28")));

        Assert.Contains("stands in its file", found.Message);
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
