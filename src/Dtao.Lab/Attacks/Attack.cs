using System.Collections.Immutable;
using Dtao.Lab.Runs;

namespace Dtao.Lab.Attacks;

/// <summary>Searches the cheapest way to a goal.</summary>
/// <remarks>Source: docs/lab/attack.md.</remarks>
public static class Attack
{
    /// <summary>Trials a strategy needs on the mean, for telling how long it will take.</summary>
    private const ulong UsualTrials = 6;

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
            ? Emission(plan, report, cancellation)
            : WeightsSearch.Run(plan, report, cancellation);
        return result with
        {
            Outcomes =
            [
                .. result.Outcomes
                    .OrderByDescending(static one => one.Reached)
                    .ThenByDescending(one => one.Share >= plan.Goal.Part)
                    .ThenBy(one => one.Share >= plan.Goal.Part ? one.Cost.Locked : -one.Share)
                    .ThenBy(static one => one.Cost.Loss)
                    .ThenBy(static one => one.Name, StringComparer.Ordinal),
            ],
        };
    }

    private static AttackResult Emission(
        AttackPlan plan, Action<RunProgress>? report, CancellationToken cancellation)
    {
        ulong blocks = plan.Horizon.Blocks;
        ImmutableArray<AttackStrategy> strategies =
            AttackStrategy.Over(blocks, plan.Window, plan.GoesByFlows);
        ulong total = strategies.Aggregate(
            blocks, (sum, one) => sum + (UsualTrials * (blocks - one.Start)));
        BlockCount count = new(total, report);
        QuietNetwork quiet = QuietNetwork.Watch(
            plan, strategies.Select(static one => one.Start), count.Add, cancellation);
        AttackResult result = new(plan, quiet.Share, [])
        {
            QuietStateHash = Convert.ToHexStringLower(quiet.End.State.Hash()),
        };
        if (result.IsReachedAnyway)
        {
            count.Finish();
            return result;
        }

        AttackOutcome[] outcomes = new AttackOutcome[strategies.Length];
        ParallelOptions options = new() { CancellationToken = cancellation };
        Parallel.For(0, outcomes.Length, options, index => outcomes[index] = OutcomeOf(
            plan, quiet, strategies[index], count.Add, cancellation));
        count.Finish();
        return result with { Outcomes = [.. outcomes] };
    }

    private static AttackOutcome OutcomeOf(
        AttackPlan plan, QuietNetwork quiet, AttackStrategy strategy, Action<ulong> report,
        CancellationToken cancellation)
    {
        EmissionSearch search = new(plan, quiet, strategy, report, cancellation);
        EmissionTrial? found = search.Find(out EmissionTrial best);
        int hour = 0;
        while (hour < best.Hours.Length && best.Hours[hour] < plan.Goal.Part) hour++;
        return new(
            strategy.Name, found is not null, best.Share, best.Amount, best.Cost, best.Trace)
        {
            FirstDay = strategy.FirstDay,
            DaysToGoal = hour < best.Hours.Length ? (hour + 1) / 24m : null,
            Hours = best.Hours,
            Trials = search.Trials,
            StateHash = best.StateHash,
        };
    }
}
