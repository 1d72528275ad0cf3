using System.Collections.Immutable;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Claims;

/// <summary>The table of claims as a report.</summary>
public static class ClaimsReport
{
    /// <summary>The report.</summary>
    public static Report Of(ImmutableArray<ClaimResult> results, ulong seed, string command) =>
        new()
        {
            Title = Text.Phrase("The article's claims, measured"),
            Question = Text.Phrase(
                "Which of the 36 claims of the article \"Why dTAO is broken\" hold when they are "
                + "run?"),
            Answer = Text.Key(
                "claims.answer",
                Text.Of(Figure.Count(results.Length)),
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
            },
        };

    private static Text CountOf(ImmutableArray<ClaimResult> results, Verdict verdict) => Text.Of(
        Figure.Count(results.Count(result => result.Outcome.Verdict == verdict)));

    private static ClaimVerdict VerdictOf(ClaimResult result) => new(
        $"{result.Claim.Number}",
        Text.Phrase(result.Claim.Text),
        Text.Verbatim(result.MeasuredText),
        result.Outcome.Verdict)
    {
        Reason = Text.Verbatim(result.Outcome.Reason),
        RefutedBy = Text.Verbatim(result.Claim.Method),
    };
}
