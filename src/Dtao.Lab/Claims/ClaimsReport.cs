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
            Answer = Text.Verbatim(ClaimsText.SummaryOf(results) + "."),
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
                        Text.Verbatim(ClaimsText.WordOf(one.Verdict)))),
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
