using System.Collections.Immutable;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Attacks;

/// <summary>What came out for one strategy.</summary>
/// <param name="Name">Name of the strategy.</param>
/// <param name="Reached">It reaches the goal within the budget.</param>
/// <param name="Share">Share that it has at the end, 0 to 1.</param>
/// <param name="Amount">TAO of its purchases.</param>
/// <param name="Cost">What it costs and brings.</param>
/// <param name="Trace">What the attacker does, unwinding included.</param>
public sealed record AttackOutcome(
    string Name, bool Reached, decimal Share, Tao Amount, AttackCost Cost,
    ImmutableArray<AttackAction> Trace)
{
    /// <summary>Time of the first purchase since the start. Unit: days.</summary>
    public decimal FirstDay { get; init; }

    /// <summary>Time from the first purchase to the first hour at the goal. Unit: days; null
    /// for never.</summary>
    public decimal? DaysToGoal { get; init; }

    /// <summary>Shares by the hour since the first purchase, 0 to 1; empty for weights.
    /// </summary>
    public ImmutableArray<decimal> Hours { get; init; } = [];

    /// <summary>Prices of the subnet at the end of those hours. Unit: TAO per alpha.</summary>
    public ImmutableArray<decimal> Prices { get; init; } = [];

    /// <summary>It fails with the capital of the cheapest; the least that it needs was not
    /// searched.</summary>
    public bool IsRuledOut { get; init; }

    /// <summary>Trials that were played to find it.</summary>
    public int Trials { get; init; }

    /// <summary>Hash of the state at the end, before the attacker unwinds; empty for all but
    /// the first outcome of a search.</summary>
    public string StateHash { get; init; } = string.Empty;

    /// <summary>The chain at that time, while the search runs.</summary>
    internal Chain? End { get; init; }

    /// <summary>TAO that the goal needs by the algebra, fee included; null for unknown, or when no
    /// sum is enough. Unit: rao.</summary>
    public decimal? Needed { get; init; }

    /// <summary>What is special about weights; null for emission.</summary>
    public WeightsFigures? Weights { get; init; }
}
