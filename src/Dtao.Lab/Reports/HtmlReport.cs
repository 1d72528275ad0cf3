using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Dtao.Lab.Measures;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;

namespace Dtao.Lab.Reports;

/// <summary>The file <c>report.html</c>: one page of charts and tables.</summary>
/// <remarks>
/// It needs nothing from elsewhere; its parts are in Reports/Page.
/// Source: docs/lab/launch.md#report.
/// </remarks>
public static partial class HtmlReport
{
    /// <summary>The page of a run.</summary>
    public static string Of(RunResult result)
    {
        Dictionary<string, string> parts = PartsOf(result);

        // One pass, so that nothing inside a part is taken for a place.
        return Place().Replace(PageFile("report.html"), match => parts[match.Groups[1].Value]);
    }

    private static Dictionary<string, string> PartsOf(RunResult result)
    {
        Point point = result.Point;
        return new(StringComparer.Ordinal)
        {
            ["css"] = PageFile("report.css").TrimEnd(),
            ["chart-js"] = PageFile("chart.js").TrimEnd(),
            ["report-js"] = PageFile("report.js").TrimEnd(),
            ["facts"] = ReportFacts.Of(result),
            ["title"] = ReportTables.Safe(point.Scenario.Title),
            ["question"] = ReportTables.Safe(point.Scenario.Question),
            ["limits"] = ReportTables.Safe(point.Scenario.Limits),
            ["span"] = ReportTables.Safe(SpanOf(result)),
            ["cards"] = CardsOf(result),
            ["keydays"] = ReportTables.KeyDaysOf(result),
            ["events"] = ReportTables.EventsOf(result),
            ["subnets"] = ReportTables.SubnetsOf(result),
            ["validators"] = ReportTables.ValidatorsOf(result),
            ["values"] = ReportTables.ValuesOf(point.Scenario),
            ["command"] = ReportTables.Safe(point.Command),
            ["version"] = ReportTables.Safe(ProgramVersion.Text),
            ["spec"] = ReportTables.Safe(point.SpecText),
            ["seed"] = ReportTables.Safe($"{point.Seed}"),
            ["first-hash"] = result.FirstStateHash,
            ["last-hash"] = result.LastStateHash,
            ["weights"] = ReportTables.Safe(WeightsOf(result)),
        };
    }

    private static string SpanOf(RunResult result) =>
        $"{result.Point.Horizon.Text}, block {result.First.Block} "
        + $"({result.Point.Scenario.Clock.TextOf(result.First.Block)}) to {result.Last.Block} "
        + $"({result.Point.Scenario.Clock.TextOf(result.Last.Block)})";

    private static string WeightsOf(RunResult result) =>
        $"{ReadableNumber.Whole((ulong)result.RowsSet)} rows set; "
        + $"{ReadableNumber.Whole((ulong)result.TurnsWithoutPermit)} turns passed for want of a "
        + "validator permit";

    private static string CardsOf(RunResult result)
    {
        StringBuilder html = new();
        string[] colors = ["blue", "sky"];
        for (int index = 0; index < result.Point.Claims.Length; index++)
        {
            Claim claim = result.Point.Claims[index];
            if (result.AtDay(claim.Day) is not { } sample) continue;
            Card(
                html,
                colors[index % colors.Length],
                ReadableNumber.Percent(claim.Choose(sample.RootShares)),
                $"{claim.Name}, day {claim.Day}; expected {claim.RangeText}: "
                    + (claim.HoldsFor(sample.RootShares) ? "as expected" : "not as expected"));
        }

        NetworkSample last = result.Last;
        string day = ReportTables.DayOf(result, last);
        Card(
            html, "blue", ReadableNumber.Percent(last.RootShares.Staked),
            $"root share (1), outstanding only, day {day}");
        Card(
            html, "sky", ReadableNumber.Percent(last.RootShares.Protocol),
            $"root share (2), chain's formula, day {day}");
        Card(
            html, "", $"{ReadableNumber.Amount(last.TotalIssuance.Rao, 0)} TAO",
            "issued by the chain's counter at the end");
        Card(
            html, "", $"{ReadableNumber.Fixed(last.SumOfPrices.Value, 4)} TAO/alpha",
            "sum of all prices at the end");
        return html.ToString().TrimEnd();
    }

    private static void Card(StringBuilder html, string color, string figure, string text)
    {
        string[] parts = figure.Split(' ', 2);
        html.Append("<div class=\"card ").Append(color).Append("\"><b>")
            .Append(ReportTables.Safe(parts[0])).Append(" <small>")
            .Append(ReportTables.Safe(parts[1])).Append("</small></b><span>")
            .Append(ReportTables.Safe(text)).Append("</span></div>\n");
    }

    private static string PageFile(string name)
    {
        Assembly assembly = typeof(HtmlReport).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is part of the program");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{\{([a-z-]+)\}\}")]
    private static partial Regex Place();
}
