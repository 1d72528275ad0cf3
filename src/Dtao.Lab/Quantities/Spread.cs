using System.Globalization;
using Dtao.Lab.Networks;
using Dtao.Numerics;

namespace Dtao.Lab.Quantities;

/// <summary>
/// A value with a unit, or an even spread of values of which each agent draws one.
/// </summary>
/// <param name="Low">The least value, in the dimension's own unit.</param>
/// <param name="High">The largest value; equal to the least when there is no spread.</param>
/// <param name="Text">As it was written, unit included.</param>
public readonly record struct Spread(decimal Low, decimal High, string Text)
{
    private const decimal RaoInOne = 1_000_000_000;
    private const double Steps = 1UL << 53;

    /// <summary>So much of any unit that every amount and time that is made of it fits.</summary>
    private const decimal Largest = 1_000_000_000_000_000;

    /// <summary>Reads for example <c>4 TAO</c>, <c>1 .. 6 %/day</c> or <c>20 minutes</c>.</summary>
    /// <param name="text">Number, or two numbers with dots between, and the unit.</param>
    /// <param name="dimension">What the value measures.</param>
    /// <exception cref="FormatException">No such value; the message says what is wrong.</exception>
    public static Spread Parse(string text, Dimension dimension)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is not (2 or 4) || (words.Length == 4 && words[1] != ".."))
        {
            throw new FormatException(
                $"'{text}' is no value with a unit; write for example '{ExampleOf(dimension)}'");
        }

        Unit unit = Unit.Find(words[^1]) ?? throw new FormatException(
            $"'{text}' has no known unit; units here are {Unit.ListOf(dimension)}");
        if (unit.Dimension != dimension)
        {
            throw new FormatException(
                $"'{text}' has the wrong unit; units here are {Unit.ListOf(dimension)}");
        }

        decimal low = NumberOf(words[0], text, unit) * unit.Scale;
        decimal high = words.Length == 2 ? low : NumberOf(words[2], text, unit) * unit.Scale;
        if (high < low) throw new FormatException($"'{text}' ends below its beginning");
        return new(low, high, text);
    }

    /// <summary>Reads a value that is no spread.</summary>
    /// <exception cref="FormatException">No such value, or two of them.</exception>
    public static decimal ParseOne(string text, Dimension dimension)
    {
        Spread value = Parse(text, dimension);
        return value.Low == value.High ? value.Low : throw new FormatException(
            $"'{text}' is a spread; give one value, for example '{ExampleOf(dimension)}'");
    }

    /// <summary>One value, drawn evenly.</summary>
    public double Draw(SeededRandom random)
    {
        if (Low == High) return (double)Low;
        double part = (random.Next() >> 11) / Steps;
        return (double)Low + ((double)(High - Low) * part);
    }

    /// <summary>An amount of TAO, drawn evenly.</summary>
    public Tao DrawTao(SeededRandom random) =>
        Tao.FromRao((ulong)((decimal)Draw(random) * RaoInOne));

    /// <summary>A number of blocks, drawn evenly; at least one.</summary>
    public ulong DrawBlocks(SeededRandom random) => Math.Max(1, (ulong)Draw(random));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static decimal NumberOf(string word, string text, Unit unit)
    {
        if (!decimal.TryParse(
            word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
        {
            string hint = word.Contains("..", StringComparison.Ordinal)
                ? $"; write a spread as '{text.Replace("..", " .. ", StringComparison.Ordinal)}'"
                : string.Empty;
            throw new FormatException($"'{word}' in '{text}' is no number{hint}");
        }

        if (number > Largest)
        {
            throw new FormatException($"'{word}' in '{text}' is more than {Largest}");
        }

        return !unit.IsWhole || number == decimal.Truncate(number)
            ? number
            : throw new FormatException($"'{text}' is no whole number of {unit.Text}");
    }

    private static string ExampleOf(Dimension dimension) =>
        $"1 {Unit.All.First(unit => unit.Dimension == dimension).Text}";
}
