namespace Dtao.Runtime.Emission.Rules;

/// <summary>How far an emission rule can be relied on to be the real one.</summary>
public enum RuleFidelity
{
    /// <summary>Equal to the release's own code to the last unit, held by vectors.</summary>
    Exact,

    /// <summary>Computed from a published formula; no output of real code to hold it to.</summary>
    Formula,
}
