using System.Collections.Immutable;
using System.Globalization;
using Dtao.Lab.Agents;
using Dtao.Lab.Measures;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;

namespace Dtao.Lab.Reports.Network;

/// <summary>What the report of a scenario with agents says beside the network's figures.</summary>
internal static class PlanSections
{
    private const int ToldInAnswer = 3;

    private static readonly string[] Scoring =
        [ScoringValidator.Kind.Name, SubnetOperator.Kind.Name, Intervenor.Kind.Name];

    /// <summary>The answer: what was expected and found; null when nothing was expected.</summary>
    public static Text? AnswerOf(RunResult result)
    {
        if (SentenceOf(result) is { } sentence) return sentence;
        Finding[] judged = [.. result.Findings.Where(static finding => finding.IsExpected)];
        if (judged.Length == 0) return null;
        if (!IsWhole(result))
        {
            return Text.Key(
                "plan.answer-part",
                DaysOf(result.Point.Horizon),
                DaysOf(result.Point.Scenario.Horizon),
                FoundOf(judged));
        }

        return Text.Key(
            "plan.answer",
            Text.Of(Figure.Count(judged.Count(static finding => finding.Holds))),
            Text.Of(Figure.Count(judged.Length)),
            FoundOf(judged));
    }

    /// <summary>The scenario's own sentence: when the whole run came out as expected.</summary>
    private static Text? SentenceOf(RunResult result)
    {
        if (result.Point.Scenario.Plan?.Answer is not { } answer || !IsWhole(result)) return null;
        if (!result.Findings.All(static finding => finding.Holds)) return null;
        Finding[] told = [.. answer.Places.Select(place => result.Findings[place])];
        if (told.Any(static finding => finding.Value is null)) return null;
        return Text.Phrase(
            answer.Sentence,
            [.. told.Select(static finding => Text.Phrase(finding.ValueText))]);
    }

    /// <summary>What a scenario expects, it expects of runs of its own length.</summary>
    private static bool IsWhole(RunResult result) =>
        result.Point.Horizon.Blocks >= result.Point.Scenario.Horizon.Blocks;

    private static Text DaysOf(Scenarios.Horizon horizon) => Text.Verbatim(horizon.DaysText);

    private static Text FoundOf(Finding[] judged) =>
        Text.List(judged.Take(ToldInAnswer).Select(static finding => Text.Key(
            "plan.found", NameOf(finding), Text.Phrase(finding.ValueText))));

    /// <summary>What was expected, as cards.</summary>
    public static IEnumerable<Card> CardsOf(RunResult result) => result.Findings
        .Where(static finding => finding.IsExpected)
        .Select(finding => new Card(FigureOf(finding), NameOf(finding))
        {
            Expected = Text.Phrase(finding.ExpectedText),
            Verdict = VerdictOf(result, finding),
        });

    /// <summary>Everything that the scenario measures.</summary>
    public static IEnumerable<Section> MeasuresOf(RunResult result)
    {
        if (result.Findings.IsEmpty) yield break;
        yield return new(
            "measures",
            Text.Key("plan.measures"),
            [
                new Table(
                    [
                        new(Text.Key("plan.measure")), new(Text.Key("plan.subnet")),
                        new(Text.Key("plan.value")), new(Text.Key("plan.expected")),
                        new(Text.Key("claims.verdict")), new(Text.Key("plan.because")),
                    ],
                    [.. result.Findings.Select(finding => RowOf(result, finding))]),
            ]);
    }

    /// <summary>Who acts, and what was fitted.</summary>
    public static IEnumerable<Section> AgentsOf(RunResult result)
    {
        if (result.Point.Scenario.Plan is not { } plan) yield break;
        yield return new(
            "agents",
            Text.Key("plan.agents"),
            [
                new Prose(Text.Key("plan.agents-text")),
                new AgentList([.. plan.Groups.Select(DescriptionOf)]),
            ]);
        if (plan.Calibrated.IsEmpty && plan.Predicted.IsEmpty) yield break;
        yield return new(
            "calibration",
            Text.Key("plan.calibration"),
            [
                new Table(
                    [new(Text.Key("evidence.kind")), new(Text.Key("evidence.name"))],
                    [
                        .. plan.Calibrated.Select(static said => Said(Evidence.Calibrated, said)),
                        .. plan.Predicted.Select(static said => Said(Evidence.Predicted, said)),
                    ]),
            ]);
    }

