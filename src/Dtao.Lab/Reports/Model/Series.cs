using System.Collections.Immutable;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A series of a plot.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Values">
/// Its values, one for each place; what is no finite number is a gap.
/// </param>
public sealed record Series(Text Name, ImmutableArray<double> Values)
{
    /// <summary>Places of its own; empty for those of the plot.</summary>
    public ImmutableArray<double> Places { get; init; } = [];

    /// <summary>Lower edge of a band around it, one for each place; empty for no band.</summary>
    public ImmutableArray<double> Lower { get; init; } = [];

    /// <summary>Upper edge of the band.</summary>
    public ImmutableArray<double> Upper { get; init; } = [];

    /// <summary>Names of the points, shown under the pointer; empty for none.</summary>
    public ImmutableArray<Text> Labels { get; init; } = [];

    /// <summary>How it is drawn.</summary>
    public SeriesKind Kind { get; init; }

    /// <summary>Its color.</summary>
    public Tone Tone { get; init; }

    /// <summary>Dashed: a reference, not a result.</summary>
    public bool IsReference { get; init; }

    /// <summary>Not shown until the reader asks for it in the legend.</summary>
    public bool StartsHidden { get; init; }

    /// <summary>Which of the plot's axes it belongs to.</summary>
    public int Axis { get; init; }
}
