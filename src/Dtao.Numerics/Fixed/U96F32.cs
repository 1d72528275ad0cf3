using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dtao.Numerics;

/// <summary>
/// Unsigned fixed-point number with 32 fraction bits: the amounts of later releases' emission.
/// </summary>
/// <remarks>
/// Range [0, 2^96), resolution 2^-32. Products are the floor of the exact product, quotients are
/// cut
/// toward zero. The plain operators throw when the result does not fit; where the chain
/// saturates, wraps or answers "none", the method says so. The default value is zero.
/// Source: docs/spec/numerics.md#operations; vectors: vectors/fixed.json.gz.
/// </remarks>
public readonly record struct U96F32 : IFixedPoint<U96F32>
{
    /// <summary>Number of bits behind the binary point.</summary>
    public const int FractionBits = 32;

    private U96F32(UInt128 bits) => Bits = bits;

    /// <summary>The value times 2^32: the form in which it is stored and compared.</summary>
    public UInt128 Bits { get; }

    /// <summary>Zero.</summary>
    public static U96F32 Zero => default;

    /// <summary>One.</summary>
    public static U96F32 One => new((UInt128)1 << FractionBits);

    /// <summary>The smallest value.</summary>
    public static U96F32 MinValue => new(UInt128.MinValue);

    /// <summary>The largest value.</summary>
    public static U96F32 MaxValue => new(UInt128.MaxValue);

    static int IFixedPoint<U96F32>.FractionBitCount => FractionBits;

    BigInteger IFixedPoint<U96F32>.RawBits => Bits;

    static U96F32 IFixedPoint<U96F32>.FromRawBits(BigInteger bits) => new((UInt128)bits);

    /// <summary>The value with this raw form.</summary>
    public static U96F32 FromBits(UInt128 bits) => new(bits);

    /// <inheritdoc/>
    public static U96F32 SaturatingFromBits(Int128 bits) => new(bits < 0 ? 0 : (UInt128)bits);

    /// <summary>An integer; every one fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U96F32 FromInteger(ulong value) => new((UInt128)value << FractionBits);

    /// <summary>An integer; a negative one gives zero.</summary>
    public static U96F32 FromInteger(long value) => value < 0 ? Zero : FromInteger((ulong)value);

    /// <summary>The sum; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public static U96F32 operator +(U96F32 left, U96F32 right) =>
        left.TryAdd(right, out U96F32 sum) ? sum : throw new OverflowException();

    /// <summary>The difference; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The difference is out of range.</exception>
    public static U96F32 operator -(U96F32 left, U96F32 right) =>
        left.TrySubtract(right, out U96F32 difference) ? difference : throw new OverflowException();

    /// <summary>The floor of the product; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The product is out of range.</exception>
    public static U96F32 operator *(U96F32 left, U96F32 right) =>
        left.TryMultiply(right, out U96F32 product) ? product : throw new OverflowException();

    /// <summary>The cut quotient; throws when it does not fit.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The quotient is out of range.</exception>
    public static U96F32 operator /(U96F32 left, U96F32 right)
    {
        if (right.Bits == 0) throw new DivideByZeroException();
        return left.TryDivide(right, out U96F32 quotient)
            ? quotient
            : throw new OverflowException();
    }

    /// <summary>Less than.</summary>
    public static bool operator <(U96F32 left, U96F32 right) => left.Bits < right.Bits;

    /// <summary>At most.</summary>
    public static bool operator <=(U96F32 left, U96F32 right) => left.Bits <= right.Bits;

    /// <summary>Greater than.</summary>
    public static bool operator >(U96F32 left, U96F32 right) => left.Bits > right.Bits;

    /// <summary>At least.</summary>
    public static bool operator >=(U96F32 left, U96F32 right) => left.Bits >= right.Bits;

    /// <summary>The smaller of two.</summary>
    public static U96F32 Min(U96F32 left, U96F32 right) => left.Bits <= right.Bits ? left : right;

    /// <summary>The larger of two.</summary>
    public static U96F32 Max(U96F32 left, U96F32 right) => left.Bits >= right.Bits ? left : right;

    /// <summary>The sum, if it fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(U96F32 other, out U96F32 result)
    {
        result = new(unchecked(Bits + other.Bits));
        return result.Bits >= Bits;
    }

    /// <summary>The difference, if it fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySubtract(U96F32 other, out U96F32 result)
    {
        result = new(unchecked(Bits - other.Bits));
        return other.Bits <= Bits;
    }

    /// <summary>The floor of the product, if it fits.</summary>
    public bool TryMultiply(U96F32 other, out U96F32 result)
    {
        bool fits = WideArithmetic.TryMultiplyShifted(
            Bits, other.Bits, FractionBits, out UInt128 product, out _);
        result = new(product);
        return fits;
    }

    /// <summary>The cut quotient, if the divisor is not zero and the quotient fits.</summary>
    public bool TryDivide(U96F32 other, out U96F32 result)
    {
        if (other.Bits == 0)
        {
            result = Zero;
            return false;
        }

        bool fits = WideArithmetic.TryDivideShifted(
            Bits, FractionBits, other.Bits, out UInt128 quotient);
        result = new(quotient);
        return fits;
    }

    /// <summary>The sum, or the nearest bound.</summary>
    public U96F32 SaturatingAdd(U96F32 other) =>
        TryAdd(other, out U96F32 sum) ? sum : MaxValue;

    /// <summary>The difference, or the nearest bound.</summary>
    public U96F32 SaturatingSubtract(U96F32 other) =>
        TrySubtract(other, out U96F32 difference)
            ? difference
            : Zero;

    /// <summary>The floor of the product, or the nearest bound.</summary>
    public U96F32 SaturatingMultiply(U96F32 other) =>
        TryMultiply(other, out U96F32 product)
            ? product
            : MaxValue;

    /// <summary>The cut quotient, or the nearest bound.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public U96F32 SaturatingDivide(U96F32 other)
    {
        if (other.Bits == 0) throw new DivideByZeroException();
        return TryDivide(other, out U96F32 quotient)
            ? quotient
            : MaxValue;
    }

    /// <summary>
    /// The cut quotient; zero when the divisor is zero or the quotient does not fit.
    /// </summary>
    public U96F32 SafeDivide(U96F32 other) =>
        TryDivide(other, out U96F32 quotient) ? quotient : Zero;

    /// <summary>The sum, modulo the carrier's width.</summary>
    public U96F32 WrappingAdd(U96F32 other) => new(unchecked(Bits + other.Bits));

    /// <summary>The difference, modulo the carrier's width.</summary>
    public U96F32 WrappingSubtract(U96F32 other) => new(unchecked(Bits - other.Bits));

    /// <summary>The floor of the product, modulo the carrier's width.</summary>
    public U96F32 WrappingMultiply(U96F32 other) =>
        new(WideArithmetic.MultiplyShiftedWrapping(Bits, other.Bits, FractionBits));

    /// <summary>The floor, saturating.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong FloorToUInt64()
    {
        UInt128 whole = Bits >> FractionBits;
        return whole > ulong.MaxValue ? ulong.MaxValue : (ulong)whole;
    }

    /// <summary>The floor, saturating.</summary>
    public long FloorToInt64()
    {
        UInt128 whole = Bits >> FractionBits;
        return whole > long.MaxValue ? long.MaxValue : (long)whole;
    }

    /// <summary>The floor, saturating.</summary>
    public ushort FloorToUInt16() => (ushort)Math.Min(FloorToUInt64(), ushort.MaxValue);

    /// <summary>The floor; a negative value gives zero.</summary>
    public UInt128 FloorToUInt128() => Bits >> FractionBits;

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I96F32 ToI96F32() => I96F32.FromBits(
        Bits > (UInt128)Int128.MaxValue ? Int128.MaxValue : (Int128)Bits);

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I110F18 ToI110F18() => I110F18.FromBits((Int128)(Bits >> 14));

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I64F64 ToI64F64() => ToU64F64().ToI64F64();

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I32F32 ToI32F32() => I32F32.SaturatingFromBits(ToI96F32().Bits);

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public U64F64 ToU64F64() => U64F64.FromBits(FixedShift.SaturatingLeft(Bits, 32));

    /// <inheritdoc/>
    public int CompareTo(U96F32 other) => Bits.CompareTo(other.Bits);

    /// <summary>The value in decimal digits, as many as the format tells apart.</summary>
    public override string ToString() => FixedText.Of(Bits, FractionBits);
}
