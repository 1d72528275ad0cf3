using System.Collections.Immutable;
using Dtao.Lab.Reports.Model;

namespace Dtao.Lab.Claims;

/// <summary>What came of a claim.</summary>
/// <param name="Verdict">What follows.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Figures">What was measured.</param>
public sealed record ClaimOutcome(
    Verdict Verdict, string Reason, ImmutableArray<ClaimFigure> Figures)
{
    /// <summary>It holds when a condition on the figures does.</summary>
    public static ClaimOutcome Judge(bool holds, string reason, params ClaimFigure[] figures) =>
        new(holds ? Verdict.Holds : Verdict.Fails, reason, [.. figures]);

    /// <summary>The article is imprecise when a condition on the figures shows it.</summary>
    public static ClaimOutcome Imprecise(
        bool isShown, string reason, params ClaimFigure[] figures) =>
        new(isShown ? Verdict.Imprecise : Verdict.Fails, reason, [.. figures]);

    /// <summary>Nothing was measured.</summary>
    public static ClaimOutcome Undecided(string reason, params ClaimFigure[] figures) =>
        new(Verdict.Undecided, reason, [.. figures]);
}
