namespace Dtao.Numerics;

/// <summary>Logarithms and powers as upstream's fixed-point library computes them.</summary>
/// <remarks>
/// Its constants have 23 fraction bits and its series no range reduction; both show in the last
/// digits and beyond. Source: docs/spec/numerics.md#transcendental; vectors: vectors/fixed.json.gz.
/// </remarks>
public static class Transcendental
{
    private const int SeriesLength32 = 31;
    private const long E32 = 11_674_931_200;
    private const long BinaryLogarithmOfE32 = 6_196_327_936;

    /// <summary>The power of e by 31 terms of its series.</summary>
    /// <returns>False when a term or the sum does not fit.</returns>
    public static bool TryExponential(I32F32 exponent, out I32F32 power)
    {
        power = I32F32.One;
        if (exponent == I32F32.Zero) return true;
        if (exponent == I32F32.One)
        {
            power = I32F32.FromBits(E32);
            return true;
        }

        bool isNegative = exponent < I32F32.Zero;
        long x = isNegative ? unchecked(-exponent.Bits) : exponent.Bits;
        if (x < 0) return false;
        Int128 sum = (Int128)x + I32F32.One.Bits;
        Int128 term = x;
        for (int index = 2; index <= SeriesLength32; index++)
        {
            term = term * x >> I32F32.FractionBits;
            if (term > long.MaxValue) return false;
            term /= index;
            sum += term;
            if (sum > long.MaxValue) return false;
        }

        power = I32F32.FromBits((long)sum);
        return !isNegative || I32F32.One.TryDivide(power, out power);
    }

    /// <summary>The natural logarithm: the binary one over a rounded constant.</summary>
    /// <returns>False when the value is not positive.</returns>
    /// <exception cref="OverflowException">
    /// The inverse of the value does not fit (raw 1, 2).
    /// </exception>
    public static bool TryLogarithm(I32F32 value, out I32F32 logarithm)
    {
        logarithm = I32F32.Zero;
        if (value <= I32F32.Zero) return false;
        long binary = value < I32F32.One
            ? -BinaryLogarithmFromOne((I32F32.One / value).Bits)
            : BinaryLogarithmFromOne(value.Bits);
        Int128 quotient = ((Int128)binary << I32F32.FractionBits) / BinaryLogarithmOfE32;
        logarithm = I32F32.FromBits(unchecked((long)quotient));
        return true;
    }

    private static long BinaryLogarithmFromOne(long x)
    {
        const long Two = 2L << I32F32.FractionBits;
        long result = 0;
        while (x >= Two)
        {
            result++;
            x = HalfUp(x);
        }

        if (x == I32F32.One.Bits) return result << I32F32.FractionBits;
        for (int bit = 0; bit < I32F32.FractionBits; bit++)
        {
            x = (long)((Int128)x * x >> I32F32.FractionBits);
            result <<= 1;
            if (x < Two) continue;
            result |= 1;
            x = HalfUp(x);
        }

        return result;
    }

    private static long HalfUp(long x) => (x >> 1) + (x & 1);
}
