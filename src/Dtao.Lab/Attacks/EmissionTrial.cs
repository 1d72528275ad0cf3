using System.Collections.Immutable;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Attacks;

/// <summary>One strategy played with one amount, from its first purchase to the last sale.
/// </summary>
/// <param name="Amount">TAO of all purchases together; with cycles, TAO of each.</param>
/// <param name="Share">The subnet's share of emission over the window, 0 to 1.</param>
internal sealed record EmissionTrial(Tao Amount, decimal Share)
{
    /// <summary>The attacker's figures.</summary>
    public required AttackCost Cost { get; init; }

    /// <summary>Shares of emission by the hour since the first purchase, 0 to 1.</summary>
    public required ImmutableArray<decimal> Hours { get; init; }

    /// <summary>What the attacker did.</summary>
    public required ImmutableArray<AttackAction> Trace { get; init; }

    /// <summary>Hash of the state at the end, before the attacker unwinds.</summary>
    public required string StateHash { get; init; }

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
        Tao part = strategy.Cycles
            ? amount
            : Tao.FromRao(amount.Rao / (ulong)strategy.Purchases);
        ulong start = plan.Network.Scenario.Start.Value;
        foreach ((ulong after, bool isPurchase) in strategy.Orders())
        {
            branch.RunTo(new(start + after), report, cancellation);
            if (isPurchase)
            {
                bought = bought.SaturatingAdd(attacker.Buy(branch.Behind, plan.Subnet, part));
                continue;
            }

            attacker.Sell(branch.Behind, plan.Subnet, bought);
            bought = Alpha.Zero;
        }

        branch.RunTo(AttackBranch.EndOf(plan), report, cancellation);
        branch.Meter.Finish();
        string hash = Convert.ToHexStringLower(chain.State.Hash());
        decimal unearned = quiet.EmittedSince(strategy.Start);
        return new(amount, branch.Meter.Share)
        {
            Hours =
            [
                .. branch.Meter.Hours.Select(
                    static hour => ShareMeter.PartOf(hour.Subnet, hour.All)),
            ],
            StateHash = hash,
            Cost = Unwind(plan, branch, attacker, bought, ownedBefore, trace) with
            {
                Gained = branch.Meter.Spent - unearned,
                EarnedAnyway = quiet.OwnersSale(strategy.Start),
            },
            Trace = [.. trace],
        };
    }

    /// <summary>Sells what was bought first, then what the attack earned.</summary>
    private static AttackCost Unwind(
        AttackPlan plan, AttackBranch branch, AttackerAccount attacker, Alpha bought,
        Alpha ownedBefore, List<AttackAction> trace)
    {
        Int128 peak = attacker.Peak;
        attacker.Sell(branch.Behind, plan.Subnet, bought);
        Int128 loss = attacker.Outlay;
        Int128 earned = attacker.Sell(
            branch.Behind, plan.Subnet,
            branch.Chain.Stakes.StakeOf(branch.Behind, attacker.Coldkey, plan.Subnet));
        earned += QuietNetwork.SellOwners(branch.Chain, plan.Subnet, ownedBefore, trace);
        return new((decimal)peak, (decimal)loss, (decimal)earned);
    }
}
