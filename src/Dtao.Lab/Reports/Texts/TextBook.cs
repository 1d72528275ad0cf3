using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Dtao.Lab.Reports.Texts;

/// <summary>All texts of reports, in all languages.</summary>
/// <remarks>Every embedded file with the ending <c>.texts</c> is part of it.</remarks>
public sealed partial class TextBook
{
    private readonly Dictionary<string, TextEntry> _keyed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextEntry> _phrases = new(StringComparer.Ordinal);
    private readonly List<PhrasePattern> _patterns = [];

    /// <summary>A book of some files.</summary>
    /// <param name="files">Name and content of each.</param>
    /// <exception cref="FormatException">A file is wrong; the message says where.</exception>
    public TextBook(IEnumerable<(string Name, string Content)> files)
    {
        foreach ((string name, string content) in files)
        {
            foreach (TextEntry entry in TextFile.Parse(name, content))
            {
                Add(entry);
            }
        }

        // The form that says most comes first.
        _patterns.Sort(static (a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>The book of the program.</summary>
    public static TextBook Standard { get; } = new(EmbeddedFiles());

    /// <summary>The keys, and the English of the phrases.</summary>
    public ImmutableArray<string> Keys =>
        [.. _keyed.Keys.Concat(_phrases.Keys).Order(StringComparer.Ordinal)];

    /// <summary>A text has this key.</summary>
    public bool Has(string key) => _keyed.ContainsKey(key);

    /// <summary>The text in a language.</summary>
    /// <param name="text">What to say.</param>
    /// <param name="language">The language.</param>
    /// <param name="unknown">Receives phrases without translation; may be null.</param>
    /// <exception cref="InvalidOperationException">A key or a part of it is missing.</exception>
    public string Say(Text text, ReportLanguage language, ISet<string>? unknown = null) =>
        text switch
        {
            Text.Plain plain => plain.Value,
            Text.Measured measured => SayFigure(measured, language, unknown),
            Text.Spoken spoken => SaySpoken(spoken, language, unknown),
            Text.Named named => SayPhrase(named.English, language, unknown: null),
            Text.Listed listed => string.Join(
                language.Comma, listed.Items.Select(item => Say(item, language, unknown))),
            Text.Keyed keyed => SayKeyed(keyed, language, unknown),
            _ => throw new InvalidOperationException($"{text.GetType()} is no text"),
        };

    /// <summary>The text of a key, or of a phrase, in a language; places are left open.</summary>
    public string Template(string key, ReportLanguage language) =>
        (_keyed.GetValueOrDefault(key) ?? _phrases[key]).Texts[language.Tag];

    private static IEnumerable<(string Name, string Content)> EmbeddedFiles()
    {
        Assembly assembly = typeof(TextBook).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.EndsWith(".texts", StringComparison.Ordinal)) continue;
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    /// <summary>What a reader would miss a translation of: more than signs and symbols.</summary>
    [GeneratedRegex("[a-z]{3}")]
    private static partial Regex Word();

    private static string Fill(string name, string text, string[] parts) =>
        PhrasePattern.Place().Replace(text, place =>
        {
            int index = place.Groups[1].Value[0] - '0';
            return index < parts.Length
                ? parts[index]
                : throw new InvalidOperationException(
                    $"{name} needs a part {{{index}}}");
        });

    private void Add(TextEntry entry)
    {
        foreach (ReportLanguage language in ReportLanguage.All)
        {
            if (entry.Texts.GetValueOrDefault(language.Tag) is { Length: > 0 }) continue;
            throw new FormatException(
                $"{entry.Place}: [{entry.Key}] has no text in {language.Tag}");
        }

        string english = entry.Texts[ReportLanguage.English.Tag];
        bool isNew = entry.IsPhrase
            ? _phrases.TryAdd(english, entry)
            : _keyed.TryAdd(entry.Key, entry);
        if (!isNew)
        {
            string name = entry.IsPhrase ? english : entry.Key;
            throw new FormatException($"{entry.Place}: '{name}' stands in the book twice");
        }

        if (entry.IsPhrase && PhrasePattern.Place().IsMatch(english)) _patterns.Add(new(entry));
    }

    private string SayKeyed(Text.Keyed keyed, ReportLanguage language, ISet<string>? unknown)
    {
        TextEntry entry = _keyed.GetValueOrDefault(keyed.Id)
            ?? throw new InvalidOperationException($"no text has the key '{keyed.Id}'");
        string[] parts = [.. keyed.Parts.Select(part => Say(part, language, unknown))];
        return language.Tidy(Fill(entry.Name, entry.Texts[language.Tag], parts));
    }

    /// <summary>A sentence; with parts it has places, and the book has it with them.</summary>
    private string SaySpoken(Text.Spoken spoken, ReportLanguage language, ISet<string>? unknown)
    {
        string english = spoken.English;
        if (spoken.Parts.IsEmpty) return SayPhrase(english, language, unknown);
        TextEntry? entry = _phrases.GetValueOrDefault(english);
        if (entry is null && language != ReportLanguage.English) unknown?.Add(english);
        string[] parts = [.. spoken.Parts.Select(part => Say(part, language, unknown))];
        return language.Tidy(
            Fill($"'{english}'", entry?.Texts[language.Tag] ?? english, parts));
    }

    private string SayFigure(
        Text.Measured measured, ReportLanguage language, ISet<string>? unknown)
    {
        string unit = Say(measured.Figure.Unit.Symbol, language, unknown);
        string number = measured.Figure.NumberText;
        return unit.Length == 0 ? number : $"{number} {unit}";
    }

    private string SayPhrase(string english, ReportLanguage language, ISet<string>? unknown)
    {
        if (_phrases.GetValueOrDefault(english) is { } entry) return entry.Texts[language.Tag];
        if (language == ReportLanguage.English) return english;
        foreach (PhrasePattern pattern in _patterns)
        {
            if (pattern.PartsOf(english) is not { } found) continue;
            string[] parts = [.. found.Select(part => SayPart(part, language, unknown))];
            return language.Tidy(
                Fill(pattern.Entry.Name, pattern.Entry.Texts[language.Tag], parts));
        }

        if (Word().IsMatch(english)) unknown?.Add(english);
        return english;
    }

    private string SayPart(string part, ReportLanguage language, ISet<string>? unknown)
    {
        HashSet<string> missing = [];
        string said = SayPhrase(part, language, missing);
        // One word in a place of a sentence is a name.
        if (!part.Contains(' ')) missing.Remove(part);
        unknown?.UnionWith(missing);
        return said;
    }
}
