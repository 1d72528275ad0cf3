using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Dtao.Lab.Reports.Texts;

/// <summary>A phrase with places, such as <c>version {0}: {1}</c>.</summary>
internal sealed partial class PhrasePattern
{
    private readonly Regex _pattern;
    private readonly string[] _places;

    /// <summary>A pattern from the English of its entry.</summary>
    public PhrasePattern(TextEntry entry)
    {
        Entry = entry;
        string english = entry.Texts[ReportLanguage.English.Tag];
        StringBuilder pattern = new("^");
        List<string> places = [];
        int at = 0;
        foreach (Match place in Place().Matches(english))
        {
            pattern.Append(Regex.Escape(english[at..place.Index])).Append("(.+?)");
            places.Add(place.Groups[1].Value);
            at = place.Index + place.Length;
        }

        pattern.Append(Regex.Escape(english[at..])).Append('$');
        Length = Place().Replace(english, string.Empty).Length;
        _places = [.. places];
        _pattern = new(pattern.ToString(), RegexOptions.CultureInvariant);
    }

    /// <summary>Characters outside its places.</summary>
    public int Length { get; }

    /// <summary>The text it stands for.</summary>
    public TextEntry Entry { get; }

    /// <summary>What stands in the places of a sentence; null if it is another sentence.</summary>
    public ImmutableArray<string>? PartsOf(string sentence)
    {
        Match match = _pattern.Match(sentence);
        if (!match.Success) return null;
        string[] parts = new string[_places.Length];
        for (int index = 0; index < parts.Length; index++)
        {
            parts[int.Parse(_places[index], System.Globalization.CultureInfo.InvariantCulture)] =
                match.Groups[index + 1].Value;
        }

        return [.. parts];
    }

    /// <summary>A place of a text: its number in braces.</summary>
    [GeneratedRegex(@"\{(\d)\}")]
    public static partial Regex Place();
}
