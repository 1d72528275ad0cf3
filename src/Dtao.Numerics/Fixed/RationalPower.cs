using System.Numerics;

namespace Dtao.Numerics;

/// <summary>Powers of fractions with fractional exponents, exact to the last unit.</summary>
/// <remarks>
/// Computed with 128 fraction bits, and where that leaves a doubt about the floor with 256. A
/// result that is then closer than 2^-64 below a whole number is that number: only an exact
/// power can be so close by more than chance.
/// Source: docs/spec/rules.md#weighted-pool; vectors: vectors/rules (pool-balancer).
/// </remarks>
public static class RationalPower
{
    private const int FewBits = 128;
    private const int ManyBits = 256;
    private const int DoubtBits = 40;
    private const int Halvings = 8;
    private static readonly BigInteger ShortLogarithmOfTwo = AreaTangent(1, 3, FewBits) << 1;
    private static readonly BigInteger LongLogarithmOfTwo = AreaTangent(1, 3, ManyBits) << 1;

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
        BigInteger few = Scaled(FewBits);
        BigInteger fraction = few & ((BigInteger.One << FewBits) - 1);
        BigInteger doubt = BigInteger.One << (FewBits - DoubtBits);
        bool isCertain = (few >> FewBits).GetBitLength() <= 64
            && fraction > doubt
            && fraction < (BigInteger.One << FewBits) - doubt;
        return isCertain
            ? few >> FewBits
            : (Scaled(ManyBits) + (BigInteger.One << (ManyBits - 64))) >> ManyBits;

        BigInteger Scaled(int bits) => scale * Exponential(
            Logarithm(numerator, denominator, bits) * exponentNumerator / exponentDenominator,
            bits);
    }

    private static BigInteger LogarithmOfTwo(int bits) =>
        bits == FewBits ? ShortLogarithmOfTwo : LongLogarithmOfTwo;

    private static BigInteger Logarithm(BigInteger numerator, BigInteger denominator, int bits)
    {
        // Both are brought to the same length, so that the series converges quickly.
        long shift = numerator.GetBitLength() - denominator.GetBitLength();
        if (shift > 0) denominator <<= (int)shift;
        else numerator <<= (int)-shift;
        BigInteger rest = AreaTangent(
            numerator - denominator, numerator + denominator, bits) << 1;
        return rest + (shift * LogarithmOfTwo(bits));
    }

    private static BigInteger AreaTangent(BigInteger numerator, BigInteger denominator, int bits)
    {
        BigInteger power = (numerator << bits) / denominator;
        BigInteger square = power * power >> bits;
        BigInteger sum = BigInteger.Zero;
        for (int index = 1; !power.IsZero && power != BigInteger.MinusOne; index += 2)
        {
            sum += power / index;
            power = power * square >> bits;
        }

        return sum;
    }

    private static BigInteger Exponential(BigInteger exponent, int bits)
    {
        BigInteger two = LogarithmOfTwo(bits);
        int doublings = (int)((exponent + (two >> 1)) / two);
        BigInteger rest = (exponent - (doublings * two)) >> Halvings;
        BigInteger sum = BigInteger.One << bits;
        BigInteger term = sum;
        for (int index = 1; !term.IsZero && term != BigInteger.MinusOne; index++)
        {
            term = (term * rest >> bits) / index;
            sum += term;
        }

        for (int count = 0; count < Halvings; count++)
        {
            sum = sum * sum >> bits;
        }

        return doublings >= 0 ? sum << doublings : sum >> -doublings;
    }
}
