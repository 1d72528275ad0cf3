using System.Collections.Immutable;

namespace Dtao.Lab.Reports.Texts;

/// <summary>One text of the book.</summary>
/// <param name="Key">Its key, or <c>=</c> for a phrase that is found by its English.</param>
/// <param name="Texts">The text by the tag of the language.</param>
/// <param name="Place">File and line, for messages.</param>
internal sealed record TextEntry(
    string Key, ImmutableDictionary<string, string> Texts, string Place)
{
    /// <summary>Key of texts that are found by their English.</summary>
    public const string PhraseKey = "=";

    /// <summary>Place and key, for messages.</summary>
    public string Name => $"{Place}: [{Key}]";

    /// <summary>It is found by its English.</summary>
    public bool IsPhrase => Key == PhraseKey;
}
