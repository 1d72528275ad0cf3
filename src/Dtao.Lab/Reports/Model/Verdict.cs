namespace Dtao.Lab.Reports.Model;

/// <summary>What a result says about a claim or an expectation.</summary>
public enum Verdict
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It does not hold.</summary>
    Fails,

    /// <summary>What was claimed is not exact enough to be right or wrong.</summary>
    Imprecise,

    /// <summary>The result does not decide it.</summary>
    Undecided,
}
