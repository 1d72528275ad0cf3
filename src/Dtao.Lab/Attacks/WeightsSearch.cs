using Dtao.Lab.Measures;
using Dtao.Lab.Runs;
using Dtao.Runtime;

namespace Dtao.Lab.Attacks;

/// <summary>Finds what a majority of a subnet's stake weight costs.</summary>
/// <remarks>
/// The algebra of the pool gives the sums; the chain's own calls and epochs then show how much
/// weight they really have at the epoch that counts, and the sums are set right by that. What a
/// goal needs beyond the budget is brought in from outside, to see whether the epoch follows.
/// </remarks>
internal static class WeightsSearch
{
    /// <summary>Blocks that an attack on the weights takes: three epochs and a rate limit.
    /// </summary>
    public const ulong Length = 2_000;

    /// <summary>Blocks before it: without a first epoch nobody has incentive, and the attacker's
    /// registration would take the place of a validator.</summary>
    private const ulong Settling = 500;

    private const int MostTrials = 8;
    private const decimal Closeness = 0.0005m;

    /// <summary>Runs the search.</summary>
    public static AttackResult Run(
        AttackPlan plan, Action<RunProgress>? report, CancellationToken cancellation)
    {
        if (plan.Horizon.Blocks < Settling + Length)
        {
            throw new FormatException(
                "a majority of weights takes three epochs after the first one; give at least "
                + "0.35 days");
        }

        ulong start = plan.Horizon.Blocks - Length;
        AttackWork work = new(report);
        AttackWork.Part part = work.Expect((ulong)(WeightsMix.All.Count * 3) * Length);
        QuietNetwork quiet = QuietNetwork.Watch(plan, [start], work, cancellation);
        AttackOutcome[] outcomes = new AttackOutcome[WeightsMix.All.Count];
        ParallelOptions options = new() { CancellationToken = cancellation };
        Parallel.For(0, outcomes.Length, options, index => outcomes[index] = Find(
            plan, quiet, start, WeightsMix.All[index], part, cancellation));
        work.Finish();
        return new(plan, 0, [.. outcomes])
        {
            Trials = outcomes.Sum(static one => one.Trials),
            Variants = outcomes.Length,
            QuietStateHash = Convert.ToHexStringLower(quiet.End.State.Hash()),
        };
    }

    private static AttackOutcome Find(
        AttackPlan plan, QuietNetwork quiet, ulong start, WeightsMix mix, AttackWork.Part part,
        CancellationToken cancellation)
    {
        AttackBranch before = quiet.BranchAt(start);
        Chain chain = before.Chain;
        decimal fee = chain.Registration.Burn(plan.Subnet).Rao;
        decimal tao = chain.Pools.TaoReserve(plan.Subnet).Rao + fee;
        decimal alpha = (decimal)chain.Pools.AlphaReserve(plan.Subnet).Rao
            * chain.Pools.TaoReserve(plan.Subnet).Rao / tao;
        decimal taoWeight = ReadableNumber.Of(chain.Stakes.TaoWeight);
        decimal budget = Math.Max(0, plan.Budget.Rao - fee);
        decimal weight = WeightsMix.WeightFor(
            plan.Goal.Part, WeightsTrial.ActiveWeight(chain, plan.Subnet, but: null));
        AttackOutcome? found = null;
        for (int trial = 1; trial <= MostTrials; trial++)
        {
            (decimal Pool, decimal Root)? price = mix.PriceOf(weight, tao, alpha, taoWeight);
            decimal? needed = price is { } sums ? sums.Pool + sums.Root + fee : null;
            (decimal Pool, decimal Root) spent =
                price ?? mix.Spend(budget, tao, alpha, taoWeight);
            part.Need(Length);
            AttackOutcome outcome = WeightsTrial.Play(
                plan, before.Branch(), mix, spent, part.Add, cancellation);
            outcome = outcome with { Trials = trial, Needed = needed };
            if (price is null) return outcome;
            if (outcome.Reached && (found is null || outcome.Amount.Rao < found.Amount.Rao))
            {
                found = outcome;
            }

            decimal over = outcome.Share - plan.Goal.Part;
            if (over >= 0 && over < Closeness * plan.Goal.Part) break;
            if (outcome.Weights is not { OwnWeight: > 0 } figures) return outcome;
            decimal wanted = WeightsMix.WeightFor(plan.Goal.Part, figures.OthersWeight);
            weight *= wanted / figures.OwnWeight * (1 + (Closeness / 10));
        }

        Invariant.Holds(found is not null, $"some sum reaches the goal by {mix.Name}");
        return found! with { Reached = found!.Cost.Locked <= plan.Budget.Rao };
    }
}
