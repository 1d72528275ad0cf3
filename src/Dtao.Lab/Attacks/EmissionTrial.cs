using System.Collections.Immutable;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Attacks;

/// <summary>One strategy played with one amount, from its first purchase to the last sale.
/// </summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Amount">TAO of all purchases together; with cycles, TAO of each.</param>
/// <param name="Share">The subnet's share of emission over the window, 0 to 1.</param>
internal sealed record EmissionTrial(AttackStrategy Strategy, Tao Amount, decimal Share)
{
    /// <summary>The attacker's figures.</summary>
    public required AttackCost Cost { get; init; }

    /// <summary>Shares of emission by the hour since the first purchase, 0 to 1.</summary>
    public required ImmutableArray<decimal> Hours { get; init; }

    /// <summary>Prices of the subnet at the end of those hours. Unit: TAO per alpha.</summary>
    public required ImmutableArray<decimal> Prices { get; init; }

    /// <summary>What the attacker did.</summary>
    public required ImmutableArray<AttackAction> Trace { get; init; }

    /// <summary>The chain at the end, before the attacker unwinds.</summary>
    public required Chain End { get; init; }

    /// <summary>Plays it.</summary>
    /// <param name="plan">The search.</param>
    /// <param name="quiet">The network without the attack.</param>
    /// <param name="strategy">When to buy.</param>
    /// <param name="amount">How much.</param>
    /// <param name="report">Hears how many blocks were run.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    public static EmissionTrial Play(
        AttackPlan plan, QuietNetwork quiet, AttackStrategy strategy, Tao amount,
        Action<ulong>? report, CancellationToken cancellation)
    {
        AttackBranch branch = quiet.BranchAt(strategy.Start);
        Chain chain = branch.Chain;
        List<AttackAction> trace = [];
        AttackerAccount attacker = new(
            chain, AttackerAccount.KeysOf(plan.Seed).Coldkey, trace);
        Alpha ownedBefore = QuietNetwork.OwnersAlpha(chain, plan.Subnet);
        Alpha bought = Alpha.Zero;
        ulong start = plan.Network.Scenario.Start.Value;
        foreach (AttackOrder order in strategy.Orders())
        {
            branch.RunTo(new(start + order.After), report, cancellation);
            if (order.Part > 0)
            {
                Tao part = Tao.FromRao((ulong)(amount.Rao * order.Part));
                bought = bought.SaturatingAdd(attacker.Buy(branch.Behind, plan.Subnet, part));
                continue;
            }

            attacker.Sell(branch.Behind, plan.Subnet, bought, TradePurpose.Sale);
            bought = Alpha.Zero;
        }

        branch.RunTo(AttackBranch.EndOf(plan), report, cancellation);
        branch.Meter.Finish();
        return new(strategy, amount, branch.Meter.Share)
        {
            Hours = branch.Meter.Shares,
            Prices = [.. branch.Meter.Prices],
            End = chain,
            Cost = Unwind(plan, branch, attacker, bought, ownedBefore) with
            {
                Gained = branch.Meter.Spent - quiet.Spent,
                EarnedAnyway = quiet.OwnersSale(strategy.Start),
            },
            Trace = [.. trace],
        };
    }

    /// <summary>As the outcome of the search for a plan.</summary>
    /// <param name="plan">The search.</param>
    /// <param name="trials">Trials that its strategy took.</param>
    /// <param name="isRuledOut">Only the capital of the cheapest was tried.</param>
    public AttackOutcome OutcomeOf(AttackPlan plan, int trials, bool isRuledOut)
    {
        int hour = 0;
        while (hour < Hours.Length && Hours[hour] < plan.Goal.Part) hour++;
        return new(Strategy.Name, Share >= plan.Goal.Part, Share, Amount, Cost, Trace)
        {
            FirstDay = Strategy.FirstDay,
            DaysToGoal = hour < Hours.Length ? (hour + 1) / 24m : null,
            Hours = Hours,
            Prices = Prices,
            Trials = trials,
            IsRuledOut = isRuledOut,
            End = End,
        };
    }

    /// <summary>Sells what was bought first, then what the attack earned; the branch stays as it
    /// is.</summary>
    private static AttackCost Unwind(
        AttackPlan plan, AttackBranch branch, AttackerAccount attacker, Alpha bought,
        Alpha ownedBefore)
    {
        Chain chain = branch.Branch().Chain;
        attacker = attacker.On(chain);
        attacker.Sell(branch.Behind, plan.Subnet, bought, TradePurpose.Sale);
        Int128 loss = attacker.Outlay;
        Int128 earned = attacker.Sell(
            branch.Behind, plan.Subnet,
            chain.Stakes.StakeOf(branch.Behind, attacker.Coldkey, plan.Subnet),
            TradePurpose.Dividends);
        earned += QuietNetwork.SellOwners(chain, plan.Subnet, ownedBefore, attacker.Trace);
        return new((decimal)attacker.Peak, (decimal)loss, (decimal)earned)
        {
            TiedUp = attacker.TiedUp,
        };
    }
}
