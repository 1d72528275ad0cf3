using System.Collections.Immutable;
using Dtao.Lab.Agents;
using Dtao.Lab.Networks;
using Dtao.Lab.Plans;
using Dtao.Lab.Quantities;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Scoring;
using Dtao.Lab.Tests.Agents;
using Dtao.Testing;
using Xunit;

namespace Dtao.Lab.Tests.Samples;

/// <summary>What the document on extending shows is compiled, runs, and is what it shows.</summary>
public class SampleTests
{
    [Theory]
    [InlineData("PatientBuyer.cs")]
    [InlineData("SmallHolders.cs")]
    [InlineData("PriceOnDay.cs")]
    public void The_document_shows_the_very_code(string file)
    {
        string code = Read("tests", "Dtao.Lab.Tests", "Samples", file).Trim();

        Assert.Contains(code, Read("docs", "lab", "extend.md"));
    }

    [Fact]
    public void The_sample_agent_buys()
    {
        World world = SmallWorld.Run(SamplePlan(), 12);

        GroupAccount account = SmallWorld.AccountOf(world);
        Assert.True(account.Spent > 0);
        Assert.True(account.TokensAfter > 0);
    }

    [Fact]
    public void The_sample_program_pays_only_those_who_hold()
    {
        World world = SmallWorld.Run(SamplePlan(), 1);
        SubnetView view = new(world.Chain, world.Crew!.Market, new(5));
        double[] scores = new double[view.Count];

        new SmallHolders().Score(view, SeedTree.From(1).Random(), scores);

        Assert.All(
            Enumerable.Range(0, scores.Length).Where(uid => scores[uid] > 0),
            uid => Assert.True(view.HoldingOf(view.OwnerOf(uid)) > 0));
    }

    [Fact]
    public void The_sample_measure_reads_a_run()
    {
        RunResult run = LaunchRuns.Of(Horizon.Days(1));

        Assert.InRange(PriceOnDay.Value.Find(run, new(1))!.Value, 0.0001m, 1m);
    }

    /// <summary>A plan as a C# value: a file's plan with a group of the new kind.</summary>
    private static Plan SamplePlan()
    {
        Plan basis = ScenarioFile.Read(
            "sample.yaml", SmallWorld.TextOf("kind: noise-trader\ncount: 1 agents"));
        GroupPlan group = new(
            "group",
            PatientBuyer.Kind,
            Count: 3,
            new("5"),
            new Settings(
                PatientBuyer.Kind.Parameters,
                new Dictionary<string, string> { ["part"] = "10 .. 20 %" }),
            ImmutableDictionary<string, string>.Empty);
        return basis with { Groups = [group] };
    }

    private static string Read(params string[] path) =>
        File.ReadAllText(RepositoryRoot.Combine(path)).ReplaceLineEndings("\n");
}
