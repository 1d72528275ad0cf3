namespace Dtao.Lab.Datasets;

/// <summary>A runtime release of the first month.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="Tag">Tag of the release.</param>
/// <param name="Merged">When it was merged, UTC; the network followed at or after that.</param>
/// <param name="Change">What it changed in the economy.</param>
public sealed record RuntimeRelease(int Version, string Tag, DateTime Merged, string Change);
