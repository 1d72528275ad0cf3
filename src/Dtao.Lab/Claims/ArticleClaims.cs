using System.Collections.Immutable;
using Dtao.Lab.Reports.Model;
using Dtao.Runtime;

namespace Dtao.Lab.Claims;

/// <summary>The 36 claims of the article "Why dTAO is broken" of March 2025.</summary>
public static class ArticleClaims
{
    /// <summary>Reason of a verdict against the article.</summary>
    public const string NotAsClaimed = "the figures are not as claimed";

    /// <summary>The claims by number.</summary>
    public static ImmutableArray<ArticleClaim> All { get; } =
    [
        .. FrameClaims.All,
        .. PoolClaims.All,
        .. EmissionClaims.All,
        .. HypeClaims.All,
        .. EpisodeClaims.All,
        .. InterventionClaims.All,
        .. TransitionClaims.All,
        .. ArgumentClaims.All,
    ];

    /// <summary>Measures some claims, in the order of their numbers.</summary>
    /// <param name="numbers">Their numbers; none means all.</param>
    /// <param name="laboratory">Where they are measured.</param>
    /// <param name="isQuick">Leaves out what needs a long run.</param>
    /// <param name="tell">Hears of each claim before it is measured.</param>
    public static ImmutableArray<ClaimResult> Measure(
        IReadOnlyCollection<int> numbers,
        ClaimLaboratory laboratory,
        bool isQuick,
        Action<ArticleClaim>? tell)
    {
        ImmutableArray<ClaimResult>.Builder results =
            ImmutableArray.CreateBuilder<ClaimResult>();
        foreach (ArticleClaim claim in All)
        {
            if (numbers.Count > 0 && !numbers.Contains(claim.Number)) continue;
            laboratory.Cancellation.ThrowIfCancellationRequested();
            tell?.Invoke(claim);
            ClaimOutcome outcome = claim.IsLong && isQuick
                ? ClaimOutcome.Undecided("needs a long run; leave out --quick")
                : Measured(claim, laboratory);
            results.Add(new(claim, outcome));
        }

        return results.ToImmutable();
    }

    private static ClaimOutcome Measured(ArticleClaim claim, ClaimLaboratory laboratory)
    {
        try
        {
            ClaimOutcome outcome = claim.Measure(laboratory);
            return outcome.Verdict == Verdict.Fails
                ? outcome with { Reason = NotAsClaimed }
                : outcome;
        }
        catch (InvariantException problem)
        {
            return ClaimOutcome.Undecided($"could not be measured: {problem.Message}");
        }
    }
}
