using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Html;

/// <summary>Writes one chart after the other as JSON.</summary>
/// <param name="writer">Receives them.</param>
/// <param name="speaker">Says the words.</param>
/// <param name="facts">Keeps the lists and units.</param>
internal sealed class ChartJson(Utf8JsonWriter writer, Speaker speaker, ChartFacts facts)
{
    private const int DigitsOfPlaces = 15;

    private int _digits;

    /// <summary>Writes a chart.</summary>
    public void Write(Chart chart)
    {
        _digits = chart.Digits;
        writer.WriteStartObject();
        WriteText("title", chart.Title);
        switch (chart)
        {
            case Plot plot:
                WritePlot(plot);
                break;
            case BarChart bars:
                WriteBars(bars);
                break;
            case HeatMap map:
                WriteMap(map);
                break;
            default:
                throw new InvalidOperationException($"{chart.GetType()} cannot be drawn");
        }

        writer.WriteEndObject();
    }

    private static string NameOf<TName>(TName name)
        where TName : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(name.ToString());

    private void WritePlot(Plot plot)
    {
        writer.WriteString("kind", "plot");
        writer.WritePropertyName("x");
        WriteAxis(plot.X);
        writer.WriteStartArray("y");
        foreach (Axis axis in plot.Y)
        {
            WriteAxis(axis);
        }

        writer.WriteEndArray();
        WriteList("places", plot.Places, DigitsOfPlaces);
        writer.WriteStartArray("series");
        foreach (Series series in plot.Series)
        {
            ImmutableArray<double> places =
                series.Places.IsEmpty ? plot.Places : series.Places;
            WriteSeries(series, places.Length);
        }

        writer.WriteEndArray();
        WriteMarks(plot.Marks);
        WriteTargets(plot.Targets);
    }

    private void WriteBars(BarChart bars)
    {
        writer.WriteString("kind", "bars");
        WriteText("category", bars.CategoryName);
        WriteTexts("categories", bars.Categories);
        writer.WritePropertyName("value");
        WriteAxis(bars.Value);
        writer.WriteBoolean("horizontal", bars.IsHorizontal);
        writer.WriteBoolean("stacked", bars.IsStacked);
        writer.WriteStartArray("series");
        foreach (Series series in bars.Series)
        {
            WriteSeries(series, bars.Categories.Length);
        }

        writer.WriteEndArray();
    }

    private void WriteMap(HeatMap map)
    {
        Check(map.Title, map.Values.Length, map.Columns.Length * map.Rows.Length);
        writer.WriteString("kind", "heat");
        WriteText("xName", map.XName);
        WriteText("yName", map.YName);
        WriteTexts("columns", map.Columns);
        WriteTexts("rows", map.Rows);
        WriteText("valueName", map.ValueName);
        writer.WriteNumber("unit", facts.NumberOf(map.Unit));
        WriteList("values", map.Values, _digits);
    }

    private void WriteAxis(Axis axis)
    {
        writer.WriteStartObject();
        WriteText("name", axis.Name);
        writer.WriteNumber("unit", facts.NumberOf(axis.Unit));
        writer.WriteString("scale", NameOf(axis.Scale));
        if (axis.IsSwitchable) writer.WriteBoolean("switchable", true);
        if (axis.IsReversed) writer.WriteBoolean("reversed", true);
        if (axis.From is { } from) writer.WriteNumber("from", from);
        if (axis.To is { } to) writer.WriteNumber("to", to);
        writer.WriteEndObject();
    }

    private void WriteSeries(Series series, int places)
    {
        Check(series.Name, series.Values.Length, places);
        writer.WriteStartObject();
        WriteText("name", series.Name);
        WriteList("values", series.Values, _digits);
        if (!series.Places.IsEmpty) WriteList("places", series.Places, DigitsOfPlaces);
        if (!series.Lower.IsEmpty)
        {
            Check(series.Name, series.Lower.Length, places);
            Check(series.Name, series.Upper.Length, places);
            WriteList("lower", series.Lower, _digits);
            WriteList("upper", series.Upper, _digits);
        }

        if (!series.Labels.IsEmpty) WriteTexts("labels", series.Labels);
        writer.WriteString("kind", NameOf(series.Kind));
        writer.WriteString("tone", NameOf(series.Tone));
        if (series.IsReference) writer.WriteBoolean("reference", true);
        if (series.StartsHidden) writer.WriteBoolean("hidden", true);
        if (series.Axis != 0) writer.WriteNumber("axis", series.Axis);
        writer.WriteEndObject();
    }

    private void Check(Text name, int length, int places)
    {
        if (length == places) return;
        throw new InvalidOperationException(
            $"'{speaker.Say(name)}' has {length} values for {places} places");
    }

    private void WriteMarks(ImmutableArray<EventMark> marks)
    {
        // Many charts have the same marks; they are written once.
        using MemoryStream stream = new();
        using (Utf8JsonWriter list = new(stream, ChartFacts.Layout))
        {
            list.WriteStartArray();
            foreach (EventMark mark in marks)
            {
                list.WriteStartObject();
                list.WriteNumber("place", mark.Place);
                list.WriteString("text", speaker.Say(mark.Text));
                list.WriteEndObject();
            }

            list.WriteEndArray();
        }

        writer.WriteNumber("marks", facts.NumberOf(Encoding.UTF8.GetString(stream.ToArray())));
    }

    private void WriteTargets(ImmutableArray<Target> targets)
    {
        if (targets.IsEmpty) return;
        writer.WriteStartArray("targets");
        foreach (Target target in targets)
        {
            writer.WriteStartObject();
            writer.WriteNumber("place", target.Place);
            writer.WriteNumber("low", target.Low);
            writer.WriteNumber("high", target.High);
            WriteText("text", target.Text);
            writer.WriteString("tone", NameOf(target.Tone));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteList(string name, ImmutableArray<double> values, int digits) =>
        writer.WriteNumber(name, facts.NumberOf(values, digits));

    private void WriteText(string name, Text text) => writer.WriteString(name, speaker.Say(text));

    private void WriteTexts(string name, ImmutableArray<Text> texts)
    {
        writer.WriteStartArray(name);
        foreach (Text text in texts)
        {
            writer.WriteStringValue(speaker.Say(text));
        }

        writer.WriteEndArray();
    }
}
