using System.Collections.Immutable;
using System.Globalization;
using Dtao.Lab.Measures;

namespace Dtao.Lab.Plans;

/// <summary>Reads the measures of a scenario file.</summary>
internal static class MeasureText
{
    /// <summary>Reads for example <c>best-rank 28</c> with <c>expect: 1 .. 7 rank</c>.</summary>
    public static ImmutableArray<MeasurePlan> Read(YamlPlace root)
    {
        if (root.PlaceOrNull("measures") is not { } measures) return [];
        return
        [
            .. measures.Entries.Select(entry =>
                measures.At(entry.Name, () => Of(entry.Name, measures.PlaceOrNull(entry.Name)!))),
        ];
    }

    private static MeasurePlan Of(string title, YamlPlace place)
    {
        string[] words = title.Split(' ');
        Measure measure = MeasureCatalog.Find(words[0]) ?? throw new FormatException(
            $"unknown measure '{words[0]}'; known are "
                + string.Join(", ", MeasureCatalog.All.Select(static one => one.Name)));
        (ushort subnet, string named) = SubjectOf(title, words, measure);
        (decimal? least, decimal? most) = place.TextOrNull("expect") is { } expected
            ? place.At("expect", () => RangeOf(expected, measure.Unit))
            : (null, null);
        MeasurePlan plan = new(
            measure, subnet, least, most, place.TextOrNull("because") ?? string.Empty)
        {
            Named = named,
        };
        place.Close("expect, because");
        return plan;
    }

    private static (ushort Subnet, string Named) SubjectOf(
        string title, string[] words, Measure measure)
    {
        if (measure.FindNamed is not null)
        {
            return words.Length == 2 ? ((ushort)0, words[1]) : throw new FormatException(
                $"'{title}' names no {measure.Subject.ToString().ToLowerInvariant()}; write for "
                    + $"example '{words[0]} NAME'");
        }

        ushort subnet = 0;
        if (words.Length > 2 || (words.Length == 2 && !ushort.TryParse(
            words[1], NumberStyles.None, CultureInfo.InvariantCulture, out subnet)))
        {
            throw new FormatException(
                $"'{title}' names no measure of a subnet; write for example 'best-rank 28'");
        }

        if (subnet == 0 && !measure.IsOfNetwork)
        {
            throw new FormatException(
                $"'{title}' names no subnet; write for example '{words[0]} 28'");
        }

        return (subnet, string.Empty);
    }

    private static (decimal? Least, decimal? Most) RangeOf(string text, string unit)
    {
        if (!text.EndsWith(' ' + unit, StringComparison.Ordinal))
        {
            throw new FormatException($"'{text}' has the wrong unit; the measure is in {unit}");
        }

        string range = text[..^(unit.Length + 1)];
        if (range.StartsWith("at least ", StringComparison.Ordinal))
        {
            return (NumberOf(range["at least ".Length..], text), null);
        }

        if (range.StartsWith("at most ", StringComparison.Ordinal))
        {
            return (null, NumberOf(range["at most ".Length..], text));
        }

        string[] ends = range.Split(" .. ");
        if (ends.Length != 2)
        {
            throw new FormatException(
                $"'{text}' is no expectation; write 'at least 1 {unit}', 'at most 2 {unit}' or "
                + $"'1 .. 2 {unit}'");
        }

        (decimal least, decimal most) = (NumberOf(ends[0], text), NumberOf(ends[1], text));
        return least <= most
            ? (least, most)
            : throw new FormatException($"'{text}' ends below its beginning");
    }

    private static decimal NumberOf(string word, string text) => decimal.TryParse(
        word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
        CultureInfo.InvariantCulture, out decimal number)
            ? number
            : throw new FormatException($"'{word}' in '{text}' is no number");
}
