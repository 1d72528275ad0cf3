using System.Numerics;

namespace Dtao.Numerics;

/// <summary>Operations that every fixed-point format has and no rule is in a hurry for.</summary>
/// <remarks>
/// They compute with integers of any size. <c>Try…</c> says whether the exact result fits,
/// <c>Saturating…</c> gives the nearest bound where it does not.
/// Source: docs/spec/numerics.md#operations; vectors: vectors/fixed.json.gz.
/// </remarks>
public static class FixedOperations
{
    /// <summary>The part before the binary point, rounded down.</summary>
    public static T Integer<T>(T value)
        where T : struct, IFixedPoint<T> => T.FromRawBits(FloorBits(value));

    /// <summary>The part behind the binary point, never negative.</summary>
    public static T Fraction<T>(T value)
        where T : struct, IFixedPoint<T> => T.FromRawBits(value.RawBits - FloorBits(value));

    /// <summary>The next whole number below, or the value itself.</summary>
    public static bool TryFloor<T>(T value, out T result)
        where T : struct, IFixedPoint<T> => TryFrom(FloorBits(value), out result);

    /// <summary>The next whole number above, or the value itself.</summary>
    public static bool TryCeiling<T>(T value, out T result)
        where T : struct, IFixedPoint<T> => TryFrom(CeilingBits(value), out result);

    /// <summary>The nearest whole number, ties away from zero.</summary>
    public static bool TryRound<T>(T value, out T result)
        where T : struct, IFixedPoint<T> => TryFrom(RoundBits(value), out result);

    /// <summary>The value with the other sign.</summary>
    public static bool TryNegate<T>(T value, out T result)
        where T : struct, IFixedPoint<T> => TryFrom(-value.RawBits, out result);

    /// <summary>The next whole number below, or the nearest bound.</summary>
    public static T SaturatingFloor<T>(T value)
        where T : struct, IFixedPoint<T> => Saturate<T>(FloorBits(value));

    /// <summary>The next whole number above, or the nearest bound.</summary>
    public static T SaturatingCeiling<T>(T value)
        where T : struct, IFixedPoint<T> => Saturate<T>(CeilingBits(value));

    /// <summary>The nearest whole number, ties away from zero, or the nearest bound.</summary>
    public static T SaturatingRound<T>(T value)
        where T : struct, IFixedPoint<T> => Saturate<T>(RoundBits(value));

    /// <summary>The value with the other sign, or the nearest bound.</summary>
    public static T SaturatingNegate<T>(T value)
        where T : struct, IFixedPoint<T> => Saturate<T>(-value.RawBits);

    /// <summary>What a division that is cut toward zero leaves; none by zero.</summary>
    public static bool TryRemainder<T>(T left, T right, out T result)
        where T : struct, IFixedPoint<T>
    {
        result = T.Zero;
        if (right.RawBits.IsZero) return false;
        result = T.FromRawBits(BigInteger.Remainder(left.RawBits, right.RawBits));
        return true;
    }

    /// <summary>The nearest value below in another format, if it fits.</summary>
    public static bool TryConvert<TFrom, TTo>(TFrom value, out TTo result)
        where TFrom : struct, IFixedPoint<TFrom>
        where TTo : struct, IFixedPoint<TTo> => TryFrom(ConvertBits<TFrom, TTo>(value), out result);

    /// <summary>The nearest value below in another format, or the nearest bound.</summary>
    public static TTo SaturatingConvert<TFrom, TTo>(TFrom value)
        where TFrom : struct, IFixedPoint<TFrom>
        where TTo : struct, IFixedPoint<TTo> => Saturate<TTo>(ConvertBits<TFrom, TTo>(value));

    /// <summary>The floor as an integer, if it fits.</summary>
    public static bool TryToInteger<T, TInteger>(T value, out TInteger result)
        where T : struct, IFixedPoint<T>
        where TInteger : struct, IBinaryInteger<TInteger>, IMinMaxValue<TInteger>
    {
        BigInteger floor = value.RawBits >> T.FractionBitCount;
        result = TInteger.CreateSaturating(floor);
        return BigInteger.CreateChecked(result) == floor;
    }

    /// <summary>An integer, if it fits.</summary>
    public static bool TryFromInteger<T>(BigInteger value, out T result)
        where T : struct, IFixedPoint<T> => TryFrom(value << T.FractionBitCount, out result);

    /// <summary>An integer, or the nearest bound.</summary>
    public static T SaturatingFromInteger<T>(BigInteger value)
        where T : struct, IFixedPoint<T> => Saturate<T>(value << T.FractionBitCount);

    internal static T Saturate<T>(BigInteger bits)
        where T : struct, IFixedPoint<T>
    {
        if (bits < T.MinValue.RawBits) return T.MinValue;
        return bits > T.MaxValue.RawBits ? T.MaxValue : T.FromRawBits(bits);
    }

    private static bool TryFrom<T>(BigInteger bits, out T result)
        where T : struct, IFixedPoint<T>
    {
        result = Saturate<T>(bits);
        return result.RawBits == bits;
    }

    private static BigInteger FloorBits<T>(T value)
        where T : struct, IFixedPoint<T> =>
        value.RawBits >> T.FractionBitCount << T.FractionBitCount;

    private static BigInteger CeilingBits<T>(T value)
        where T : struct, IFixedPoint<T>
    {
        BigInteger floor = FloorBits(value);
        return floor == value.RawBits ? floor : floor + (BigInteger.One << T.FractionBitCount);
    }

    private static BigInteger RoundBits<T>(T value)
        where T : struct, IFixedPoint<T>
    {
        BigInteger half = BigInteger.One << (T.FractionBitCount - 1);
        BigInteger magnitude = (BigInteger.Abs(value.RawBits) + half)
            >> T.FractionBitCount << T.FractionBitCount;
        return value.RawBits.Sign < 0 ? -magnitude : magnitude;
    }

    private static BigInteger ConvertBits<TFrom, TTo>(TFrom value)
        where TFrom : struct, IFixedPoint<TFrom>
        where TTo : struct, IFixedPoint<TTo>
    {
        int shift = TTo.FractionBitCount - TFrom.FractionBitCount;
        return shift >= 0 ? value.RawBits << shift : value.RawBits >> -shift;
    }
}
