using System.Globalization;
using Dtao.Numerics;

namespace Dtao.Lab.Datasets;

/// <summary>Prices as decimal text.</summary>
public static class PriceText
{
    /// <summary>No price is this high. Unit: TAO per alpha.</summary>
    public const int Cap = 1_000_000;

    private const decimal One = 4_294_967_296m;

    /// <summary>
    /// Reads a price in TAO per alpha: the nearest one with 32 fraction bits.
    /// </summary>
    /// <returns>False for what is no number, negative, or as high as the cap.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Price price)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        price = Price.Zero;
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal value))
        {
            return false;
        }

        if (value is < 0 or >= Cap) return false;
        price = Price.FromValue(I96F32.FromBits(
            (long)decimal.Round(value * One, MidpointRounding.ToEven)));
        return true;
    }

    /// <summary>Reads a price that is known to be one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Price Parse(string text) => TryParse(text, out Price price)
        ? price
        : throw new FormatException($"'{text}' is no price");
}
