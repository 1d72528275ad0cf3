using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Dtao.Cli.Output;
using Dtao.Lab.Comparing;
using Dtao.Lab.Plans;
using Dtao.Lab.Quantities;
using Dtao.Lab.Reports;
using Dtao.Lab.Reports.Comparing;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;

namespace Dtao.Cli;

/// <summary>The command <c>dtao lab compare</c>.</summary>
internal static class LabCompareCommand
{
    private const string UsualStart = "2 days";

    private static readonly Argument<string> Run = new("run")
    {
        Description = "Folder of a finished run, a scenario, or a scenario file.",
    };

    private static readonly Option<string[]> Rules = new("--rule")
    {
        Description =
            "Emission rule to compare with; give it several times for several rules. Without "
            + $"'from' it starts after --from. Known: {RuleSchedule.Known}.",
        HelpName = "RULE",
        Required = true,
    };

    private static readonly Option<string> From = new("--from")
    {
        Description =
            "Time of the run at which the other rules start; pools need some days of emission "
            + "before rules that go by flows have anything to go by.",
        HelpName = "TIME",
        DefaultValueFactory = static _ => UsualStart,
    };

    private static readonly Option<string?> Focus = new("--subnet")
    {
        Description = "Subnets that are asked about. [default: those the scenario watches, or 28]",
        HelpName = "SUBNETS",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for summary.json, series.csv and report.html. "
            + "[default: out/compare-SCENARIO]",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print summary.json to standard output and nothing else.",
    };

    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new(
            "compare",
            "Makes the calls of a run again under other emission rules, and lets its agents "
            + "react to them; writes who gains and who loses.");
        command.Arguments.Add(Run);
        command.Options.Add(Rules);
        command.Options.Add(From);
        command.Options.Add(Focus);
        PointOptions.AddTo(command, withRule: false);
        command.Options.Add(Out);
        command.Options.Add(Json);
        command.Options.Add(LanguageOption.Value);
        command.SetAction(parsed => Compare(parsed, output, error));
        return command;
    }

    private static void Compare(ParseResult parsed, TextWriter output, TextWriter error)
    {
        string name = parsed.GetValue(Run) ?? string.Empty;
        Point point = PointOf(parsed, name) with { Auditing = Auditing.Off };
        string from = FromOf(parsed);
        ImmutableArray<RuleSchedule> rules =
        [
            .. (parsed.GetValue(Rules) ?? []).Select(text => After(
                point.RulesInForce, RulesOf(text, from, point.Horizon))),
        ];
        ImmutableArray<NetUid> focus = FocusOf(parsed.GetValue(Focus), point);
        ReportLanguage language = LanguageOption.Of(parsed);
        string command = CommandOf(point, name, rules, parsed.GetValue(Focus));
        using Interruption interruption = new();
        try
        {
            ResultFolder folder = ResultFolder.Prepare(
                parsed.GetValue(Out) ?? $"out/compare-{point.Scenario.Name}");
            bool json = parsed.GetValue(Json);
            ProgressDisplay display = ProgressDisplay.For(error, silent: json);
            ulong blocks = point.Horizon.Blocks * (ulong)(1 + (2 * rules.Length));
            Comparison comparison = display.Show(
                blocks,
                report => Comparison.Run(point, rules, focus, report, interruption.Token));
            ComparisonFiles files = new(comparison, command, language);
            folder.Write(files.WriteFile, interruption.Token);
            if (json) output.Write(Encoding.UTF8.GetString(files.Summary()));
            else Write(comparison, display.Elapsed, folder.Location, output);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(problem.Message);
        }
    }

    private static string FromOf(ParseResult parsed)
    {
        string from = parsed.GetValue(From) ?? UsualStart;
        try
        {
            Spread.ParseOne(from, Dimension.Time);
            return from;
        }
        catch (FormatException problem)
        {
            throw new UsageException($"--from: {problem.Message}");
        }
    }

    private static RuleSchedule RulesOf(string text, string from, Horizon horizon)
    {
        bool hasTime = text.Contains(" from ", StringComparison.Ordinal);
        return PointOptions.RulesWithin(
            horizon, PointOptions.RulesOf(hasTime ? text : $"{text} from {from}"))!;
    }

    private static Point PointOf(ParseResult parsed, string name)
    {
        if (!Directory.Exists(name)) return PointOptions.PointOf(parsed, name);
        if (PointOptions.AreGiven(parsed))
        {
            throw new UsageException(
                "a finished run has its own length, seed and values; give a scenario to choose");
        }

        return FinishedRuns.Open(name).Point;
    }

    private static ImmutableArray<NetUid> FocusOf(string? text, Point point)
    {
        ImmutableArray<NetUid> all =
            [.. point.Scenario.Subnets.Select(static subnet => subnet.NetUid)];
        try
        {
            SubnetSet set = text is not null
                ? new(text)
                : point.Scenario.Plan?.Watched ?? new SubnetSet("28");
            return set.Of(all);
        }
        catch (FormatException problem)
        {
            throw new UsageException($"--subnet: {problem.Message}");
        }
    }

    /// <summary>The run's own rules, and others after them.</summary>
    private static RuleSchedule After(RuleSchedule? own, RuleSchedule others)
    {
        int before = own?.Steps.Count(step => step.After < others.Steps[0].After) ?? 0;
        if (own is null || before == 0) return others;
        IEnumerable<string> parts = own.Text
            .Split(';', StringSplitOptions.TrimEntries).Take(before).Append(others.Text);
        return RuleSchedule.Parse(string.Join("; ", parts));
    }

    /// <summary>The command that repeats it; a run with rules of its own goes by its folder.
    /// </summary>
    private static string CommandOf(
        Point point, string name, ImmutableArray<RuleSchedule> rules, string? focus)
    {
        string run = point.Rules is null
            ? point.Command.Replace("lab run", "lab compare", StringComparison.Ordinal)
                .Replace(" --no-audit", string.Empty, StringComparison.Ordinal)
            : $"./dtao lab compare {name}";
        return run
            + string.Concat(rules.Select(rule => $" --rule '{Asked(point, rule)}'"))
            + (focus is null ? string.Empty : $" --subnet '{focus}'");
    }

    /// <summary>What was asked for, without the run's own rules.</summary>
    private static string Asked(Point point, RuleSchedule rule)
    {
        string[] own = point.RulesInForce?.Text.Split(';', StringSplitOptions.TrimEntries) ?? [];
        IEnumerable<string> parts = rule.Text.Split(';', StringSplitOptions.TrimEntries);
        return string.Join("; ", parts.Where((part, index) =>
            index >= own.Length || own[index] != part));
    }

    private static void Write(
        Comparison comparison, TimeSpan elapsed, string folder, TextWriter output)
    {
        int runs = 1 + (2 * comparison.Variants.Length);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{comparison.Base.Point.Scenario.Name}: {runs} runs in {elapsed.TotalSeconds:N1} s"));
        foreach (NetUid subnet in comparison.Focus)
        {
            output.WriteLine();
            output.WriteLine(
                $"SN{subnet.Value}, TAO a day from day {comparison.FirstDay} on   same calls"
                + "        reacting");
            output.WriteLine(Line(
                    comparison, "as it was", comparison.Base, comparison.Base, subnet));
            foreach (Variant variant in comparison.Variants)
            {
                output.WriteLine(Line(
                    comparison, variant.Rules.Text, variant.Replayed, variant.Lived, subnet));
            }
        }

        output.WriteLine();
        output.WriteLine($"report      {Path.Combine(folder, "report.html")}");
        output.WriteLine($"figures     {Path.Combine(folder, "summary.json")}");
    }

    private static string Line(
        Comparison comparison, string rule, RunResult replayed, RunResult lived,
        NetUid subnet) => string.Create(
            CultureInfo.InvariantCulture,
            $"  {rule,-28} {comparison.TaoPerDay(replayed, subnet),11:N2} TAO/day "
            + $"{comparison.TaoPerDay(lived, subnet),8:N2} TAO/day");
}
