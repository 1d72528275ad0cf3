using System.CommandLine;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Cli;

/// <summary>The option <c>--lang</c> of everything that writes a report.</summary>
internal static class LanguageOption
{
    /// <summary>The option.</summary>
    public static Option<string?> Value { get; } = new("--lang")
    {
        Description =
            $"Language of report.html: {ReportLanguage.Tags}. "
            + $"[default: {ReportLanguage.English.Tag}]",
        HelpName = "TAG",
    };

    /// <summary>The language that was chosen.</summary>
    /// <exception cref="UsageException">There is no such language.</exception>
    public static ReportLanguage Of(ParseResult parsed)
    {
        string? tag = parsed.GetValue(Value);
        if (tag is null) return ReportLanguage.English;
        return ReportLanguage.Find(tag) ?? throw new UsageException(
            $"--lang '{tag}' is no language of reports; give one of {ReportLanguage.Tags}");
    }
}
