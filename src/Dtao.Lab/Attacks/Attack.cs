using Dtao.Lab.Runs;

namespace Dtao.Lab.Attacks;

/// <summary>Searches the cheapest way to a goal.</summary>
/// <remarks>Source: docs/lab/attack.md.</remarks>
public static class Attack
{
    /// <summary>Runs the search; the same plan gives the same result on any machine.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="report">Hears how far it has come; the total is an estimate.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <exception cref="FormatException">The plan cannot be played.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static AttackResult Search(
        AttackPlan plan, Action<RunProgress>? report, CancellationToken cancellation)
    {
        AttackResult result = plan.Goal.Kind == AttackGoalKind.Emission
            ? EmissionSearch.Run(plan, report, cancellation)
            : WeightsSearch.Run(plan, report, cancellation);
        AttackOutcome[] sorted =
        [
            .. result.Outcomes
                .OrderByDescending(static one => one.Reached)
                .ThenBy(static one => one.IsRuledOut)
                .ThenByDescending(one => one.Share >= plan.Goal.Part)
                .ThenBy(one => one.Share >= plan.Goal.Part ? one.Cost.Locked : -one.Share)
                .ThenBy(static one => one.Cost.Loss)
                .ThenBy(static one => one.Name, StringComparer.Ordinal),
        ];
        return result with
        {
            Outcomes = [.. sorted.Select(static (one, index) => one with
            {
                StateHash = index == 0 && one.End is { } chain
                    ? Convert.ToHexStringLower(chain.State.Hash())
                    : string.Empty,
                End = null,
            })],
        };
    }
}
