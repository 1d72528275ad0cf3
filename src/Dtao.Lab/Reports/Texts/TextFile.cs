using System.Collections.Immutable;

namespace Dtao.Lab.Reports.Texts;

/// <summary>Reads a file of texts: every text in every language, side by side.</summary>
/// <remarks>
/// <c>[key]</c> starts a text, <c>[=]</c> a phrase that is found by its English; <c>en:</c> and
/// <c>zh-TW:</c> give it in a language; lines with two spaces in front go on; <c>#</c> is a
/// comment. Source: docs/lab/reports.md#texts.
/// </remarks>
internal static class TextFile
{
    private const string Continuation = "  ";

    /// <summary>The texts of a file in its order.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message names it.</exception>
    public static IReadOnlyList<TextEntry> Parse(string name, string content)
    {
        List<TextEntry> entries = [];
        ReportLanguage? language = null;
        string[] lines = content.Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index].TrimEnd();
            string place = $"{name}, line {index + 1}";
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                entries.Add(new(line[1..^1], ImmutableDictionary<string, string>.Empty, place));
                language = null;
            }
            else if (entries.Count == 0)
            {
                throw new FormatException($"{place}: a text starts with [key] or [=]");
            }
            else if (line.StartsWith(Continuation, StringComparison.Ordinal))
            {
                entries[^1] = WithMore(entries[^1], language, line.Trim(), place);
            }
            else
            {
                language = LanguageOf(line, place);
                string text = line[(language.Tag.Length + 1)..].Trim();
                entries[^1] = WithNew(entries[^1], language, text, place);
            }
        }

        return entries;
    }

    private static ReportLanguage LanguageOf(string line, string place) =>
        ReportLanguage.All.FirstOrDefault(language =>
            line.StartsWith(language.Tag + ":", StringComparison.Ordinal))
        ?? throw new FormatException(
            $"{place}: a text is given after one of {ReportLanguage.Tags} and a colon");

    private static TextEntry WithNew(
        TextEntry entry, ReportLanguage language, string text, string place) =>
        entry.Texts.ContainsKey(language.Tag)
            ? throw new FormatException($"{place}: [{entry.Key}] has two texts in {language.Tag}")
            : entry with { Texts = entry.Texts.Add(language.Tag, text) };

    private static TextEntry WithMore(
        TextEntry entry, ReportLanguage? language, string text, string place)
    {
        if (language is null)
        {
            throw new FormatException($"{place}: a line that goes on follows one with a language");
        }

        string so = entry.Texts[language.Tag];
        string joined = language.Join(so, text);
        return entry with { Texts = entry.Texts.SetItem(language.Tag, joined) };
    }
}
