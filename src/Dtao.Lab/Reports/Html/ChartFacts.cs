using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dtao.Lab.Reports.Model;

namespace Dtao.Lab.Reports.Html;

/// <summary>What the charts of a page show, as JSON that cannot end a script.</summary>
/// <remarks>
/// Values are rounded for the eye; equal lists and units are written once.
/// </remarks>
/// <param name="speaker">Says the words.</param>
internal sealed class ChartFacts(Speaker speaker)
{
    /// <summary>Signs that could end a script are escaped, and no others.</summary>
    public static readonly JsonWriterOptions Layout = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly List<(string Id, Chart Chart)> _charts = [];
    private readonly List<(string Id, IReadOnlyList<string> Places, Choice Choice)> _choices = [];
    private readonly List<string> _lists = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<Unit> _units = [];

    /// <summary>Takes a chart.</summary>
    /// <param name="id">The element that it is drawn in.</param>
    /// <param name="chart">The chart.</param>
    public void Add(string id, Chart chart) => _charts.Add((id, chart));

    /// <summary>Takes charts to choose from.</summary>
    /// <param name="id">The element that chooses.</param>
    /// <param name="places">The elements that the charts of an option are drawn in.</param>
    /// <param name="choice">The options.</param>
    public void Add(string id, IReadOnlyList<string> places, Choice choice)
    {
        if (choice.Options.Any(option => option.Charts.Length != places.Count))
        {
            throw new InvalidOperationException("all options of a choice have as many charts");
        }

        _choices.Add((id, places, choice));
    }

    /// <summary>The facts as JSON.</summary>
    public string ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Layout))
        {
            writer.WriteStartObject();
            WriteWords(writer);
            writer.WriteStartObject("charts");
            ChartJson charts = new(writer, speaker, this);
            foreach ((string id, Chart chart) in _charts)
            {
                writer.WritePropertyName(id);
                charts.Write(chart);
            }

            writer.WriteEndObject();
            WriteChoices(writer, charts);
            WriteUnits(writer);
            writer.WriteStartArray("lists");
            foreach (string list in _lists)
            {
                writer.WriteRawValue(list);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The number under which a unit is found.</summary>
    public int NumberOf(Unit unit)
    {
        if (!_units.Contains(unit)) _units.Add(unit);
        return _units.IndexOf(unit);
    }

    /// <summary>The number under which a list of values is found.</summary>
    /// <param name="values">The values.</param>
    /// <param name="digits">Digits that are kept.</param>
    public int NumberOf(ImmutableArray<double> values, int digits)
    {
        string format = "G" + digits.ToString(CultureInfo.InvariantCulture);
        return NumberOf(
            $"[{string.Join(',', values.Select(value => NumberText(value, format)))}]");
    }

    /// <summary>The number under which a list is found.</summary>
    /// <param name="text">The list as JSON.</param>
    public int NumberOf(string text)
    {
        if (!_places.TryGetValue(text, out int place))
        {
            place = _lists.Count;
            _places.Add(text, place);
            _lists.Add(text);
        }

        return place;
    }

    private static string NumberText(double value, string format) => double.IsFinite(value)
        ? value.ToString(format, CultureInfo.InvariantCulture)
        : "null";

    private void WriteWords(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("words");
        foreach ((string name, string text) in speaker.WordsUnder("page."))
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private void WriteChoices(Utf8JsonWriter writer, ChartJson charts)
    {
        writer.WriteStartArray("choices");
        foreach ((string id, IReadOnlyList<string> places, Choice choice) in _choices)
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteStartArray("places");
            foreach (string place in places)
            {
                writer.WriteStringValue(place);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("options");
            foreach (ChoiceOption option in choice.Options)
            {
                writer.WriteStartArray();
                foreach (Chart chart in option.Charts)
                {
                    charts.Write(chart);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteUnits(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("units");
        foreach (Unit unit in _units)
        {
            writer.WriteStartObject();
            writer.WriteString("symbol", speaker.Say(unit.Symbol));
            writer.WriteNumber("decimals", unit.Decimals);
            writer.WriteNumber("scale", unit.Scale);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
