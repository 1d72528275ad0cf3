using System.Collections.Immutable;
using Dtao.Lab.Events;
using Dtao.Lab.Plans;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime.Emission.Rules;

namespace Dtao.Lab.Attacks;

/// <summary>All that decides a search for the cheapest attack.</summary>
/// <param name="Goal">What the attacker wants.</param>
/// <param name="Subnet">The subnet that it has taken over, or validates on.</param>
/// <param name="Network">The network that it attacks.</param>
/// <param name="Horizon">Time until the goal must be held.</param>
/// <param name="Seed">Root of everything that is drawn.</param>
public sealed record AttackPlan(
    AttackGoal Goal, NetUid Subnet, AttackNetwork Network, Horizon Horizon, ulong Seed)
{
    /// <summary>Subnet that is attacked unless another is asked for.</summary>
    public static readonly NetUid UsualSubnet = new(28);

    /// <summary>What the attacker has. Unit: TAO.</summary>
    public static readonly Tao UsualBudget = Tao.Whole(50_000);

    /// <summary>TAO that others put into all other subnets a day, under rules of flows.
    /// </summary>
    public static readonly Tao UsualInflow = Tao.Whole(500);

    private static readonly Tao None = Tao.Zero;

    /// <summary>What the attacker has. Unit: TAO.</summary>
    public Tao Budget { get; init; } = UsualBudget;

    /// <summary>The emission rules; null for those of the versions that run.</summary>
    public RuleSchedule? Rules { get; init; }

    /// <summary>TAO a day that others were asked to stake; null for the usual.</summary>
    public Tao? InflowAsked { get; init; }

    /// <summary>TAO that others stake on all other subnets together, a day.</summary>
    public Tao Inflow => InflowAsked ?? (GoesByFlows ? UsualInflow : None);

    /// <summary>Emission goes by what is staked and unstaked at some time of the run.</summary>
    public bool GoesByFlows => Rules is { } rules && rules.Steps.Any(
        static step => step.Rule?.Shares is FlowShares);

    /// <summary>Blocks at the end over which the share of emission is taken: a day, or all.
    /// </summary>
    public ulong Window => Math.Min(Horizon.Blocks, AttackClock.Day);

    /// <summary>What happens to the network as a whole, in order of time.</summary>
    public ImmutableArray<DatedEvent> Events =>
    [
        .. Network.Scenario.Timeline(null)
            .Concat(Rules?.EventsFrom(Network.Scenario.Start) ?? [])
            .OrderBy(static happening => happening.Block.Value),
    ];

    /// <summary>The rule in words.</summary>
    public string RuleText => Rules?.Text ?? RuleSchedule.OfVersion;

    /// <summary>The command that repeats the search.</summary>
    public string Command
    {
        get
        {
            string rule = Rules is null ? string.Empty : $" --rule '{Rules.Text}'";
            string inflow = InflowAsked is { } tao
                ? $" --inflow '{AttackClock.Whole(tao)} TAO/day'"
                : string.Empty;
            return $"./dtao lab attack --goal {Goal.Text} --days {Horizon.DaysText}{rule}"
                + $" --subnet {Subnet.Value} --network '{Network.Text}'"
                + $" --budget '{AttackClock.Whole(Budget)} TAO'{inflow} --seed {Seed}";
        }
    }
}
