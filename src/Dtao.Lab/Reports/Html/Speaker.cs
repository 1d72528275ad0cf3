using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Html;

/// <summary>Says texts in the language of a page and notes what could not be translated.</summary>
/// <param name="book">The texts.</param>
/// <param name="language">The language.</param>
internal sealed class Speaker(TextBook book, ReportLanguage language)
{
    private readonly SortedSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>The language.</summary>
    public ReportLanguage Language => language;

    /// <summary>Phrases that were left in English.</summary>
    public IReadOnlyCollection<string> Unknown => _unknown;

    /// <summary>The text in the language.</summary>
    public string Say(Text text) => book.Say(text, language, _unknown);

    /// <summary>The text with this key.</summary>
    public string Say(string key) => Say(Text.Key(key));

    /// <summary>Texts whose keys start so, by the rest of the key, places left open.</summary>
    public IEnumerable<(string Name, string Text)> WordsUnder(string prefix) => book.Keys
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && book.Has(key))
        .Select(key => (key[prefix.Length..], book.Template(key, language)));
}
