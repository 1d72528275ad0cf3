using System.Collections.Immutable;
using Dtao.Lab.Reports.Model;

namespace Dtao.Lab.Claims;

/// <summary>The table of claims as text.</summary>
public static class ClaimsText
{
    /// <summary>A verdict in words.</summary>
    public static string WordOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Fails => "fails",
        Verdict.Imprecise => "article imprecise",
        _ => "not measured",
    };

    /// <summary>Prints claim, measured, verdict and reason, and the count of verdicts.</summary>
    public static void Write(ImmutableArray<ClaimResult> results, TextWriter output)
    {
        foreach (ClaimResult result in results)
        {
            output.WriteLine(
                $"{result.Claim.Number,2}  {WordOf(result.Outcome.Verdict),-17} "
                + result.Claim.Text);
            foreach (ClaimFigure figure in result.Outcome.Figures)
            {
                output.WriteLine($"      {figure}");
            }

            output.WriteLine($"      {result.Outcome.Reason}");
            if (result.Outcome.Verdict == Verdict.Fails)
            {
                output.WriteLine($"      {result.Claim.Refutation}");
            }
        }

        output.WriteLine();
        output.WriteLine(SummaryOf(results));
    }

    /// <summary>How many claims came out how, in one sentence.</summary>
    public static string SummaryOf(ImmutableArray<ClaimResult> results) =>
        $"{results.Length} of {ArticleClaims.All.Length} claims: " + string.Join(
            ", ", Enum.GetValues<Verdict>().Select(verdict => (
                Word: WordOf(verdict),
                Count: results.Count(result => result.Outcome.Verdict == verdict)))
                .Where(static one => one.Count > 0)
                .Select(static one => $"{one.Count} {one.Word}"));
}
