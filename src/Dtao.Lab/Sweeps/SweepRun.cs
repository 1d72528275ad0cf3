namespace Dtao.Lab.Sweeps;

/// <summary>One run of a sweep.</summary>
/// <param name="Number">Its place in the plan, from 1.</param>
/// <param name="Point">The choice of values.</param>
/// <param name="Seed">The seed.</param>
public readonly record struct SweepRun(int Number, SweepPoint Point, ulong Seed);
