namespace Dtao.Conformance;

/// <summary>A vector file to run, and the name under which it is shown.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Name">Name without the file's ending.</param>
public sealed record VectorSource(string Path, string Name);
