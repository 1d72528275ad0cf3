using System.Collections.Immutable;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports;
using Dtao.Lab.Reports.Comparing;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Claims;

/// <summary>The table of claims as a report.</summary>
public static class ClaimsReport
{
    /// <summary>Rules of claims 24 and 34 beside the versions' own.</summary>
    private const string RulesInUse = "version; R0 from 1 day; P8+R2 from 2 days";

    private static RuleSchedule[] RulesOf(string? rule) => rule is null
        ? [RuleSchedule.Parse(RulesInUse)]
        : [RuleSchedule.Parse(RulesInUse), RuleSchedule.Parse(rule)];

    /// <summary>The report.</summary>
    /// <param name="results">The claims and what came of them.</param>
    /// <param name="runs">Runs that they were measured on.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="rule">Emission rule of the measurement; null for that of the versions.</param>
    /// <param name="command">The command that makes it again.</param>
    public static Report Of(
        ImmutableArray<ClaimResult> results,
        ImmutableArray<ClaimRun> runs,
        ulong seed,
        string? rule,
        string command) =>
        new()
        {
            Title = Text.Phrase("The article's claims, measured"),
            Question = Text.Phrase(
                "Which of the 36 claims of the article \"Why dTAO is broken\" hold when they are "
                + "run?"),
            Answer = Text.Key(
                "claims.answer",
                Text.Of(Figure.Count(results.Count(
                    static result => result.Outcome.Verdict != Verdict.Undecided))),
                Text.Of(Figure.Count(ArticleClaims.All.Length)),
                CountOf(results, Verdict.Holds),
                CountOf(results, Verdict.Fails),
                CountOf(results, Verdict.Imprecise),
                CountOf(results, Verdict.Undecided)),
            Limits = Text.Phrase(
                "Claims about people rest on agents that are made up; each row says what was "
                + "measured and what would have refuted the claim."),
            Cards =
            [
                .. Enum.GetValues<Verdict>()
                    .Select(verdict => (Verdict: verdict, Count: results.Count(
                        result => result.Outcome.Verdict == verdict)))
                    .Where(static one => one.Count > 0)
                    .Select(static one => new Card(
                        Figure.Count(one.Count),
                        Text.Key($"verdict.{one.Verdict.ToString().ToLowerInvariant()}"))),
            ],
            Sections =
            [
                new(
                    "claims",
                    Text.Phrase("Claims"),
                    [new ClaimList([.. results.Select(VerdictOf)])]),
            ],
            Provenance = new()
            {
                Command = command,
                Chain = Text.Key("run.succession"),
                Seeds = [seed],
                Rules = [.. RuleTexts.Of(RulesOf(rule))],
                StateHashes =
                [
                    .. runs.Select(static run => new StateHash(
                        Text.Key("claims.run", Text.Verbatim(run.Name)), run.StateHash)),
                ],
                Note = Text.Key("claims.note"),
            },
        };

    private static Text CountOf(ImmutableArray<ClaimResult> results, Verdict verdict) => Text.Of(
        Figure.Count(results.Count(result => result.Outcome.Verdict == verdict)));

    private static ClaimVerdict VerdictOf(ClaimResult result) => new(
        $"{result.Claim.Number}",
        Text.Phrase(result.Claim.Text),
        [.. result.Outcome.Figures.Select(static figure => Text.Key(
            "claims.figure", Text.Phrase(figure.Name), Text.Phrase(figure.ValueText)))],
        result.Outcome.Verdict)
    {
        Reason = Text.Phrase(ReadableTime.Of(result.Outcome.Reason)),
        RefutedBy = Text.Phrase(result.Claim.Method),
    };
}
