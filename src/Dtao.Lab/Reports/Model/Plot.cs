using System.Collections.Immutable;

namespace Dtao.Lab.Reports.Model;

/// <summary>Lines, bands, stacked areas and points over a common axis.</summary>
public sealed record Plot : Chart
{
    /// <summary>The x axis.</summary>
    public required Axis X { get; init; }

    /// <summary>The y axes: the first on the left, the second on the right.</summary>
    public required ImmutableArray<Axis> Y { get; init; }

    /// <summary>The places on the x axis of all series that have none of their own.</summary>
    public ImmutableArray<double> Places { get; init; } = [];

    /// <summary>What is shown.</summary>
    public required ImmutableArray<Series> Series { get; init; }

    /// <summary>What happened on the way.</summary>
    public ImmutableArray<EventMark> Marks { get; init; } = [];

    /// <summary>What was expected.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];
}
