using System.Collections.Immutable;
using System.Globalization;
using Dtao.Lab.Reports.Model;

namespace Dtao.Lab.Reports.Html;

/// <summary>The blocks of sections as HTML; charts are left to the page's script.</summary>
/// <param name="speaker">Says their words.</param>
/// <param name="html">Receives them.</param>
/// <param name="facts">Receives what the charts show.</param>
internal sealed class BlockWriter(Speaker speaker, Markup html, ChartFacts facts)
{
    private int _charts;
    private int _choices;

    /// <summary>Writes a block.</summary>
    public void Write(ReportBlock block)
    {
        switch (block)
        {
            case Prose prose:
                html.Element(prose.IsAside ? "p class=\"soft\"" : "p", speaker.Say(prose.Text));
                break;
            case Chart chart:
                WriteChart(chart);
                break;
            case SideBySide pair:
                WritePair(pair);
                break;
            case Choice choice:
                WriteChoice(choice);
                break;
            case AgentList agents:
                WriteAgents(agents);
                break;
            case ClaimList claims:
                WriteCounts(claims);
                WriteTable(ListTables.Of(claims));
                break;
            case CalibrationList calibration:
                WriteTable(ListTables.Of(calibration));
                break;
            case StatedValueList values:
                WriteLegend<Datasets.ValueStatus>("status");
                WriteTable(ListTables.Of(values));
                break;
            case Table table:
                WriteTable(table);
                break;
            default:
                throw new InvalidOperationException($"{block.GetType()} cannot be written");
        }
    }

    private void WriteTable(Table table) => new TableWriter(speaker, html).Write(table);

    private void WritePair(SideBySide pair)
    {
        html.Raw("<div class=\"pair\">\n");
        foreach (Chart chart in pair.Charts)
        {
            WriteChart(chart);
        }

        html.Raw("</div>\n");
    }

    private void WriteChart(Chart chart)
    {
        string id = NewChart();
        facts.Add(id, chart);
        WriteFrame(id, chart);
    }

    private string NewChart()
    {
        _charts++;
        return string.Create(CultureInfo.InvariantCulture, $"chart-{_charts}");
    }

    private void WriteFrame(string id, Chart chart)
    {
        html.Raw($"<figure class=\"chart\" id=\"{id}\"><figcaption>")
            .Element("b", speaker.Say(chart.Title));
        if (chart.Caption is { } caption) html.Element("span", speaker.Say(caption));
        string height = chart.Height.ToString(CultureInfo.InvariantCulture);
        html.Raw("</figcaption><div class=\"tools\"></div>")
            .Raw($"<div class=\"plot\" style=\"height:{height}px\"></div>")
            .Raw("<div class=\"legend\"></div><details class=\"figures\"><summary>")
            .Words(speaker.Say("page.figures"))
            .Raw("</summary></details></figure>\n");
    }

    private void WriteChoice(Choice choice)
    {
        _choices++;
        string id = string.Create(CultureInfo.InvariantCulture, $"choice-{_choices}");
        html.Raw($"<div class=\"choice\"><label for=\"{id}\">").Words(speaker.Say(choice.Label))
            .Raw($"</label> <select id=\"{id}\">\n");
        for (int index = 0; index < choice.Options.Length; index++)
        {
            string chosen = index == choice.First ? " selected" : string.Empty;
            string label = speaker.Say(choice.Options[index].Label);
            html.Element(
                string.Create(CultureInfo.InvariantCulture, $"option value=\"{index}\"{chosen}"),
                label);
        }

        html.Raw("</select></div>\n");
        List<string> places = [];
        foreach (Chart chart in choice.Options[choice.First].Charts)
        {
            places.Add(NewChart());
            WriteFrame(places[^1], chart);
        }

        facts.Add(id, places, choice);
    }

    private void WriteAgents(AgentList list)
    {
        html.Raw("<div class=\"agents\">\n");
        foreach (AgentDescription agent in list.Agents)
        {
            html.Raw("<div class=\"agent\"><h3>").Words(speaker.Say(agent.Name));
            if (agent.Count is { } count)
            {
                html.Raw(" <small>×\u00a0").Words(Figure.Count(count).NumberText)
                    .Raw("</small>");
            }

            html.Raw("</h3>").Element("p", speaker.Say(agent.Behaviour));
            if (!agent.Settings.IsEmpty) WriteList(agent.Settings);
            html.Raw("</div>\n");
        }

        html.Raw("</div>\n");
    }

    /// <summary>Writes names with what they stand for.</summary>
    public void WriteList(ImmutableArray<NamedText> list)
    {
        html.Raw("<dl>");
        foreach (NamedText item in list)
        {
            html.Element("dt", speaker.Say(item.Name)).Element("dd", speaker.Say(item.Value));
        }

        html.Raw("</dl>\n");
    }

    private void WriteCounts(ClaimList list)
    {
        html.Raw("<p class=\"counts\">");
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            int count = list.Claims.Count(claim => claim.Verdict == verdict);
            if (count == 0) continue;
            TableWriter.WriteBadge(speaker, html, new("verdict", verdict.ToString()));
            html.Raw(" <b>").Words(Figure.Count(count).NumberText).Raw("</b> ");
        }

        html.Raw("</p>\n");
    }

    private void WriteLegend<TName>(string family)
        where TName : struct, Enum
    {
        html.Raw("<p class=\"soft key\">");
        foreach (TName name in Enum.GetValues<TName>())
        {
            html.Raw("<span>");
            TableWriter.WriteBadge(speaker, html, new(family, name.ToString()));
            string word = name.ToString().ToLowerInvariant();
            html.Raw(" ").Words(speaker.Say($"{family}-meaning.{word}")).Raw("</span> ");
        }

        html.Raw("</p>\n");
    }
}
