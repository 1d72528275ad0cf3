using System.Globalization;

namespace Dtao.Lab.Measures;

/// <summary>A figure of a run beside what was expected.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Subnet">Subnet that it is about; 0 for the network.</param>
/// <param name="Value">The figure; null when the run cannot tell.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Least">Least expected value; null for no bound.</param>
/// <param name="Most">Largest expected value; null for no bound.</param>
/// <param name="Because">Where the expectation comes from.</param>
public sealed record Finding(
    string Name, ushort Subnet, decimal? Value, string Unit, decimal? Least, decimal? Most,
    string Because)
{
    /// <summary>Group or purpose that it is about; empty for a subnet or the network.</summary>
    public string Named { get; init; } = string.Empty;

    /// <summary>Something was expected.</summary>
    public bool IsExpected => Least is not null || Most is not null;

    /// <summary>The figure is as expected; a figure without expectation always is.</summary>
    public bool Holds => !IsExpected
        || (Value is { } value && (Least ?? value) <= value && value <= (Most ?? value));

    /// <summary>The figure in text with its unit.</summary>
    public string ValueText => Value is { } value ? WithUnit(TextOf(value)) : "not seen";

    /// <summary>What was expected, in text with its unit; empty when nothing was.</summary>
    public string ExpectedText => (Least, Most) switch
    {
        (null, null) => string.Empty,
        ({ } least, null) => $"at least {WithUnit(TextOf(least))}",
        (null, { } most) => $"at most {WithUnit(TextOf(most))}",
        ({ } least, { } most) => WithUnit($"{TextOf(least)} to {TextOf(most)}"),
    };

    private string WithUnit(string number) =>
        Unit == "rank" ? $"{Unit} {number}" : $"{number} {Unit}";

    private string TextOf(decimal value) => Math.Round(value, Math.Abs(value) switch
    {
        >= 100 => 0,
        >= 1 => 2,
        >= 0.01m when Unit == "%" => 2,
        _ => 5,
    }).ToString("#,0.#####", CultureInfo.InvariantCulture);
}
