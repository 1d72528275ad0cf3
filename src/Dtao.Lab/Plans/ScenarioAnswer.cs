using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dtao.Lab.Plans;

/// <summary>The answer of a scenario in one sentence, for when all expectations come out.</summary>
/// <param name="Sentence">The sentence; <c>{0}</c>, <c>{1}</c> … stand for what was found.</param>
/// <param name="Places">For each of them the place of its measure among the scenario's.</param>
public sealed partial record ScenarioAnswer(string Sentence, ImmutableArray<int> Places)
{
    /// <summary>Reads for example <c>It climbs to {best-rank 28}.</c></summary>
    /// <param name="text">The text.</param>
    /// <param name="measures">What the scenario measures.</param>
    /// <exception cref="FormatException">It names what is not measured.</exception>
    public static ScenarioAnswer Parse(string text, ImmutableArray<MeasurePlan> measures)
    {
        List<int> places = [];
        string sentence = Measured().Replace(text, match =>
        {
            int place = PlaceOf(match.Groups[1].Value, measures);
            if (!places.Contains(place)) places.Add(place);
            return string.Create(
                CultureInfo.InvariantCulture, $"{{{places.IndexOf(place)}}}");
        });
        return new(sentence, [.. places]);
    }

    private static int PlaceOf(string title, ImmutableArray<MeasurePlan> measures)
    {
        for (int place = 0; place < measures.Length; place++)
        {
            if (measures[place].Title == title) return place;
        }

        throw new FormatException(
            $"the answer tells '{title}', which is not measured; measured are "
                + string.Join(", ", measures.Select(static measure => measure.Title)));
    }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Measured();
}
