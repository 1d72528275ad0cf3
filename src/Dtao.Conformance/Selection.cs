namespace Dtao.Conformance;

/// <summary>Which cases of a file run.</summary>
/// <param name="Name">Name of an array or of a scenario; null for all.</param>
/// <param name="Case">Index within the array; null for all.</param>
public sealed record Selection(string? Name = null, int? Case = null)
{
    /// <summary>Every case.</summary>
    public static Selection All { get; } = new();

    internal bool Takes(string section, string? caseName, int index) =>
        (Name is null || Name == section || Name == caseName)
        && (Case is null || Case == index);
}
