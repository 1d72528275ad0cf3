using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dtao.Numerics;

/// <summary>
/// Signed fixed-point number with 32 fraction bits: prices, emission splits, takes, proportions and
/// the moving price.
/// </summary>
/// <remarks>
/// Range [-2^95, 2^95), resolution 2^-32. Products are the floor of the exact product, quotients
/// are cut
/// toward zero. The plain operators throw when the result does not fit; where the chain
/// saturates, wraps or answers "none", the method says so. The default value is zero.
/// Source: docs/spec/numerics.md#operations; vectors: vectors/fixed.json.gz.
/// </remarks>
public readonly record struct I96F32 : IFixedPoint<I96F32>
{
    /// <summary>Number of bits behind the binary point.</summary>
    public const int FractionBits = 32;

    private I96F32(Int128 bits) => Bits = bits;

    /// <summary>The value times 2^32: the form in which it is stored and compared.</summary>
    public Int128 Bits { get; }

    /// <summary>Zero.</summary>
    public static I96F32 Zero => default;

    /// <summary>One.</summary>
    public static I96F32 One => new((Int128)1 << FractionBits);

    /// <summary>The smallest value.</summary>
    public static I96F32 MinValue => new(Int128.MinValue);

    /// <summary>The largest value.</summary>
    public static I96F32 MaxValue => new(Int128.MaxValue);

    static int IFixedPoint<I96F32>.FractionBitCount => FractionBits;

    BigInteger IFixedPoint<I96F32>.RawBits => Bits;

    static I96F32 IFixedPoint<I96F32>.FromRawBits(BigInteger bits) => new((Int128)bits);

    /// <summary>The value with this raw form.</summary>
    public static I96F32 FromBits(Int128 bits) => new(bits);

    /// <inheritdoc/>
    public static I96F32 SaturatingFromBits(Int128 bits) => new(bits);

    /// <summary>An integer; every one fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I96F32 FromInteger(ulong value) => new((Int128)value << FractionBits);

    /// <summary>An integer; every one fits.</summary>
    public static I96F32 FromInteger(long value) => new((Int128)value << FractionBits);

    /// <summary>The sum; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public static I96F32 operator +(I96F32 left, I96F32 right) =>
        left.TryAdd(right, out I96F32 sum) ? sum : throw new OverflowException();

    /// <summary>The difference; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The difference is out of range.</exception>
    public static I96F32 operator -(I96F32 left, I96F32 right) =>
        left.TrySubtract(right, out I96F32 difference) ? difference : throw new OverflowException();

    /// <summary>The floor of the product; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The product is out of range.</exception>
    public static I96F32 operator *(I96F32 left, I96F32 right) =>
        left.TryMultiply(right, out I96F32 product) ? product : throw new OverflowException();

    /// <summary>The cut quotient; throws when it does not fit.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The quotient is out of range.</exception>
    public static I96F32 operator /(I96F32 left, I96F32 right)
    {
        if (right.Bits == 0) throw new DivideByZeroException();
        return left.TryDivide(right, out I96F32 quotient)
            ? quotient
            : throw new OverflowException();
    }

    /// <summary>Less than.</summary>
    public static bool operator <(I96F32 left, I96F32 right) => left.Bits < right.Bits;

    /// <summary>At most.</summary>
    public static bool operator <=(I96F32 left, I96F32 right) => left.Bits <= right.Bits;

    /// <summary>Greater than.</summary>
    public static bool operator >(I96F32 left, I96F32 right) => left.Bits > right.Bits;

    /// <summary>At least.</summary>
    public static bool operator >=(I96F32 left, I96F32 right) => left.Bits >= right.Bits;

    /// <summary>The smaller of two.</summary>
    public static I96F32 Min(I96F32 left, I96F32 right) => left.Bits <= right.Bits ? left : right;

    /// <summary>The larger of two.</summary>
    public static I96F32 Max(I96F32 left, I96F32 right) => left.Bits >= right.Bits ? left : right;

    /// <summary>The sum, if it fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(I96F32 other, out I96F32 result)
    {
        Int128 sum = unchecked(Bits + other.Bits);
        result = new(sum);
        return ((Bits ^ sum) & (other.Bits ^ sum)) >= 0;
    }

    /// <summary>The difference, if it fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySubtract(I96F32 other, out I96F32 result)
    {
        Int128 difference = unchecked(Bits - other.Bits);
        result = new(difference);
        return ((Bits ^ other.Bits) & (Bits ^ difference)) >= 0;
    }

    /// <summary>The floor of the product, if it fits.</summary>
    public bool TryMultiply(I96F32 other, out I96F32 result)
    {
        bool isNegative = (Bits ^ other.Bits) < 0;
        bool fits = WideArithmetic.TryMultiplyShifted(
            Magnitude(Bits), Magnitude(other.Bits), FractionBits,
            out UInt128 magnitude, out bool isExact);
        if (!isNegative)
        {
            result = new(unchecked((Int128)magnitude));
            return fits && result.Bits >= 0;
        }

        // Toward negative infinity: what was cut makes a negative product smaller.
        UInt128 floor = unchecked(magnitude + (isExact ? 0UL : 1UL));
        result = new(unchecked(-(Int128)floor));
        return fits && floor >= magnitude && result.Bits <= 0;
    }

    /// <summary>The cut quotient, if the divisor is not zero and the quotient fits.</summary>
    public bool TryDivide(I96F32 other, out I96F32 result)
    {
        if (other.Bits == 0)
        {
            result = Zero;
            return false;
        }

        bool fits = WideArithmetic.TryDivideShifted(
            Magnitude(Bits), FractionBits, Magnitude(other.Bits), out UInt128 magnitude);
        bool isNegative = (Bits ^ other.Bits) < 0;
        Int128 quotient = unchecked((Int128)magnitude);
        result = new(isNegative ? unchecked(-quotient) : quotient);
        return fits && (isNegative ? result.Bits <= 0 : result.Bits >= 0);
    }

    /// <summary>The sum, or the nearest bound.</summary>
    public I96F32 SaturatingAdd(I96F32 other) =>
        TryAdd(other, out I96F32 sum) ? sum : other.Bits >= 0 ? MaxValue : MinValue;

    /// <summary>The difference, or the nearest bound.</summary>
    public I96F32 SaturatingSubtract(I96F32 other) =>
        TrySubtract(other, out I96F32 difference)
            ? difference
            : other.Bits >= 0 ? MinValue : MaxValue;

    /// <summary>The floor of the product, or the nearest bound.</summary>
    public I96F32 SaturatingMultiply(I96F32 other) =>
        TryMultiply(other, out I96F32 product)
            ? product
            : (Bits ^ other.Bits) < 0 ? MinValue : MaxValue;

    /// <summary>The cut quotient, or the nearest bound.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public I96F32 SaturatingDivide(I96F32 other)
    {
        if (other.Bits == 0) throw new DivideByZeroException();
        return TryDivide(other, out I96F32 quotient)
            ? quotient
            : (Bits ^ other.Bits) < 0 ? MinValue : MaxValue;
    }

    /// <summary>
    /// The cut quotient; zero when the divisor is zero or the quotient does not fit.
    /// </summary>
    public I96F32 SafeDivide(I96F32 other) =>
        TryDivide(other, out I96F32 quotient) ? quotient : Zero;

    /// <summary>The sum, modulo the carrier's width.</summary>
    public I96F32 WrappingAdd(I96F32 other) => new(unchecked(Bits + other.Bits));

    /// <summary>The difference, modulo the carrier's width.</summary>
    public I96F32 WrappingSubtract(I96F32 other) => new(unchecked(Bits - other.Bits));

    /// <summary>The floor of the product, modulo the carrier's width.</summary>
    public I96F32 WrappingMultiply(I96F32 other) =>
        TryMultiply(other, out I96F32 product) ? product : WrapMultiply(other);

    /// <summary>The floor, saturating.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong FloorToUInt64()
    {
        Int128 whole = Bits >> FractionBits;
        if (whole < 0) return 0;
        return whole > ulong.MaxValue ? ulong.MaxValue : (ulong)whole;
    }

    /// <summary>The floor, saturating.</summary>
    public long FloorToInt64()
    {
        Int128 whole = Bits >> FractionBits;
        if (whole > long.MaxValue) return long.MaxValue;
        return whole < long.MinValue ? long.MinValue : (long)whole;
    }

    /// <summary>The floor, saturating.</summary>
    public ushort FloorToUInt16() => (ushort)Math.Min(FloorToUInt64(), ushort.MaxValue);

    /// <summary>The floor; a negative value gives zero.</summary>
    public UInt128 FloorToUInt128() => Bits < 0 ? 0 : (UInt128)(Bits >> FractionBits);

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I110F18 ToI110F18() =>
        I110F18.FromBits(Bits >> 14);

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I64F64 ToI64F64() =>
        I64F64.FromBits(FixedShift.SaturatingLeft(Bits, 32));

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public U64F64 ToU64F64() =>
        U64F64.FromBits(FixedShift.SaturatingLeft(Bits < 0 ? 0 : (UInt128)Bits, 32));

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I32F32 ToI32F32() =>
        I32F32.SaturatingFromBits(Bits);

    /// <summary>The same value.</summary>
    public I96F32 ToI96F32() => this;

    /// <summary>The same value; a negative one gives zero.</summary>
    public U96F32 ToU96F32() => U96F32.SaturatingFromBits(Bits);

    /// <inheritdoc/>
    public int CompareTo(I96F32 other) => Bits.CompareTo(other.Bits);

    /// <summary>The value in decimal digits, as many as the format tells apart.</summary>
    public override string ToString() => FixedText.Of(Bits, FractionBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 Magnitude(Int128 bits) =>
        unchecked((UInt128)(bits < 0 ? -bits : bits));

    private I96F32 WrapMultiply(I96F32 other)
    {
        UInt128 product = WideArithmetic.MultiplyShiftedWrapping(
            Magnitude(Bits), Magnitude(other.Bits), FractionBits);
        if ((Bits ^ other.Bits) >= 0) return new(unchecked((Int128)product));
        WideArithmetic.TryMultiplyShifted(
            Magnitude(Bits), Magnitude(other.Bits), FractionBits, out _, out bool isExact);
        return new(unchecked(-(Int128)product - (isExact ? 0 : 1)));
    }
}
