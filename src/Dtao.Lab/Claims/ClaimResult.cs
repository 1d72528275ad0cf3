namespace Dtao.Lab.Claims;

/// <summary>A claim and what came of it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record ClaimResult(ArticleClaim Claim, ClaimOutcome Outcome)
{
    /// <summary>All figures in one line.</summary>
    public string MeasuredText => string.Join(
        "; ", Outcome.Figures.Select(static figure => figure.ToString()));
}
