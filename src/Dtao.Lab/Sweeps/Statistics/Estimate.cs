namespace Dtao.Lab.Sweeps.Statistics;

/// <summary>An estimate with its bootstrap band.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Value below which 2.5 % of the resampled estimates lie.</param>
/// <param name="High">Value below which 97.5 % of them lie.</param>
public readonly record struct Estimate(double Value, double Low, double High);
