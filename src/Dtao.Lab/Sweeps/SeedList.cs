using System.Collections.Immutable;
using System.Globalization;

namespace Dtao.Lab.Sweeps;

/// <summary>Reads the seeds of a sweep, for example <c>1..4</c> or <c>1, 7, 20..29</c>.</summary>
public static class SeedList
{
    private const int Most = 100_000;

    /// <summary>The seeds in the order in which they stand.</summary>
    /// <exception cref="FormatException">They are no seeds, or one comes twice.</exception>
    public static ImmutableArray<ulong> Parse(string text)
    {
        ImmutableArray<ulong>.Builder seeds = ImmutableArray.CreateBuilder<ulong>();
        foreach (string item in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = item.Split("..", StringSplitOptions.TrimEntries);
            ulong first = NumberOf(ends[0], text);
            ulong last = ends.Length == 2 ? NumberOf(ends[1], text) : first;
            if (ends.Length > 2 || last < first || last - first >= Most) throw Wrong(text);
            for (ulong step = 0; step <= last - first; step++) seeds.Add(first + step);
        }

        return seeds.Distinct().Count() == seeds.Count
            ? seeds.ToImmutable()
            : throw new FormatException($"'{text}' names a seed twice");
    }

    private static ulong NumberOf(string word, string text) => ulong.TryParse(
        word, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
            ? number
            : throw Wrong(text);

    private static FormatException Wrong(string text) => new(
        $"'{text}' names no seeds; write for example 1..4 or '1, 7, 20..29', at most {Most}");
}
