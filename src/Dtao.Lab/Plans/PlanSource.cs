using System.Collections.Immutable;

namespace Dtao.Lab.Plans;

/// <summary>Where a plan comes from, so that it can be read again with other values.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Text">Its text.</param>
/// <param name="Changes">Values that are other than the file says.</param>
public sealed record PlanSource(string File, string Text, ImmutableArray<Change> Changes)
{
    /// <summary>The file came with the program.</summary>
    public bool IsBuiltIn => File.StartsWith("scenario/", StringComparison.Ordinal);

    /// <summary>The plan with further values changed.</summary>
    /// <exception cref="FormatException">A change does not fit.</exception>
    public Plan With(IEnumerable<Change> further) =>
        ScenarioFile.Read(File, Text, [.. Changes, .. further]);
}
