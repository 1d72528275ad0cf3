using System.Collections.Immutable;

namespace Dtao.Lab.Sweeps;

/// <summary>What came of one run of a sweep.</summary>
/// <param name="Number">The run's place in the plan, from 1.</param>
/// <param name="StateHash">Hash of its last state; null when it failed.</param>
/// <param name="Values">
/// Value of each measure; null where the run cannot tell. Empty when it failed.
/// </param>
/// <param name="Error">Why it failed; null when it did not.</param>
public sealed record SweepOutcome(
    int Number, string? StateHash, ImmutableArray<decimal?> Values, string? Error)
{
    /// <summary>The value of a measure as a number; null for none.</summary>
    public double? ValueOf(int measure) =>
        Error is null ? (double?)Values[measure] : null;
}
