using System.Globalization;
using System.Numerics;

namespace Dtao.Numerics;

/// <summary>Decimal text of fixed-point numbers.</summary>
internal static class FixedText
{
    /// <summary>The shortest decimal text that leads back to the same raw form.</summary>
    public static string Of(BigInteger bits, int fractionBits)
    {
        BigInteger magnitude = BigInteger.Abs(bits);
        BigInteger whole = magnitude >> fractionBits;
        BigInteger mask = (BigInteger.One << fractionBits) - 1;
        BigInteger fraction = magnitude & mask;
        string sign = bits.Sign < 0 ? "-" : string.Empty;
        if (fraction.IsZero) return sign + whole.ToString(CultureInfo.InvariantCulture);

        int digits = ((fractionBits * 30_103) + 99_999) / 100_000;
        BigInteger scale = BigInteger.Pow(10, digits);
        BigInteger scaled = ((fraction * scale) + (BigInteger.One << (fractionBits - 1)))
            >> fractionBits;
        if (scaled == scale)
        {
            return sign + (whole + 1).ToString(CultureInfo.InvariantCulture);
        }

        string text = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        return $"{sign}{whole.ToString(CultureInfo.InvariantCulture)}.{text.TrimEnd('0')}";
    }
}
