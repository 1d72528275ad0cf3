using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Sweeps;
using Xunit;

namespace Dtao.Lab.Tests.Sweeps;

public sealed class SweepPlanTests
{
    private static readonly SweepRequest Small = new()
    {
        Scenario = "sn28",
        Text = ScenarioCatalog.TextOf("sn28")!,
        Variations =
        [
            "holders.capital=1..9 TAO in 5 steps", "foundation.allies=0..5 validators in 6 steps",
        ],
        Seeds = "1..4",
        Design = "grid",
    };

    [Fact]
    public void Points_come_in_order_each_with_all_its_seeds()
    {
        SweepPlan plan = SweepPlan.Of(Small);

        Assert.Equal((30, 120), (plan.Points.Length, plan.Count));
        SweepRun last = plan[120];
        Assert.Equal((120, 30, 4UL), (last.Number, last.Point.Number, last.Seed));
        Assert.Equal((1, 3UL), (plan[3].Point.Number, plan[3].Seed));
        Assert.Equal(
            ["holders.capital=1 TAO", "foundation.allies=1 validators"],
            plan[5].Point.Changes.Select(static change => change.ToString()));
    }

    [Fact]
    public void A_run_has_the_values_of_its_point_and_no_auditor()
    {
        SweepPlan plan = SweepPlan.Of(Small with { Days = "0.5", Sets = ["order=sandwich"] });

        Point point = plan.PointOf(plan[120]);

        Assert.Equal(
            (3_600UL, 4UL, Auditing.Off), (point.Horizon.Blocks, point.Seed, point.Auditing));
        Assert.Equal("sandwich", point.Scenario.Plan!.BlockOrder);
        Assert.Equal(
            "9 TAO",
            point.Scenario.Plan.Groups.Single(static group => group.Name == "holders")
                .Settings["capital"].Text);
    }

    [Fact]
    public void Only_paths_that_a_measure_reads_are_recorded()
    {
        SweepPlan plan = SweepPlan.Of(Small with { Sets = ["watch=all"] });

        Assert.Equal("28", plan.PointOf(plan[1]).Scenario.Plan!.Watched.Text);
    }

    [Fact]
    public void The_command_repeats_the_request()
    {
        SweepRequest request =
            Small with { Design = "lhs", Size = 9, Days = "2", IsAudited = true };

        Assert.Equal(
            "./dtao lab sweep sn28 --vary 'holders.capital=1..9 TAO in 5 steps' "
            + "--vary 'foundation.allies=0..5 validators in 6 steps' --seeds 1..4 --design lhs "
            + "--points 9 --design-seed 1 --days 2 --audit",
            request.Command);
    }

    public static TheoryData<string, string[]> Unfit => new()
    {
        { "no known unit", ["holders.capital=1..9 kg in 2 steps"] },
        { "unknown setting 'capitol'", ["holders.capitol=1..9 TAO in 2 steps"] },
        { "no group 'holder'", ["holder.capital=1..9 TAO in 2 steps"] },
        { "out of range", ["foundation.allies=0..99 validators in 2 steps"] },
        { "needs them", ["holders.capital=1..9 TAO"] },
        { "given twice", ["order=random | sandwich", "order=random | fee-priority"] },
        { "nothing varies", [] },
        { "are the most", ["values.count=1..10000 agents", "noise.count=1..10000 agents"] },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void What_does_not_fit_is_named_before_the_first_run(string named, string[] variations)
    {
        FormatException refused = Assert.Throws<FormatException>(
            () => SweepPlan.Of(Small with { Variations = [.. variations] }));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4..1")]
    [InlineData("1, 1")]
    [InlineData("one")]
    [InlineData("-1")]
    public void Seeds_that_are_none_are_named(string seeds)
    {
        FormatException refused = Assert.Throws<FormatException>(
            () => SweepPlan.Of(Small with { Seeds = seeds }));

        Assert.Contains($"'{seeds}'", refused.Message, StringComparison.Ordinal);
    }
}
