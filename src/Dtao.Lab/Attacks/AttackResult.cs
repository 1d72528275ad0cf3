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

    /// <summary>Hash of the state at the end without an attack.</summary>
    public string QuietStateHash { get; init; } = string.Empty;
}
