namespace Dtao.Lab.Sweeps.Designs;

/// <summary>How the points of a sweep are chosen.</summary>
/// <remarks>Source: docs/lab/sweeps.md#designs.</remarks>
public enum DesignKind
{
    /// <summary>Every combination of all steps.</summary>
    Grid,

    /// <summary>A Latin hypercube: each setting's range is covered evenly.</summary>
    LatinHypercube,

    /// <summary>Morris trajectories: one setting moves at a time.</summary>
    Morris,

    /// <summary>Saltelli's sampling for Sobol indices.</summary>
    Sobol,
}
