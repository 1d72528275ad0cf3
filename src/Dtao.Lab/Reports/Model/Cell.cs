using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A cell of a table.</summary>
public abstract record Cell
{
    private Cell()
    {
    }

    /// <summary>Words.</summary>
    public static Cell Of(Text text) => new Words(text);

    /// <summary>Words on lines of their own.</summary>
    public static Cell Of(ImmutableArray<Text> lines) => new Lines(lines);

    /// <summary>A name, the same in every language.</summary>
    public static Cell Of(string name) => new Words(Text.Verbatim(name));

    /// <summary>A number; its unit stands in the heading of the column.</summary>
    public static Cell Of(Figure figure) => new Number(figure);

    /// <summary>What follows for a claim.</summary>
    public static Cell Of(Verdict verdict) => new Badge("verdict", verdict.ToString());

    /// <summary>How well a value is known.</summary>
    public static Cell Of(ValueStatus status) => new Badge("status", status.ToString());

    /// <summary>Whether a figure was fitted or found.</summary>
    public static Cell Of(Evidence evidence) => new Badge("evidence", evidence.ToString());

    /// <summary>How true a rule is to its model.</summary>
    public static Cell Of(Fidelity fidelity) => new Badge("fidelity", fidelity.ToString());

    internal sealed record Words(Text Text) : Cell;

    internal sealed record Lines(ImmutableArray<Text> Texts) : Cell;

    internal sealed record Number(Figure Figure) : Cell;

    /// <summary>A word in a colored field; its key is <c>family.name</c>.</summary>
    internal sealed record Badge(string Family, string Name) : Cell;
}
