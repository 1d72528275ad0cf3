using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Events;
using Dtao.Lab.Networks;
using Dtao.Lab.Plans;
using Dtao.Numerics;
using Dtao.Runtime.Spec;

namespace Dtao.Lab.Scenarios;

/// <summary>A question with everything needed to ask it.</summary>
/// <remarks>A scenario is a value: the same scenario, point and seed give the same run.</remarks>
public sealed record Scenario
{
    /// <summary>Name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>Title of the report.</summary>
    public required string Title { get; init; }

    /// <summary>What a run answers.</summary>
    public required string Question { get; init; }

    /// <summary>What the run leaves out, so that nobody takes it for more than it is.</summary>
    public required string Limits { get; init; }

    /// <summary>How long a run is unless another length is asked for.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>Block at which a run starts: the state is the one after it.</summary>
    public required BlockNumber Start { get; init; }

    /// <summary>The time of the blocks.</summary>
    public required BlockClock Clock { get; init; }

    /// <summary>Subnets by number.</summary>
    public required ImmutableArray<SubnetLabel> Subnets { get; init; }

    /// <summary>What the run starts from, and how well it is known.</summary>
    public required ImmutableArray<StatedValue> Values { get; init; }

    /// <summary>What a run must show, if it is long enough.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>Builds the network; everything drawn is drawn from the seed.</summary>
    public required Func<SeedTree, World> Genesis { get; init; }

    /// <summary>The plan that the scenario was made from; null when nobody trades.</summary>
    public Plan? Plan { get; init; }

    /// <summary>What happens on the way, in order of time, by the pinned version.</summary>
    public required Func<RuntimeSpec?, ImmutableArray<DatedEvent>> Timeline { get; init; }

    /// <summary>The world of a run with a seed.</summary>
    public World WorldOf(ulong seed) =>
        Genesis(SeedTree.From(seed).Branch(Plan?.SeedName ?? Name));
}
