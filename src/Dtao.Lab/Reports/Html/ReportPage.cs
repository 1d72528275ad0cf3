using System.Reflection;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Html;

/// <summary>A report as one HTML page that needs nothing from elsewhere.</summary>
/// <remarks>
/// The page's policy forbids it to load anything. Same report, same language, same bytes.
/// Source: docs/lab/reports.md#page.
/// </remarks>
public static class ReportPage
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    /// <summary>The page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="language">Its language.</param>
    public static string Render(Report report, ReportLanguage language) =>
        Render(report, language, out _);

    /// <summary>The page, and the phrases that have no translation.</summary>
    public static string Render(
        Report report, ReportLanguage language, out IReadOnlyCollection<string> untranslated)
    {
        Speaker speaker = new(TextBook.Standard, language);
        Markup body = new();
        ChartFacts facts = new(speaker);
        BlockWriter blocks = new(speaker, body, facts);
        WriteHead(speaker, body, report);
        foreach (Section section in report.Sections)
        {
            body.Raw($"<section id=\"{section.Id}\">\n")
                .Element("h2", speaker.Say(section.Heading));
            foreach (ReportBlock block in section.Blocks)
            {
                blocks.Write(block);
            }

            body.Raw("</section>\n");
        }

        ProvenanceWriter.Write(speaker, body, report.Provenance);
        string page = PageOf(speaker, report, body.ToString(), facts.ToJson());
        untranslated = speaker.Unknown;
        return page;
    }

    private static void WriteHead(Speaker speaker, Markup html, Report report)
    {
        html.Raw("<header><div class=\"brand\"><span>Dtao</span>")
            .Raw("<button type=\"button\" id=\"theme\" hidden></button></div>\n")
            .Element("h1", speaker.Say(report.Title))
            .Element("p class=\"question\"", speaker.Say(report.Question))
            .Raw("<div class=\"answer\">").Element("b", speaker.Say("report.answer"))
            .Element("p", speaker.Say(report.Answer)).Raw("</div>\n");
        if (report.Span is { } span) html.Element("p class=\"soft\"", speaker.Say(span));
        if (report.Limits is { } limits) html.Element("p class=\"soft\"", speaker.Say(limits));
        html.Raw("<noscript>").Element("p", speaker.Say("report.no-script")).Raw("</noscript>");
        WriteCards(speaker, html, report);
        WriteContents(speaker, html, report);
        html.Raw("</header>\n");
    }

    private static void WriteCards(Speaker speaker, Markup html, Report report)
    {
        if (report.Cards.IsEmpty) return;
        html.Raw("<div class=\"cards\">\n");
        foreach (Card card in report.Cards)
        {
            html.Raw("<div class=\"card\"><b>").Words(card.Figure.NumberText).Raw(" <small>")
                .Words(speaker.Say(card.Figure.Unit.Symbol)).Raw("</small></b>")
                .Element("span", speaker.Say(card.Text));
            if (card.Expected is { } expected)
            {
                html.Element("span", speaker.Say(Text.Key("report.expected", expected)));
            }

            if (card.Verdict is { } verdict)
            {
                TableWriter.WriteBadge(speaker, html, new("verdict", verdict.ToString()));
            }

            html.Raw("</div>\n");
        }

        html.Raw("</div>\n");
    }

    private static void WriteContents(Speaker speaker, Markup html, Report report)
    {
        html.Raw("<nav aria-label=\"").Words(speaker.Say("report.contents")).Raw("\">\n");
        foreach (Section section in report.Sections)
        {
            html.Element($"a href=\"#{section.Id}\"", speaker.Say(section.Heading));
        }

        html.Element($"a href=\"#{ProvenanceWriter.Id}\"", speaker.Say("provenance.heading"))
            .Raw("</nav>\n");
        bool hasCharts = report.Sections.Any(static section => section.Blocks.Any(
            static block => block is Chart or SideBySide or Choice));
        if (hasCharts) html.Element("p class=\"soft hint\"", speaker.Say("page.zoom-hint"));
    }

    private static string PageOf(Speaker speaker, Report report, string body, string facts)
    {
        Markup page = new();
        page.Raw($"<!DOCTYPE html>\n<html lang=\"{speaker.Language.Tag}\">\n<head>\n")
            .Raw("<meta charset=\"utf-8\">\n")
            .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Element("title", speaker.Say(report.Title) + " · Dtao")
            .Raw("<style>\n").Raw(PageFile("report.css").TrimEnd())
            .Raw("\n</style>\n</head>\n<body>\n<main>\n").Raw(body).Raw("</main>\n")
            .Raw("<script type=\"application/json\" id=\"facts\">").Raw(facts)
            .Raw("</script>\n<script>\n").Raw(PageFile("report.js").TrimEnd())
            .Raw("\n</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static string PageFile(string name)
    {
        Assembly assembly = typeof(ReportPage).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is part of the program");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
