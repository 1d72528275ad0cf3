namespace Dtao.Fuzz.Checks;

/// <summary>Ends a run with what a check found.</summary>
internal sealed class FindingException(FindingKind kind, string what) : Exception(what)
{
    public FindingKind Kind { get; } = kind;
}
