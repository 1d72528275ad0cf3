namespace Dtao.Lab.Quantities;

/// <summary>A value that a scenario may set, and that a sweep may vary.</summary>
/// <param name="Name">As it is written in a scenario.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Usual">What holds when the scenario says nothing, unit included.</param>
/// <param name="Range">The values that make sense, unit included.</param>
/// <param name="Help">What it does, in one sentence.</param>
public sealed record Parameter(
    string Name, Dimension Dimension, string Usual, string Range, string Help)
{
    /// <summary>Reads a value and checks it against the range.</summary>
    /// <exception cref="FormatException">No such value, or out of range.</exception>
    public Spread Parse(string text)
    {
        Spread value = Spread.Parse(text, Dimension);
        Spread range = Spread.Parse(Range, Dimension);
        if (value.Low < range.Low || value.High > range.High)
        {
            throw new FormatException($"'{text}' is out of range; {Name} goes from {Range}");
        }

        return value;
    }

    /// <summary>Reads a value that is the same for all.</summary>
    /// <exception cref="FormatException">No such value, a spread, or out of range.</exception>
    public Spread ParseOne(string text)
    {
        Spread value = Parse(text);
        return value.Low == value.High ? value : throw new FormatException(
            $"'{text}' is a spread; {Name} is one value, for example '{Usual}'");
    }
}
