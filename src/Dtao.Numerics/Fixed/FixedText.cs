using System.Globalization;
using System.Numerics;

namespace Dtao.Numerics;

/// <summary>Decimal text of fixed-point numbers.</summary>
internal static class FixedText
{
    /// <summary>The shortest decimal text less than half a raw unit away.</summary>
    public static string Of(BigInteger bits, int fractionBits)
    {
        BigInteger magnitude = BigInteger.Abs(bits);
        BigInteger fraction = magnitude & ((BigInteger.One << fractionBits) - 1);
        BigInteger half = BigInteger.One << (fractionBits - 1);
        BigInteger scale = BigInteger.One;
        BigInteger shown = BigInteger.Zero;
        int digits = 0;
        for (; digits <= fractionBits; digits++)
        {
            // All with the same denominator, so that the comparison is exact.
            BigInteger exact = fraction * scale;
            shown = (exact + half) >> fractionBits;
            if (BigInteger.Abs((shown << fractionBits) - exact) << 1 < scale) break;
            scale *= 10;
        }

        BigInteger whole = (magnitude >> fractionBits) + (shown / scale);
        string sign = bits.Sign < 0 ? "-" : string.Empty;
        string text = sign + whole.ToString(CultureInfo.InvariantCulture);
        BigInteger behind = shown % scale;
        if (behind.IsZero) return text;
        string tail = behind.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        return $"{text}.{tail}";
    }
}
