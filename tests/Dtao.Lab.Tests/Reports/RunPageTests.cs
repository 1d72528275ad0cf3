using System.Collections.Immutable;
using Dtao.Lab.Measures;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Network;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Tests.Agents;
using Xunit;

namespace Dtao.Lab.Tests.Reports;

/// <summary>What the page of a scenario with agents says.</summary>
public class RunPageTests
{
    private const string Traders = "kind: noise-trader\ncount: 1 agents";
    private const string Told = "\nanswer: It ends at {last-price 28}, or {last-price 28}.";
    private const string Kept = "\nmeasures:\n  last-price 28:\n    expect: ";

    [Fact]
    public void A_whole_run_as_expected_is_answered_by_the_scenarios_sentence()
    {
        RunResult run = Run(Told + Kept + "at least 0 TAO/alpha", blocks: 40, horizon: 40);

        string answer = English(NetworkReport.Of(run).Answer);

        string price = run.Findings.Single().ValueText;
        Assert.Equal($"It ends at {price}, or {price}.", answer);
    }

    [Fact]
    public void A_run_that_is_not_as_expected_is_answered_by_what_was_found()
    {
        RunResult run = Run(Told + Kept + "at least 1000 TAO/alpha", blocks: 40, horizon: 40);

        string answer = English(NetworkReport.Of(run).Answer);

        Assert.StartsWith("0 of 1 expectations came out", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_run_is_not_judged()
    {
        RunResult run = Run(Told + Kept + "at least 1000 TAO/alpha", blocks: 720, horizon: 7_200);

        Report report = NetworkReport.Of(run);

        Assert.Equal(Verdict.Undecided, report.Cards[0].Verdict);
        Assert.StartsWith(
            "After 0.1 of the scenario's 1 days", English(report.Answer),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_has_the_same_number_in_every_chart_and_in_the_table()
    {
        RunResult run = Simulator.Run(
            new(ScenarioCatalog.Find("sn28")!, new(7_000), Point.UsualSeed, Pinned: null)
            {
                Auditing = Auditing.Off,
            },
            report: null,
            TestContext.Current.CancellationToken);

        Report report = NetworkReport.Of(run);

        ImmutableArray<string>[] numbered =
        [
            .. report.Sections.SelectMany(static section => section.Blocks).OfType<Plot>()
                .Where(static plot => !plot.Marks.IsEmpty)
                .Select(static plot => plot.Marks.Select(
                    static mark => English(mark.Text)).ToImmutableArray()),
        ];
        Assert.Contains(run.Notices, static notice => notice.Program == "holdings");
        Assert.Contains("announced: holdings for SN28", numbered[0]);
        Assert.All(numbered, marks => Assert.Equal(numbered[0], marks));
        string page = ReportPage.Render(report, ReportLanguage.English);
        Assert.Contains("those of agents are 2 (announced: holdings for SN28).", page);
        Table events = report.Sections.Single(static one => one.Id == "events").Blocks
            .OfType<Table>().Single();
        Assert.Equal(numbered[0].Length, events.Rows.Length);
    }

    [Fact]
    public void The_purposes_of_a_scenario_share_each_whole_days_TAO()
    {
        RunResult run = RunOf("general-network", blocks: 7_300);

        Plot chart = NetworkReport.Of(run).Sections
            .Single(static section => section.Id == "purposes").Blocks.OfType<Plot>().Single();

        Assert.Equal(
            ["AI", "finance", "mining", "storage"],
            chart.Series.Select(static series => English(series.Name)));
        Assert.Equal([1.0], chart.Places);
        double expected = run.Emissions.Sum(
            static one => (double)ReadableNumber.Of(one.Days[0].Rao));
        Assert.Equal(expected, chart.Series.Sum(static series => series.Values[0]), 6);
    }

    [Fact]
    public void The_record_is_shown_only_where_the_scenario_is_held_against_it()
    {
        RunResult compared = RunOf("sn28-no-intervention");
        RunResult other = RunOf("wash-trade");

        Assert.Equal(2, SeriesOf(compared));
        Assert.Equal(1, SeriesOf(other));
    }

    private static int SeriesOf(RunResult run) => NetworkReport.Of(run).Sections
        .Single(static section => section.Id == "path-28").Blocks.OfType<Plot>()
        .First().Series.Length;

    private static RunResult RunOf(string name, ulong blocks = 6_000) => Simulator.Run(
        new(ScenarioCatalog.Find(name)!, new(blocks), Point.UsualSeed, Pinned: null)
        {
            Auditing = Auditing.Off,
        },
        report: null,
        TestContext.Current.CancellationToken);

    private static RunResult Run(string more, ulong blocks, ulong horizon)
    {
        string text = SmallWorld.TextOf(Traders).Replace(
            "horizon: 1 days", $"horizon: {horizon} blocks", StringComparison.Ordinal);
        Scenario scenario = PlanScenario.Of(ScenarioFile.Read("small.yaml", text + more));
        return Simulator.Run(
            new(scenario, new(blocks), Point.UsualSeed, Pinned: null),
            report: null,
            TestContext.Current.CancellationToken);
    }

    private static string English(Text text) =>
        TextBook.Standard.Say(text, ReportLanguage.English);
}
