using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dtao.Lab.Reports.Texts;

/// <summary>A language that reports are written in.</summary>
/// <param name="Tag">Its tag on the command line and in the page, for example <c>zh-TW</c>.</param>
/// <param name="HasSpaces">Words are set apart by spaces.</param>
/// <param name="Comma">What stands between the items of a list.</param>
public sealed partial record ReportLanguage(string Tag, bool HasSpaces, string Comma)
{
    /// <summary>English.</summary>
    public static ReportLanguage English { get; } = new("en", true, ", ");

    /// <summary>Traditional Chinese as written in Taiwan.</summary>
    public static ReportLanguage TraditionalChinese { get; } = new("zh-TW", false, "、");

    /// <summary>All languages, the usual one first.</summary>
    public static ImmutableArray<ReportLanguage> All { get; } = [English, TraditionalChinese];

    /// <summary>The tags, for messages.</summary>
    public static string Tags => string.Join(", ", All.Select(static language => language.Tag));

    /// <summary>Joins the lines of one text.</summary>
    /// <remarks>Chinese has no spaces but beside Latin letters and digits.</remarks>
    public string Join(string text, string more)
    {
        if (text.Length == 0 || more.Length == 0) return text + more;
        (char last, char first) = (text[^1], more[0]);
        bool isApart = HasSpaces
            || (char.IsAsciiLetterOrDigit(last) && char.IsLetterOrDigit(first))
            || (char.IsLetterOrDigit(last) && char.IsAsciiLetterOrDigit(first));
        return isApart ? $"{text} {more}" : text + more;
    }

    /// <summary>A filled text without the spaces that were meant for Latin letters.</summary>
    public string Tidy(string text) =>
        HasSpaces ? text : BetweenIdeographs().Replace(text, string.Empty);

    /// <summary>The language with this tag, in any case, or null.</summary>
    public static ReportLanguage? Find(string tag) => All.FirstOrDefault(
        language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("(?<=[\\u3000-\\u9fff\\uff00-\\uffef]) (?=[\\u3000-\\u9fff\\uff00-\\uffef])")]
    private static partial Regex BetweenIdeographs();
}
