using System.Collections.Immutable;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Sweeps;
using Dtao.Lab.Sweeps.Reporting;
using Xunit;

namespace Dtao.Lab.Tests.Sweeps;

public sealed class SweepReportTests
{
    [Theory]
    [InlineData("grid", 0, "bands map points failures values")]
    [InlineData("lhs", 8, "bands points failures values")]
    [InlineData("morris", 4, "sensitivity bands points failures values")]
    [InlineData("sobol", 4, "sensitivity bands points failures values")]
    public void A_report_shows_what_its_design_tells(string design, int size, string sections)
    {
        SweepPlan plan = PlanOf(design, size);

        Report report = SweepReport.Of(plan, new(plan, OutcomesOf(plan)));

        Assert.Equal(sections.Split(' '), report.Sections.Select(static one => one.Id));
    }

    [Theory]
    [InlineData("grid", 0)]
    [InlineData("morris", 4)]
    [InlineData("sobol", 4)]
    public void Its_own_words_are_translated(string design, int size)
    {
        SweepPlan plan = PlanOf(design, size);

        ReportPage.Render(
            SweepReport.Of(plan, new(plan, OutcomesOf(plan))),
            ReportLanguage.TraditionalChinese,
            out IReadOnlyCollection<string> untranslated);

        Assert.Empty(untranslated);
    }

    [Fact]
    public void A_run_that_does_not_show_a_figure_is_not_as_expected()
    {
        SweepPlan plan = PlanOf("grid", 0);
        ImmutableArray<SweepOutcome> outcomes =
        [
            .. Enumerable.Range(1, plan.Count).Select(number => new SweepOutcome(
                number, "00", [.. plan.Measures.Select(_ => (decimal?)(number <= 3 ? 5 : null))],
                null)),
        ];

        Report report = SweepReport.Of(plan, new(plan, outcomes));

        // Rank 5 is as expected, in three of twelve runs.
        Assert.Equal("25.0", report.Cards[2].Figure.NumberText);
    }

    [Fact]
    public void Measures_of_two_groups_are_told_apart()
    {
        SweepPlan plan = SweepPlan.Of(new()
        {
            Scenario = "wash-trade",
            Text = ScenarioCatalog.TextOf("wash-trade")!,
            Variations = ["sellers.capital=1..9 TAO in 3 steps"],
            Seeds = "1",
            Design = "grid",
            Days = "0.01",
        });

        string[] names =
        [
            .. plan.Measures.Select(static one =>
                TextBook.Standard.Say(SweepReport.NameOf(one), ReportLanguage.English)),
        ];

        Assert.Equal(
            ["profit washers [TAO]", "profit sellers [TAO]"],
            plan.Measures.Select(static one => one.Heading));
        Assert.All(
            names.Zip(["(washers)", "(sellers)"]),
            static one => Assert.EndsWith(one.Second, one.First, StringComparison.Ordinal));
    }

    [Fact]
    public void A_map_has_a_cell_for_each_pair_of_values()
    {
        SweepPlan plan = PlanOf("grid", 0);

        HeatMap map = SweepCharts.Map(plan, new(plan, OutcomesOf(plan)), 0);

        Assert.Equal((3, 2), (map.Columns.Length, map.Rows.Length));
        // Each point's two seeds give its number and a half more; the last run failed.
        Assert.Equal([1.25, 3.25, 5.25, 2.25, 4.25, 6], map.Values);
    }

    [Fact]
    public void A_plane_gives_the_morris_bars_their_lengths()
    {
        SweepPlan plan = PlanOf("morris", 6);
        ImmutableArray<SweepOutcome> outcomes =
        [
            .. Enumerable.Range(1, plan.Count).Select(number =>
            {
                ImmutableArray<double> at = plan[number].Point.Positions;
                return Outcome(plan, number, (decimal)((2 * at[0]) - (3 * at[1])));
            }),
        ];

        BarChart bars = SweepCharts.Sensitivity(plan, new(plan, outcomes), 0);

        Assert.Equal([2, 3], bars.Series[0].Values.Select(static one => Math.Round(one, 6)));
    }

    private static SweepPlan PlanOf(string design, int size) => SweepPlan.Of(new()
    {
        Scenario = "sn28",
        Text = ScenarioCatalog.TextOf("sn28")!,
        Variations =
        [
            "holders.capital=1..9 TAO in 3 steps", "foundation.allies=0..5 validators in 2 steps",
        ],
        Seeds = "1..2",
        Design = design,
        Size = size,
        Days = "0.01",
    });

    /// <summary>Made-up results: the number of the point, and for its second seed half more.
    /// </summary>
    private static ImmutableArray<SweepOutcome> OutcomesOf(SweepPlan plan) =>
    [
        .. Enumerable.Range(1, plan.Count).Select(number => number == plan.Count
            ? new SweepOutcome(number, null, [], "made up to fail")
            : Outcome(
                plan, number, plan[number].Point.Number + (plan[number].Seed == 2 ? 0.5m : 0))),
    ];

    private static SweepOutcome Outcome(SweepPlan plan, int number, decimal value) =>
        new(number, "00", [.. plan.Measures.Select(_ => (decimal?)value)], null);
}
