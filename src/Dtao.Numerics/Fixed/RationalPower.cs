using System.Numerics;

namespace Dtao.Numerics;

/// <summary>Powers of fractions with fractional exponents, exact to the last unit.</summary>
/// <remarks>
/// Computed with 256 fraction bits. A result closer than 2^-64 below a whole number is that
/// number: only an exact power can be so close by more than chance.
/// Source: docs/spec/rules.md#weighted-pool; vectors: vectors/rules (pool-balancer).
/// </remarks>
public static class RationalPower
{
    private const int Bits = 256;
    private const int Halvings = 8;
    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger Nudge = BigInteger.One << (Bits - 64);
    private static readonly BigInteger LogarithmOfTwo = AreaTangent(1, 3) << 1;

    /// <summary>The floor of a whole number times a power of a fraction.</summary>
    /// <param name="scale">The whole number; not negative.</param>
    /// <param name="numerator">Of the fraction; not negative.</param>
    /// <param name="denominator">Of the fraction; positive.</param>
    /// <param name="exponentNumerator">Of the exponent.</param>
    /// <param name="exponentDenominator">Of the exponent; positive.</param>
    public static BigInteger ScaledFloor(
        BigInteger scale, BigInteger numerator, BigInteger denominator,
        ulong exponentNumerator, ulong exponentDenominator)
    {
        if (numerator.IsZero) return exponentNumerator == 0 ? scale : BigInteger.Zero;
        if (numerator == denominator) return scale;
        if (exponentNumerator == exponentDenominator) return scale * numerator / denominator;
        BigInteger exponent = Logarithm(numerator, denominator)
            * exponentNumerator / exponentDenominator;
        return ScaledExponential(scale, exponent);
    }

    private static BigInteger Logarithm(BigInteger numerator, BigInteger denominator)
    {
        // Both are brought to the same length, so that the series converges quickly.
        long shift = numerator.GetBitLength() - denominator.GetBitLength();
        if (shift > 0) denominator <<= (int)shift;
        else numerator <<= (int)-shift;
        BigInteger rest = AreaTangent(numerator - denominator, numerator + denominator) << 1;
        return rest + (shift * LogarithmOfTwo);
    }

    private static BigInteger AreaTangent(BigInteger numerator, BigInteger denominator)
    {
        BigInteger power = (numerator << Bits) / denominator;
        BigInteger square = power * power >> Bits;
        BigInteger sum = BigInteger.Zero;
        for (int index = 1; !power.IsZero && power != BigInteger.MinusOne; index += 2)
        {
            sum += power / index;
            power = power * square >> Bits;
        }

        return sum;
    }

    private static BigInteger ScaledExponential(BigInteger scale, BigInteger exponent)
    {
        int doublings = (int)((exponent + (LogarithmOfTwo >> 1)) / LogarithmOfTwo);
        BigInteger rest = (exponent - (doublings * LogarithmOfTwo)) >> Halvings;
        BigInteger sum = One;
        BigInteger term = One;
        for (int index = 1; !term.IsZero && term != BigInteger.MinusOne; index++)
        {
            term = (term * rest >> Bits) / index;
            sum += term;
        }

        for (int count = 0; count < Halvings; count++)
        {
            sum = sum * sum >> Bits;
        }

        BigInteger product = scale * sum;
        if (doublings >= 0) product <<= doublings;
        else product >>= -doublings;
        return (product + Nudge) >> Bits;
    }
}