    private static ImmutableArray<Cell> Said(Evidence evidence, string sentence) =>
        [Cell.Of(evidence), Cell.Of(Text.Phrase(sentence))];

    private static ImmutableArray<Cell> RowOf(RunResult result, Finding finding) =>
    [
        Cell.Of(Text.Phrase(finding.Name)),
        Cell.Of(SubjectOf(result, finding)),
        Cell.Of(Text.Phrase(finding.ValueText)),
        Cell.Of(finding.IsExpected ? Text.Phrase(finding.ExpectedText) : Text.Verbatim("–")),
        VerdictOf(result, finding) is { } verdict ? Cell.Of(verdict) : Cell.Of("–"),
        Cell.Of(Text.Phrase(finding.Because)),
    ];

    private static Verdict? VerdictOf(RunResult result, Finding finding)
    {
        if (!finding.IsExpected) return null;
        if (finding.Value is null || !IsWhole(result)) return Verdict.Undecided;
        return finding.Holds ? Verdict.Holds : Verdict.Fails;
    }

    /// <summary>A purpose may have a translation; a group and a subnet are names.</summary>
    private static Text SubjectOf(RunResult result, Finding finding) =>
        result.Point.Scenario.Plan?.Purposes.ContainsKey(finding.Named) == true
            ? Text.Name(finding.Named)
            : Text.Verbatim(AboutOf(finding));

    private static string AboutOf(Finding finding)
    {
        if (finding.Named.Length > 0) return finding.Named;
        return finding.Subnet == 0
            ? "–"
            : string.Create(CultureInfo.InvariantCulture, $"SN{finding.Subnet}");
    }

    private static Text NameOf(Finding finding)
    {
        string about = finding.Named.Length > 0 ? string.Empty : AboutOf(finding);
        return about is "" or "–"
            ? Text.Phrase(finding.Name)
            : Text.Key("plan.of-subnet", Text.Phrase(finding.Name), Text.Verbatim(about));
    }

    private static Figure FigureOf(Finding finding)
    {
        Unit unit = finding.Unit == "%"
            ? Unit.None with { Symbol = Text.Verbatim("%") }
            : new(Text.Name(finding.Unit), 4);
        if (finding.Value is not { } value) return Figure.NoneOf(unit);
        int decimals = Math.Abs(value) switch
        {
            >= 100 => 0,
            >= 1 => value == decimal.Truncate(value) ? 0 : 2,
            >= 0.01m when finding.Unit == "%" => 2,
            _ => 5,
        };
        return Figure.Of(value, unit, decimals);
    }

    private static AgentDescription DescriptionOf(GroupPlan group) => new(
        Text.Key("plan.group", Text.Verbatim(group.Name), Text.Name(group.Kind.Name)),
        group.Kind.Recruitment == Recruitment.ByCount ? group.Count : null,
        Text.Phrase(group.Kind.Help))
    {
        Settings =
        [
            .. SubnetsOf(group),
            .. WordsOf(group),
            .. TipOf(group),
            .. group.Settings.All.Select(static one => new NamedText(
                Text.Phrase(one.Parameter.Help), Text.Phrase(one.Value.Text))),
        ],
    };

    /// <summary>Names that a group is given; only who sets weights follows a program.</summary>
    private static IEnumerable<NamedText> WordsOf(GroupPlan group) => group.Words
        .Where(word => word.Key != "program"
            || Scoring.Contains(group.Kind.Name, StringComparer.Ordinal))
        .OrderBy(static word => word.Key, StringComparer.Ordinal)
        .Select(static word => new NamedText(Text.Name(word.Key), Text.Name(word.Value)));

    private static IEnumerable<NamedText> TipOf(GroupPlan group)
    {
        if (group.Tip is not { } tip) yield break;
        yield return new(
            Text.Phrase("what it offers with every call to be early"), Text.Phrase(tip.Text));
    }

    private static IEnumerable<NamedText> SubnetsOf(GroupPlan group)
    {
        if (group.Subnets.Text == "all") yield break;
        yield return new(Text.Key("plan.subnets"), Text.Phrase(group.Subnets.Text));
    }
}
