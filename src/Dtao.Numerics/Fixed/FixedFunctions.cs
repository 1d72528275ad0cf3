using System.Numerics;

namespace Dtao.Numerics;

/// <summary>Logarithms, powers and roots of every format, as upstream's library has them.</summary>
/// <remarks>
/// <see cref="Transcendental"/> has the two that the epoch needs, for its format and fast.
/// Source: docs/spec/numerics.md#transcendental; vectors: vectors/fixed.json.gz.
/// </remarks>
public static class FixedFunctions
{
    private const int ConstantFractionBits = 23;
    private const int BinaryLogarithmOfE = 12_102_203;
    private const int E = 22_802_600;
    private const int MaximumBisections = 128;

    /// <summary>The logarithm to base 2.</summary>
    /// <returns>False when the value is not positive.</returns>
    /// <exception cref="OverflowException">The inverse of the value does not fit.</exception>
    public static bool TryLogarithm2<T>(T value, out T logarithm)
        where T : struct, IFixedPoint<T>
    {
        logarithm = T.Zero;
        BigInteger bits = value.RawBits;
        if (bits.Sign <= 0) return false;
        if (bits >= T.One.RawBits)
        {
            logarithm = T.FromRawBits(LogarithmFromOne<T>(bits));
            return true;
        }

        if (!T.One.TryDivide(value, out T inverse)) throw new OverflowException();
        logarithm = T.FromRawBits(-LogarithmFromOne<T>(inverse.RawBits));
        return true;
    }

    /// <summary>The natural logarithm: the binary one over a rounded constant.</summary>
    /// <returns>False when the value is not positive.</returns>
    /// <exception cref="OverflowException">The inverse of the value does not fit.</exception>
    public static bool TryLogarithm<T>(T value, out T logarithm)
        where T : struct, IFixedPoint<T> =>
        TryLogarithm2(value, out logarithm)
        && logarithm.TryDivide(Constant<T>(BinaryLogarithmOfE), out logarithm);

    /// <summary>The power of e by its series, up to one term less than there are bits.</summary>
    /// <returns>False when a term or the sum does not fit.</returns>
    public static bool TryExponential<T>(T exponent, out T power)
        where T : struct, IFixedPoint<T>
    {
        power = T.One;
        if (exponent.RawBits.IsZero) return true;
        if (exponent.RawBits == T.One.RawBits)
        {
            power = Constant<T>(E);
            return true;
        }

        bool isNegative = exponent.RawBits.Sign < 0;
        if (!FixedOperations.TryNegate(exponent, out T negative) && isNegative) return false;
        T x = isNegative ? negative : exponent;
        T term = x;
        power = x.WrappingAdd(T.One);
        for (int index = 2; index < T.FractionBitCount; index++)
        {
            T divisor = FixedOperations.SaturatingFromInteger<T>(index);
            if (!term.TryMultiply(x, out term)
                || !term.TryDivide(divisor, out term)
                || !power.TryAdd(term, out power))
            {
                return false;
            }
        }

        return !isNegative || T.One.TryDivide(power, out power);
    }

    /// <summary>The square root by as many Newton steps as there are fraction bits.</summary>
    /// <remarks>Below one it is the inverse of the root of the inverse.</remarks>
    /// <returns>False when the value is negative or an inverse does not fit.</returns>
    public static bool TrySquareRoot<T>(T value, out T root)
        where T : struct, IFixedPoint<T>
    {
        root = value;
        if (value.RawBits.Sign < 0) return false;
        if (value.RawBits.IsZero || value.RawBits == T.One.RawBits) return true;
        bool isInverted = value.RawBits < T.One.RawBits;
        T operand = value;
        if (isInverted && !T.One.TryDivide(value, out operand)) return false;

        T two = FixedOperations.SaturatingFromInteger<T>(2);
        root = operand.SafeDivide(two).WrappingAdd(T.One);
        for (int step = 0; step < T.FractionBitCount; step++)
        {
            root = root.WrappingAdd(operand.SafeDivide(root)).SafeDivide(two);
        }

        return !isInverted || T.One.TryDivide(root, out root);
    }

    /// <summary>A power with a whole exponent by repeated multiplication.</summary>
    /// <remarks>Upstream: the zeroth power of zero is zero.</remarks>
    /// <returns>False when a product or the inverse does not fit.</returns>
    public static bool TryPower<T>(T value, int exponent, out T power)
        where T : struct, IFixedPoint<T>
    {
        power = value;
        if (value.RawBits.IsZero || exponent == 1) return true;
        if (exponent == 0)
        {
            power = T.One;
            return true;
        }

        for (int count = 1; count < Math.Abs((long)exponent); count++)
        {
            if (!power.TryMultiply(value, out power)) return false;
        }

        return exponent > 0 || T.One.TryDivide(power, out power);
    }

    /// <summary>The square root by bisection between zero and the value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="epsilon">Ends when middle and quotient are at most this far apart.</param>
    /// <param name="root">The last middle.</param>
    /// <remarks>Upstream: below one the root lies above the value and is never reached.</remarks>
    /// <returns>False when the value is negative.</returns>
    public static bool TryBisectSquareRoot<T>(T value, T epsilon, out T root)
        where T : struct, IFixedPoint<T>
    {
        root = T.Zero;
        if (value.RawBits.Sign < 0) return false;
        T two = FixedOperations.SaturatingFromInteger<T>(2);
        T low = T.Zero;
        T high = value;
        root = high.SaturatingAdd(low).SafeDivide(two);
        T quotient = value.SafeDivide(root);
        for (int step = 0; step <= MaximumBisections; step++)
        {
            if (Distance(quotient, root).CompareTo(epsilon) <= 0) break;
            if (quotient.CompareTo(root) < 0) high = root;
            else low = root;
            root = high.SaturatingAdd(low).SafeDivide(two);
            quotient = value.SafeDivide(root);
        }

        return true;
    }

    private static T Distance<T>(T left, T right)
        where T : struct, IFixedPoint<T> => left.CompareTo(right) < 0
            ? right.SaturatingSubtract(left)
            : left.SaturatingSubtract(right);

    private static T Constant<T>(int bits)
        where T : struct, IFixedPoint<T>
    {
        int shift = T.FractionBitCount - ConstantFractionBits;
        return T.FromRawBits(shift >= 0 ? (BigInteger)bits << shift : (BigInteger)bits >> -shift);
    }

    private static BigInteger LogarithmFromOne<T>(BigInteger x)
        where T : struct, IFixedPoint<T>
    {
        BigInteger two = T.One.RawBits << 1;
        BigInteger result = BigInteger.Zero;
        while (x >= two)
        {
            result++;
            x = HalfUp(x);
        }

        if (x == T.One.RawBits) return result << T.FractionBitCount;
        for (int bit = 0; bit < T.FractionBitCount; bit++)
        {
            x = x * x >> T.FractionBitCount;
            result <<= 1;
            if (x < two) continue;
            result++;
            x = HalfUp(x);
        }

        return result;
    }

    private static BigInteger HalfUp(BigInteger x) => (x >> 1) + (x & 1);
}
