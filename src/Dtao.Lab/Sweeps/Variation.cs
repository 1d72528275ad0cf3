using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dtao.Lab.Plans;

namespace Dtao.Lab.Sweeps;

/// <summary>One value of a scenario that a sweep varies.</summary>
/// <remarks>Source: docs/lab/sweeps.md#variations.</remarks>
public sealed partial class Variation
{
    private const string Times = "times";
    private const int MostSteps = 10_000;

    /// <summary>So much that what it multiplies can still be written.</summary>
    private const decimal Largest = 1_000_000_000_000;

    private readonly ImmutableArray<string> _choices;
    private readonly decimal _low;
    private readonly decimal _high;
    private readonly string? _basis;

    private Variation(string path, string text, ImmutableArray<string> choices)
    {
        Path = path;
        Text = text;
        Unit = string.Empty;
        Levels = choices.Length;
        _choices = choices;
    }

    private Variation(
        string path, string text, (decimal Low, decimal High, string Unit) range, int? steps,
        string? basis)
    {
        Path = path;
        Text = text;
        Unit = range.Unit;
        _choices = [];
        _low = range.Low;
        _high = range.High;
        _basis = basis;
        Levels = steps ?? (IsWhole ? (int)Math.Min(MostSteps, _high - _low + 1) : null);
    }

    /// <summary>Path of the value, as a change names it.</summary>
    public string Path { get; }

    /// <summary>What was asked for.</summary>
    public string Text { get; }

    /// <summary>Unit of the values; empty for words.</summary>
    public string Unit { get; }

    /// <summary>Number of different values; null for any value of the range.</summary>
    public int? Levels { get; }

    /// <summary>Path and unit, for the head of a column.</summary>
    public string Heading => Unit.Length == 0 ? Path : $"{Path} [{Unit}]";

    /// <summary>The values are words, so that they have an order but no distance.</summary>
    public bool IsChoice => _choices.Length > 0;

    private bool IsWhole => Quantities.Unit.Find(Unit) is { IsWhole: true };

    /// <summary>
    /// Reads <c>PATH=LOW..HIGH UNIT in N steps</c>, <c>PATH=LOW..HIGH times</c> or
    /// <c>PATH=ONE | TWO</c>.
    /// </summary>
    /// <param name="text">What was asked for.</param>
    /// <param name="plan">The scenario, for what <c>times</c> multiplies.</param>
    /// <exception cref="FormatException">It is no variation.</exception>
    public static Variation Parse(string text, Plan plan)
    {
        string[] sides = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (sides.Length != 2 || sides[0].Length == 0 || sides[1].Length == 0)
        {
            throw Wrong(text, "is no variation");
        }

        if (sides[1].Contains('|', StringComparison.Ordinal))
        {
            string[] choices = sides[1].Split('|', StringSplitOptions.TrimEntries);
            return choices.All(static one => one.Length > 0)
                && choices.Distinct(StringComparer.Ordinal).Count() == choices.Length
                ? new(sides[0], text, [.. choices])
                : throw Wrong(text, "has an empty or repeated choice");
        }

        Match match = RangeForm().Match(sides[1]);
        if (!match.Success) throw Wrong(text, "is no range");
        decimal low = NumberOf(match.Groups["low"].Value, text);
        decimal high = NumberOf(match.Groups["high"].Value, text);
        string unit = match.Groups["unit"].Value;
        if (high <= low) throw new FormatException($"'{text}' does not end above its beginning");
        int? steps = match.Groups["steps"] is { Success: true } given
            ? StepsOf(given.Value, text)
            : null;
        string? basis = unit == Times ? BasisOf(sides[0], text, plan) : null;
        Variation variation = new(sides[0], text, (low, high, unit), steps, basis);
        return variation.IsWhole && steps > high - low + 1
            ? throw new FormatException($"'{text}' has less than {steps} whole values")
            : variation;
    }

    /// <summary>The change that puts the value at a position from 0 to 1.</summary>
    public Change At(double position) => new(Path, ValueAt(position));

    /// <summary>The value without its unit, as a column shows it.</summary>
    public string CellAt(double position) =>
        IsChoice ? ValueAt(position) : TextOf(NumberAt(position));

    /// <summary>The value as a number; for words, the number of the word from 0.</summary>
    public double AmountAt(double position) =>
        IsChoice ? PlaceOf(position) : (double)NumberAt(position);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private string ValueAt(double position)
    {
        if (IsChoice) return _choices[PlaceOf(position)];
        decimal number = NumberAt(position);
        if (_basis is null) return $"{TextOf(number)} {Unit}";
        string[] words = _basis.Split(' ');
        bool isWhole = Quantities.Unit.Find(words[^1]) is { IsWhole: true };
        return string.Join(' ', words.Select(word => decimal.TryParse(
            word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal one)
                ? TextOf(decimal.Round(one * number, isWhole ? 0 : 9))
                : word));
    }

    private int PlaceOf(double position) => (int)((position * (_choices.Length - 1)) + 0.5);

    /// <summary>To six digits of the range, so that values can be read.</summary>
    private decimal NumberAt(double position)
    {
        decimal value = _low + ((_high - _low) * (decimal)position);
        return IsWhole
            ? decimal.Round(value, MidpointRounding.AwayFromZero)
            : decimal.Round(value, DecimalsOf(_high - _low));
    }

    private static int DecimalsOf(decimal width)
    {
        int decimals = 6;
        for (decimal rest = width; rest < 1 && decimals < 15; rest *= 10) decimals++;
        return decimals;
    }

    private static string BasisOf(string path, string text, Plan plan)
    {
        string[] steps = path.Split('.');
        GroupPlan? group = steps.Length == 2
            ? plan.Groups.FirstOrDefault(one => one.Name == steps[0])
            : null;
        if (group is { Count: > 0 } && steps[1] == "count") return $"{group.Count} agents";
        string? basis = group?.Settings.All
            .Where(one => one.Parameter.Name == steps[1])
            .Select(static one => one.Value.Text)
            .FirstOrDefault();
        return basis ?? throw new FormatException(
            $"'{text}' multiplies nothing: '{path}' is no setting of a group of agents");
    }

    private static int StepsOf(string digits, string text) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int steps)
            && steps is >= 2 and <= MostSteps
            ? steps
            : throw new FormatException($"'{text}' has no 2 to {MostSteps} steps");

    private static decimal NumberOf(string word, string text) => decimal.TryParse(
        word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
        && number <= Largest
            ? number
            : throw new FormatException($"'{word}' in '{text}' is no number up to {Largest}");

    private static string TextOf(decimal number) =>
        number.ToString("0.###############", CultureInfo.InvariantCulture);

    private static FormatException Wrong(string text, string problem) => new(
        $"'{text}' {problem}; write for example 'holders.capital=1..9 TAO in 5 steps', "
        + "'holders.capital=0.5..2 times in 4 steps' or 'order=random | sandwich'");

    [GeneratedRegex(
        @"^(?<low>[0-9.]*[0-9])\s*\.\.\s*(?<high>[0-9][0-9.]*)\s+(?<unit>[^\s\d]\S*)"
        + @"(\s+in\s+(?<steps>\S+)\s+steps)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex RangeForm();
}
