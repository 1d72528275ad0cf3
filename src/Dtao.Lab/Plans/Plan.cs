using System.Collections.Immutable;
using Dtao.Lab.Quantities;
using Dtao.Lab.Scenarios;

namespace Dtao.Lab.Plans;

/// <summary>A scenario with agents, as a value: what a scenario file says.</summary>
public sealed record Plan
{
    /// <summary>Name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Name of the branch of the seed; a scenario that is like another draws what that one draws.
    /// </summary>
    public required string SeedName { get; init; }

    /// <summary>Title of the report.</summary>
    public required string Title { get; init; }

    /// <summary>What a run answers.</summary>
    public required string Question { get; init; }

    /// <summary>What the run leaves out.</summary>
    public required string Limits { get; init; }

    /// <summary>The answer when all expectations come out; null for none.</summary>
    public ScenarioAnswer? Answer { get; init; }

    /// <summary>How long a run is.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>The network that it starts from.</summary>
    public required NetworkPlan Network { get; init; }

    /// <summary>Name of the order within a block.</summary>
    public required string BlockOrder { get; init; }

    /// <summary>The emission rules; null for those of the versions that run.</summary>
    public RuleSchedule? Rules { get; init; }

    /// <summary>What subnets are for, by the name of the purpose.</summary>
    public ImmutableDictionary<string, SubnetSet> Purposes { get; init; } =
        ImmutableDictionary<string, SubnetSet>.Empty;

    /// <summary>What an objective gives the subnets of a purpose, by its name; one for the rest.
    /// </summary>
    public ImmutableDictionary<string, Spread> Scores { get; init; } =
        ImmutableDictionary<string, Spread>.Empty;

    /// <summary>The groups of agents.</summary>
    public required ImmutableArray<GroupPlan> Groups { get; init; }

    /// <summary>Subnets whose price path is recorded every five minutes.</summary>
    public required SubnetSet Watched { get; init; }

    /// <summary>What is measured, and what is expected of it.</summary>
    public required ImmutableArray<MeasurePlan> Measures { get; init; }

    /// <summary>What was fitted to real data, on which hours, in sentences.</summary>
    public required ImmutableArray<string> Calibrated { get; init; }

    /// <summary>The file it was read from; null for a plan made in code.</summary>
    public PlanSource? Source { get; init; }

    /// <summary>What the run predicts and was not fitted, in sentences.</summary>
    public required ImmutableArray<string> Predicted { get; init; }
}
