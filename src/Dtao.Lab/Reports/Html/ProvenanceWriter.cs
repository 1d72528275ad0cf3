using System.Collections.Immutable;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Html;

/// <summary>The last section of a page: how to make it again.</summary>
internal static class ProvenanceWriter
{
    /// <summary>Anchor of the section.</summary>
    public const string Id = "repeat";

    private const ulong LongestList = 5;

    /// <summary>Writes the section.</summary>
    public static void Write(Speaker speaker, Markup html, Provenance provenance)
    {
        html.Raw($"<section id=\"{Id}\">\n").Element("h2", speaker.Say("provenance.heading"))
            .Raw("<pre tabindex=\"0\">").Words(CommandOf(speaker, provenance)).Raw("</pre>\n<dl>");
        WriteItem(
            speaker, html, "provenance.program",
            Text.Key("provenance.version", Text.Verbatim(provenance.Program)));
        WriteItem(speaker, html, "provenance.chain", provenance.Chain);
        WriteItem(
            speaker, html,
            provenance.Seeds.Length == 1 ? "provenance.seed" : "provenance.seeds",
            SeedsOf(provenance.Seeds));
        foreach (RuleFidelity rule in provenance.Rules)
        {
            WriteRule(speaker, html, rule);
        }

        foreach (NamedText item in provenance.More)
        {
            html.Element("dt", speaker.Say(item.Name)).Element("dd", speaker.Say(item.Value));
        }

        foreach (StateHash hash in provenance.StateHashes)
        {
            html.Element("dt", speaker.Say(hash.Name))
                .Raw("<dd class=\"hash\">").Element("code", hash.Hash).Raw("</dd>");
        }

        html.Raw("</dl>\n")
            .Element(
                "p class=\"soft\"",
                speaker.Say(provenance.Note ?? Text.Key("provenance.run-note")))
            .Element("p class=\"soft\"", speaker.Say("provenance.charts"))
            .Raw("</section>\n");
    }

    private static string CommandOf(Speaker speaker, Provenance provenance) =>
        speaker.Language == ReportLanguage.English
            ? provenance.Command
            : $"{provenance.Command} --lang {speaker.Language.Tag}";

    private static Text SeedsOf(ImmutableArray<ulong> seeds)
    {
        ulong count = (ulong)seeds.Length;
        bool isRange = count > LongestList && seeds[^1] - seeds[0] == count - 1
            && seeds.SequenceEqual(seeds.Order());
        return isRange
            ? Text.Key(
                "provenance.seed-range",
                Text.Verbatim($"{seeds[0]}"),
                Text.Verbatim($"{seeds[^1]}"),
                Text.Of(Figure.Count(seeds.Length)))
            : Text.List(seeds.Select(static seed => Text.Verbatim($"{seed}")));
    }

    private static void WriteItem(Speaker speaker, Markup html, string key, Text value) =>
        html.Element("dt", speaker.Say(key)).Element("dd", speaker.Say(value));

    private static void WriteRule(Speaker speaker, Markup html, RuleFidelity rule)
    {
        html.Element("dt", speaker.Say("provenance.rule"))
            .Raw("<dd>").Words(speaker.Say(rule.Rule)).Raw(" ");
        TableWriter.WriteBadge(speaker, html, new("fidelity", rule.Fidelity.ToString()));
        if (rule.Note is { } note) html.Raw(" ").Words(speaker.Say(note));
        html.Raw("</dd>");
    }
}
