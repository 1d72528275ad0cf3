namespace Dtao.Lab.Reports.Model;

/// <summary>How values are spread on an axis.</summary>
public enum AxisScale
{
    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>By their logarithm; values that are not positive are left out.</summary>
    Log,

    /// <summary>As moments: milliseconds since 1970, UTC.</summary>
    Time,
}
