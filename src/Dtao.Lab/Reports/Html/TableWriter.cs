using System.Collections.Immutable;
using System.Text.Json;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Html;

/// <summary>Tables as HTML.</summary>
/// <param name="speaker">Says their words.</param>
/// <param name="html">Receives them.</param>
internal sealed class TableWriter(Speaker speaker, Markup html)
{
    /// <summary>Writes a table, or what stands in its place.</summary>
    public void Write(Table table)
    {
        if (table.Rows.IsEmpty)
        {
            html.Element("p class=\"soft\"", speaker.Say(table.WhenEmpty));
            return;
        }

        html.Raw("<div class=\"wide\" tabindex=\"0\"><table class=\"sortable\">");
        if (table.Caption is { } caption) html.Element("caption", speaker.Say(caption));
        html.Raw("<thead><tr>");
        foreach (Column column in table.Columns)
        {
            WriteHeading(column);
        }

        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (ImmutableArray<Cell> row in table.Rows)
        {
            WriteRow(table.Columns, row);
        }

        html.Raw("</tbody></table></div>\n");
    }

    private static string StyleOf(Column column)
    {
        if (column.Unit is not null) return " class=\"number\"";
        return column.IsUnbroken ? " class=\"unbroken\"" : string.Empty;
    }

    private void WriteHeading(Column column)
    {
        html.Raw($"<th scope=\"col\"{StyleOf(column)}>").Words(speaker.Say(column.Heading));
        string unit = column.Unit is null ? string.Empty : speaker.Say(column.Unit.Symbol);
        if (unit.Length > 0) html.Raw(" <small>").Words(unit).Raw("</small>");
        html.Raw("</th>");
    }

    private void WriteRow(ImmutableArray<Column> columns, ImmutableArray<Cell> row)
    {
        if (row.Length != columns.Length)
        {
            throw new InvalidOperationException(
                $"a row has {row.Length} cells for {columns.Length} columns");
        }

        html.Raw("<tr>");
        for (int index = 0; index < row.Length; index++)
        {
            WriteCell(row[index], StyleOf(columns[index]));
        }

        html.Raw("</tr>\n");
    }

    private void WriteCell(Cell cell, string style)
    {
        switch (cell)
        {
            case Cell.Number { Figure: var figure }:
                html.Raw($"<td{style} data-value=\"{figure.SortText}\">")
                    .Words(figure.NumberText);
                break;
            case Cell.Badge badge:
                html.Raw("<td>");
                WriteBadge(speaker, html, badge);
                break;
            case Cell.Lines lines:
                html.Raw("<td class=\"lines\">");
                WriteLines(lines);
                break;
            case Cell.Words words:
                html.Raw($"<td{style}>").Words(speaker.Say(words.Text));
                break;
        }

        html.Raw("</td>");
    }

    private void WriteLines(Cell.Lines lines)
    {
        if (lines.Texts.IsEmpty)
        {
            html.Words("–");
            return;
        }

        html.Raw("<ul>");
        foreach (Text line in lines.Texts)
        {
            html.Element("li", speaker.Say(line));
        }

        html.Raw("</ul>");
    }

    /// <summary>Writes a word in a colored field.</summary>
    public static void WriteBadge(Speaker speaker, Markup html, Cell.Badge badge)
    {
        string name = JsonNamingPolicy.KebabCaseLower.ConvertName(badge.Name);
        html.Raw($"<span class=\"badge {badge.Family} {name}\">")
            .Words(speaker.Say(Text.Key($"{badge.Family}.{name}")))
            .Raw("</span>");
    }
}
