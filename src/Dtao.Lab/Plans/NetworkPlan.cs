using Dtao.Lab.Quantities;

namespace Dtao.Lab.Plans;

/// <summary>The network that a scenario starts from.</summary>
/// <param name="Kind">
/// <c>launch</c> is the network of 13 February 2025; <c>aged</c> is the same with the tokens of
/// a later day.
/// </param>
/// <param name="Open">Subnets on which only validators have slots at the start.</param>
/// <param name="Scored">Subnets on which agents set the weights.</param>
/// <param name="Age">Age of the tokens of an aged network. Unit: blocks.</param>
public sealed record NetworkPlan(string Kind, SubnetSet? Open, SubnetSet? Scored, Spread? Age)
{
    /// <summary>Rate of the moving prices throughout, part per block; null for the real ones.
    /// </summary>
    public Spread? MovingRate { get; init; }

    /// <summary>Blocks between two epochs of every subnet; null for 360.</summary>
    public Spread? Tempo { get; init; }

    /// <summary>Part of the emission that scores decide, for rules with an objective; null for
    /// the chain's own.</summary>
    public Spread? Objective { get; init; }

    /// <summary>Time in which talk about a subnet fades; null for a day. Unit: blocks.</summary>
    public Spread? TalkLasts { get; init; }

    /// <summary>Talk that a price adds in an hour in which it doubles; null for five.</summary>
    public Spread? TalkGrows { get; init; }
}
