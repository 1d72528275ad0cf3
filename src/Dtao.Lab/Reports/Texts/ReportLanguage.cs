using System.Collections.Immutable;

namespace Dtao.Lab.Reports.Texts;

/// <summary>A language that reports are written in.</summary>
/// <param name="Tag">Its tag on the command line and in the page, for example <c>zh-TW</c>.</param>
/// <param name="Gap">What joins the lines of one text: a space, or nothing.</param>
/// <param name="Comma">What stands between the items of a list.</param>
public sealed record ReportLanguage(string Tag, string Gap, string Comma)
{
    /// <summary>English.</summary>
    public static ReportLanguage English { get; } = new("en", " ", ", ");

    /// <summary>Traditional Chinese as written in Taiwan.</summary>
    public static ReportLanguage TraditionalChinese { get; } = new("zh-TW", string.Empty, "、");

    /// <summary>All languages, the usual one first.</summary>
    public static ImmutableArray<ReportLanguage> All { get; } = [English, TraditionalChinese];

    /// <summary>The tags, for messages.</summary>
    public static string Tags => string.Join(", ", All.Select(static language => language.Tag));

    /// <summary>The language with this tag, in any case, or null.</summary>
    public static ReportLanguage? Find(string tag) => All.FirstOrDefault(
        language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase));
}
