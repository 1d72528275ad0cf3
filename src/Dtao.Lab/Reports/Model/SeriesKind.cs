namespace Dtao.Lab.Reports.Model;

/// <summary>How a series is drawn.</summary>
public enum SeriesKind
{
    /// <summary>As a line.</summary>
    Line,

    /// <summary>As a line of steps: a value holds until the next one.</summary>
    Steps,

    /// <summary>As an area on top of the areas before it.</summary>
    StackedArea,

    /// <summary>As points.</summary>
    Points,
}
