using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Dtao.Lab.Claims;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Runtime.Emission.Rules;

namespace Dtao.Cli;

/// <summary>The command <c>dtao lab claims</c>.</summary>
internal static class LabClaimsCommand
{
    private static readonly Option<string?> Only = new("--only")
    {
        Description = "Numbers of claims, for example 8,9 or 4..7. [default: all 36]",
        HelpName = "NUMBERS",
    };

    private static readonly Option<string?> Seed = new("--seed")
    {
        Description =
            "Whole number from which everything is drawn that is drawn. "
            + $"[default: {Point.UsualSeed}]",
        HelpName = "SEED",
    };

    private static readonly Option<bool> Quick = new("--quick")
    {
        Description = "Leave out the claims that need the run of a year or a second episode.",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description =
            "Folder for summary.json, series.csv and report.html. [default: out/claims]",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Rule = new("--rule")
    {
        Description =
            "Emission rule under which everything is measured, for example R6b or cap: which of "
            + $"the claims are claims about the rule of 2025? Known: {RuleSchedule.Known}. "
            + "[default: version]",
        HelpName = "RULE",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print summary.json to standard output and nothing else.",
    };

    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new(
            "claims",
            "Measures the 36 claims of the article \"Why dTAO is broken\" and says of each "
            + "whether it holds, fails, or is imprecise.");
        command.Options.Add(Only);
        command.Options.Add(Seed);
        command.Options.Add(Quick);
        command.Options.Add(Rule);
        command.Options.Add(Out);
        command.Options.Add(Json);
        command.Options.Add(LanguageOption.Value);
        command.SetAction(parsed => Measure(parsed, output, error));
        return command;
    }

    private static void Measure(ParseResult parsed, TextWriter output, TextWriter error)
    {
        int[] numbers = NumbersOf(parsed.GetValue(Only));
        ulong seed = SeedOf(parsed.GetValue(Seed));
        bool json = parsed.GetValue(Json);
        bool isQuick = parsed.GetValue(Quick);
        string? rule = RuleOf(parsed.GetValue(Rule));
        string command = CommandOf(parsed);
        ReportLanguage language = LanguageOption.Of(parsed);
        using Interruption interruption = new();
        try
        {
            ResultFolder folder = ResultFolder.Prepare(parsed.GetValue(Out) ?? "out/claims");
            ClaimLaboratory laboratory = new(seed, interruption.Token) { Rule = rule };
            ImmutableArray<ClaimResult> results = ArticleClaims.Measure(
                numbers, laboratory, isQuick, claim =>
                {
                    if (!json) error.WriteLine($"measuring claim {claim.Number}: {claim.Text}");
                });
            ClaimsFiles files = new(results, laboratory.Runs, seed, rule, command, language);
            folder.Write(files.WriteFile, interruption.Token);
            if (json)
            {
                output.Write(Encoding.UTF8.GetString(files.Summary()));
                return;
            }

            ClaimsText.Write(results, output);
            output.WriteLine($"report  {Path.Combine(folder.Location, "report.html")}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(problem.Message);
        }
    }

    private static string CommandOf(ParseResult parsed)
    {
        StringBuilder text = new("./dtao lab claims");
        if (parsed.GetValue(Only) is { } only) text.Append($" --only {only}");
        if (parsed.GetValue(Quick)) text.Append(" --quick");
        if (parsed.GetValue(Rule) is { } rule) text.Append($" --rule {rule}");
        return text.Append($" --seed {SeedOf(parsed.GetValue(Seed))}").ToString();
    }

    private static int[] NumbersOf(string? text)
    {
        if (text is null) return [];
        SortedSet<int> numbers = [];
        foreach (string item in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = item.Split("..");
            if (ends.Length > 2
                || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture,
                    out int first)
                || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture,
                    out int last)
                || first < 1 || last > ArticleClaims.All.Length || last < first)
            {
                throw new UsageException(
                    $"--only '{text}' names no claims; give numbers from 1 to "
                    + $"{ArticleClaims.All.Length}, for example 8,9 or 4..7");
            }

            numbers.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return [.. numbers];
    }

    private static string? RuleOf(string? name)
    {
        if (name is null or RuleSchedule.OfVersion) return null;
        return EmissionRules.TryFind(name) is not null
            ? name
            : throw new UsageException(
                $"--rule '{name}' is no emission rule; known are {RuleSchedule.Known}");
    }

    private static ulong SeedOf(string? text)
    {
        if (text is null) return Point.UsualSeed;
        return ulong.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw new UsageException(
                $"--seed '{text}' is no seed; give a whole number from 0 to {ulong.MaxValue}");
    }
}
