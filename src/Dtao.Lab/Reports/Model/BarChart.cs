using System.Collections.Immutable;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>Bars for categories, side by side or on top of each other.</summary>
public sealed record BarChart : Chart
{
    /// <summary>What the categories are.</summary>
    public required Text CategoryName { get; init; }

    /// <summary>The categories in order.</summary>
    public required ImmutableArray<Text> Categories { get; init; }

    /// <summary>The axis of the values.</summary>
    public required Axis Value { get; init; }

    /// <summary>The bars; a value for each category, a band is drawn as a whisker.</summary>
    public required ImmutableArray<Series> Series { get; init; }

    /// <summary>Bars lie, with the names to their left: for many or long names.</summary>
    public bool IsHorizontal { get; init; }

    /// <summary>The series stand on top of each other.</summary>
    public bool IsStacked { get; init; }
}
