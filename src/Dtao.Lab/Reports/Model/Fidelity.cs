namespace Dtao.Lab.Reports.Model;

/// <summary>How true an emission rule is to its model.</summary>
public enum Fidelity
{
    /// <summary>Equal to the real releases' outputs in every bit.</summary>
    Exact,

    /// <summary>By the published formula; no code of the chain to compare with.</summary>
    Formula,
}
