namespace Dtao.Conformance;

/// <summary>What the run of one vector file found.</summary>
/// <param name="Name">Name of the file as the run shows it.</param>
/// <param name="Path">Path of the file.</param>
/// <param name="Format">Format of the file; null when it could not be read so far.</param>
/// <param name="Version">Version of the runtime the vectors come from; 0 when unknown.</param>
/// <param name="Passed">Number of cases without difference.</param>
/// <param name="Failed">Number of cases with a difference.</param>
/// <param name="First">The first difference; null when there is none.</param>
/// <param name="Problem">Why the file cannot be used; null when it can.</param>
public sealed record FileResult(
    string Name,
    string Path,
    string? Format,
    int Version,
    int Passed,
    int Failed,
    Difference? First,
    string? Problem);
