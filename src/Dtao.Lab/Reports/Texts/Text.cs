using System.Collections.Immutable;
using Dtao.Lab.Reports.Model;

namespace Dtao.Lab.Reports.Texts;

/// <summary>Words that a report shows in the language it is rendered in.</summary>
/// <remarks>Source: docs/lab/reports.md#texts.</remarks>
public abstract record Text
{
    private Text()
    {
    }

    /// <summary>A text of the book by its key.</summary>
    /// <param name="key">Its key, for example <c>run.span</c>.</param>
    /// <param name="parts">What takes the places {0}, {1} … of the text.</param>
    public static Text Key(string key, params Text[] parts) => new Keyed(key, [.. parts]);

    /// <summary>An English sentence of a scenario, translated if the book has it.</summary>
    public static Text Phrase(string english) => new Spoken(english, []);

    /// <summary>An English sentence of a scenario with places.</summary>
    /// <param name="english">The sentence; the book has it with its places.</param>
    /// <param name="parts">What takes the places {0}, {1} … of the sentence.</param>
    public static Text Phrase(string english, params ImmutableArray<Text> parts) =>
        new Spoken(english, parts);

    /// <summary>A name: translated if the book has it, and no fault if it has not.</summary>
    public static Text Name(string name) => new Named(name);

    /// <summary>What reads the same in every language: hashes, commands, numbers.</summary>
    public static Text Verbatim(string text) => new Plain(text);

    /// <summary>A figure with its unit.</summary>
    public static Text Of(Figure figure) => new Measured(figure);

    /// <summary>Items with commas between them.</summary>
    public static Text List(IEnumerable<Text> items) => new Listed([.. items]);

    internal sealed record Keyed(string Id, ImmutableArray<Text> Parts) : Text;

    internal sealed record Spoken(string English, ImmutableArray<Text> Parts) : Text;

    internal sealed record Named(string English) : Text;

    internal sealed record Plain(string Value) : Text;

    internal sealed record Measured(Figure Figure) : Text;

    internal sealed record Listed(ImmutableArray<Text> Items) : Text;
}
