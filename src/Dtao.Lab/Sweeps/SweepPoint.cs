using System.Collections.Immutable;
using Dtao.Lab.Plans;

namespace Dtao.Lab.Sweeps;

/// <summary>One choice of the varied values.</summary>
/// <param name="Number">Its place in the plan, from 1.</param>
/// <param name="Positions">Where each value stands in its range, from 0 to 1.</param>
/// <param name="Changes">The values as changes of the scenario.</param>
public sealed record SweepPoint(
    int Number, ImmutableArray<double> Positions, ImmutableArray<Change> Changes);
