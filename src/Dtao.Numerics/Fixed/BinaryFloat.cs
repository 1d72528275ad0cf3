using System.Numerics;

namespace Dtao.Numerics;

/// <summary>Fixed-point numbers from and to the bit patterns of IEEE 754 binary numbers.</summary>
/// <remarks>
/// Patterns are integers here; nothing is computed in floating point. Both directions round to
/// the nearest, ties to even. Source: docs/spec/numerics.md#operations;
/// vectors: vectors/fixed.json.gz (from_float, unary).
/// </remarks>
public static class BinaryFloat
{
    private const int Digits64 = 53;
    private const int Digits32 = 24;
    private const int Bias64 = 1_023;
    private const int Bias32 = 127;

    /// <summary>The value of a binary64 pattern, saturating.</summary>
    /// <exception cref="ArithmeticException">The pattern is not a number.</exception>
    public static T SaturatingFromBinary64<T>(ulong pattern)
        where T : struct, IFixedPoint<T> => Decode<T>(
            pattern >> 63 != 0,
            (int)(pattern >> (Digits64 - 1)) & 0x7FF,
            pattern & ((1UL << (Digits64 - 1)) - 1),
            Digits64,
            Bias64);

    /// <summary>The value of a binary32 pattern, saturating.</summary>
    /// <exception cref="ArithmeticException">The pattern is not a number.</exception>
    public static T SaturatingFromBinary32<T>(uint pattern)
        where T : struct, IFixedPoint<T> => Decode<T>(
            pattern >> 31 != 0,
            (int)(pattern >> (Digits32 - 1)) & 0xFF,
            pattern & ((1U << (Digits32 - 1)) - 1),
            Digits32,
            Bias32);

    /// <summary>The pattern of the nearest binary64 number.</summary>
    public static ulong ToBinary64<T>(T value)
        where T : struct, IFixedPoint<T>
    {
        ulong pattern = Encode(value, Digits64, Bias64);
        return value.RawBits.Sign < 0 ? pattern | (1UL << 63) : pattern;
    }

    /// <summary>The pattern of the nearest binary32 number.</summary>
    public static uint ToBinary32<T>(T value)
        where T : struct, IFixedPoint<T>
    {
        uint pattern = (uint)Encode(value, Digits32, Bias32);
        return value.RawBits.Sign < 0 ? pattern | (1U << 31) : pattern;
    }

    private static T Decode<T>(
        bool isNegative, int exponent, ulong fraction, int digits, int bias)
        where T : struct, IFixedPoint<T>
    {
        if (exponent > 2 * bias)
        {
            if (fraction != 0) throw new ArithmeticException("not a number");
            return isNegative ? T.MinValue : T.MaxValue;
        }

        // Without the leading one below the smallest normal number.
        BigInteger mantissa = exponent == 0 ? fraction : fraction | (1UL << (digits - 1));
        int shift = Math.Max(exponent, 1) - bias - (digits - 1) + T.FractionBitCount;
        BigInteger magnitude = shift >= 0 ? mantissa << shift : RoundShift(mantissa, -shift);
        return FixedOperations.Saturate<T>(isNegative ? -magnitude : magnitude);
    }

    private static ulong Encode<T>(T value, int digits, int bias)
        where T : struct, IFixedPoint<T>
    {
        BigInteger magnitude = BigInteger.Abs(value.RawBits);
        if (magnitude.IsZero) return 0;
        int length = (int)magnitude.GetBitLength();
        int excess = length - digits;
        BigInteger mantissa = excess > 0 ? RoundShift(magnitude, excess) : magnitude << -excess;

        // Rounding up to the next power of two carries into the exponent by itself.
        ulong exponent = (ulong)(length - 1 - T.FractionBitCount + bias);
        return ((exponent - 1) << (digits - 1)) + (ulong)mantissa;
    }

    private static BigInteger RoundShift(BigInteger value, int shift)
    {
        BigInteger kept = value >> shift;
        BigInteger twice = (value - (kept << shift)) << 1;
        int comparison = twice.CompareTo(BigInteger.One << shift);
        return comparison > 0 || (comparison == 0 && !kept.IsEven) ? kept + 1 : kept;
    }
}
