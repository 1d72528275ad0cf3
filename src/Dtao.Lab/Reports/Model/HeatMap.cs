using System.Collections.Immutable;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A field of colored cells.</summary>
public sealed record HeatMap : Chart
{
    /// <summary>What the columns are.</summary>
    public required Text XName { get; init; }

    /// <summary>What the rows are.</summary>
    public required Text YName { get; init; }

    /// <summary>The columns from left to right.</summary>
    public required ImmutableArray<Text> Columns { get; init; }

    /// <summary>The rows from bottom to top.</summary>
    public required ImmutableArray<Text> Rows { get; init; }

    /// <summary>What the color measures.</summary>
    public required Text ValueName { get; init; }

    /// <summary>Unit of the values.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The values, row after row; what is no finite number is left empty.</summary>
    public required ImmutableArray<double> Values { get; init; }
}
