using System.Collections.Immutable;

namespace Dtao.Lab.Attacks;

/// <summary>What a search found.</summary>
/// <param name="Plan">What was asked.</param>
/// <param name="QuietShare">Share that the subnet, or the attacker, has without an attack, 0 to 1.
/// </param>
/// <param name="Outcomes">Every strategy: the cheapest first, those that fail last.</param>
public sealed record AttackResult(
    AttackPlan Plan, decimal QuietShare, ImmutableArray<AttackOutcome> Outcomes)
{
    /// <summary>The cheapest strategy that reaches the goal; null when none does.</summary>
    public AttackOutcome? Cheapest =>
        Outcomes.Length > 0 && Outcomes[0].Reached ? Outcomes[0] : null;

    /// <summary>The goal is reached without any attack.</summary>
    public bool IsReachedAnyway => QuietShare >= Plan.Goal.Part;

    /// <summary>The strategy with the least loss among those that reach the goal; null when none
    /// does.</summary>
    public AttackOutcome? LeastLoss => Outcomes
        .Where(static one => one.Reached)
        .MinBy(static one => one.Cost.Loss);

    /// <summary>Shares by the hour without an attack, 0 to 1; empty for weights.</summary>
    public ImmutableArray<decimal> QuietHours { get; init; } = [];

    /// <summary>Trials that were played.</summary>
    public int Trials { get; init; }

    /// <summary>Strategies that were played, those near the cheapest included.</summary>
    public int Variants { get; init; }

    /// <summary>What is near the cheapest would have taken too long to be played in full.
    /// </summary>
    public bool IsCutShort { get; init; }

    /// <summary>Hash of the state at the end without an attack.</summary>
    public string QuietStateHash { get; init; } = string.Empty;
}
