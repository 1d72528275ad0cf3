using System.Collections.Immutable;
using Dtao.Lab.Networks;
using Dtao.Lab.Sweeps.Designs;

namespace Dtao.Lab.Sweeps.Statistics;

/// <summary>What the results of a sweep say.</summary>
/// <remarks>Plain sums in the order of the plan. Source: docs/lab/sweeps.md#figures.</remarks>
public sealed class SweepStatistics
{
    private readonly SweepPlan _plan;
    private readonly Distribution?[][] _bands;

    /// <summary>The statistics of some results.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="outcomes">The results, all of them.</param>
    public SweepStatistics(SweepPlan plan, ImmutableArray<SweepOutcome> outcomes)
    {
        _plan = plan;
        Outcomes = outcomes;
        ILookup<int, SweepOutcome> byPoint =
            outcomes.ToLookup(outcome => plan[outcome.Number].Point.Number);
        _bands =
        [
            .. plan.Measures.Select((_, measure) => plan.Points.Select(point =>
                Distribution.Of(byPoint[point.Number].Select(one => one.ValueOf(measure))))
                .ToArray()),
        ];
        Sensitivities = [.. Enumerable.Range(0, plan.Measures.Length).Select(SensitivityOf)];
    }

    /// <summary>The results, in the order of the plan.</summary>
    public ImmutableArray<SweepOutcome> Outcomes { get; }

    /// <summary>
    /// For each measure, the estimates of each setting; null where they cannot be told.
    /// </summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<Estimate>>?> Sensitivities { get; }

    /// <summary>Names of the estimates; empty for a design that has none.</summary>
    public ImmutableArray<string> EstimateNames => _plan.Design switch
    {
        DesignKind.Morris => MorrisEffects.Names,
        DesignKind.Sobol => SobolIndices.Names,
        _ => [],
    };

    /// <summary>A measure over the seeds of a point; null when no run can tell.</summary>
    public Distribution? Band(int measure, SweepPoint point) => _bands[measure][point.Number - 1];

    /// <summary>A measure over all runs whose setting has a value; null for none.</summary>
    public Distribution? Margin(int measure, int setting, double position) => Distribution.Of(
        Outcomes
            .Where(one => _plan[one.Number].Point.Positions[setting] == position)
            .Select(one => one.ValueOf(measure)));

    private ImmutableArray<ImmutableArray<Estimate>>? SensitivityOf(int measure)
    {
        double?[] means = [.. _bands[measure].Select(static band => band?.Mean)];
        SeededRandom random = SeedTree.From(_plan.Request.DesignSeed)
            .Branch("bootstrap").Branch(measure).Random();
        return _plan.Design switch
        {
            DesignKind.Sobol => SobolIndices.Of(means, _plan.Variations.Length, random),
            DesignKind.Morris => MorrisEffects.Of(
                means, [.. _plan.Points.Select(static point => point.Positions)], random),
            _ => null,
        };
    }
}
