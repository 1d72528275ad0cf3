using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dtao.Numerics;

/// <summary>
/// Unsigned fixed-point number with 64 fraction bits: shares of share pools and limits of moves.
/// </summary>
/// <remarks>
/// Range [0, 2^64), resolution 2^-64. Products are the floor of the exact product, quotients are
/// cut
/// toward zero. The plain operators throw when the result does not fit; where the chain
/// saturates, wraps or answers "none", the method says so. The default value is zero.
/// Source: docs/spec/numerics.md#operations; vectors: vectors/fixed.json.gz.
/// </remarks>
public readonly record struct U64F64 : IFixedPoint<U64F64>
{
    /// <summary>Number of bits behind the binary point.</summary>
    public const int FractionBits = 64;

    private U64F64(UInt128 bits) => Bits = bits;

    /// <summary>The value times 2^64: the form in which it is stored and compared.</summary>
    public UInt128 Bits { get; }

    /// <summary>Zero.</summary>
    public static U64F64 Zero => default;

    /// <summary>One.</summary>
    public static U64F64 One => new((UInt128)1 << FractionBits);

    /// <summary>The smallest value.</summary>
    public static U64F64 MinValue => new(UInt128.MinValue);

    /// <summary>The largest value.</summary>
    public static U64F64 MaxValue => new(UInt128.MaxValue);

    static int IFixedPoint<U64F64>.FractionBitCount => FractionBits;

    BigInteger IFixedPoint<U64F64>.RawBits => Bits;

    static U64F64 IFixedPoint<U64F64>.FromRawBits(BigInteger bits) => new((UInt128)bits);

    /// <summary>The value with this raw form.</summary>
    public static U64F64 FromBits(UInt128 bits) => new(bits);

    /// <inheritdoc/>
    public static U64F64 SaturatingFromBits(Int128 bits) => new(bits < 0 ? 0 : (UInt128)bits);

    /// <summary>An integer, saturating.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U64F64 FromInteger(ulong value) => new(new UInt128(value, 0));

    /// <summary>An integer; a negative one gives zero.</summary>
    public static U64F64 FromInteger(long value) => value < 0 ? Zero : FromInteger((ulong)value);

    /// <summary>The sum; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public static U64F64 operator +(U64F64 left, U64F64 right) =>
        left.TryAdd(right, out U64F64 sum) ? sum : throw new OverflowException();

    /// <summary>The difference; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The difference is out of range.</exception>
    public static U64F64 operator -(U64F64 left, U64F64 right) =>
        left.TrySubtract(right, out U64F64 difference) ? difference : throw new OverflowException();

    /// <summary>The floor of the product; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The product is out of range.</exception>
    public static U64F64 operator *(U64F64 left, U64F64 right) =>
        left.TryMultiply(right, out U64F64 product) ? product : throw new OverflowException();

    /// <summary>The cut quotient; throws when it does not fit.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The quotient is out of range.</exception>
    public static U64F64 operator /(U64F64 left, U64F64 right)
    {
        if (right.Bits == 0) throw new DivideByZeroException();
        return left.TryDivide(right, out U64F64 quotient)
            ? quotient
            : throw new OverflowException();
    }

    /// <summary>Less than.</summary>
    public static bool operator <(U64F64 left, U64F64 right) => left.Bits < right.Bits;

    /// <summary>At most.</summary>
    public static bool operator <=(U64F64 left, U64F64 right) => left.Bits <= right.Bits;

    /// <summary>Greater than.</summary>
    public static bool operator >(U64F64 left, U64F64 right) => left.Bits > right.Bits;

    /// <summary>At least.</summary>
    public static bool operator >=(U64F64 left, U64F64 right) => left.Bits >= right.Bits;

    /// <summary>The smaller of two.</summary>
    public static U64F64 Min(U64F64 left, U64F64 right) => left.Bits <= right.Bits ? left : right;

    /// <summary>The larger of two.</summary>
    public static U64F64 Max(U64F64 left, U64F64 right) => left.Bits >= right.Bits ? left : right;

    /// <summary>The sum, if it fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(U64F64 other, out U64F64 result)
    {
        result = new(unchecked(Bits + other.Bits));
        return result.Bits >= Bits;
    }

    /// <summary>The difference, if it fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySubtract(U64F64 other, out U64F64 result)
    {
        result = new(unchecked(Bits - other.Bits));
        return other.Bits <= Bits;
    }

    /// <summary>The floor of the product, if it fits.</summary>
    public bool TryMultiply(U64F64 other, out U64F64 result)
    {
        bool fits = WideArithmetic.TryMultiplyShifted(
            Bits, other.Bits, FractionBits, out UInt128 product, out _);
        result = new(product);
        return fits;
    }

    /// <summary>The cut quotient, if the divisor is not zero and the quotient fits.</summary>
    public bool TryDivide(U64F64 other, out U64F64 result)
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
    public U64F64 SaturatingAdd(U64F64 other) =>
        TryAdd(other, out U64F64 sum) ? sum : MaxValue;

    /// <summary>The difference, or the nearest bound.</summary>
    public U64F64 SaturatingSubtract(U64F64 other) =>
        TrySubtract(other, out U64F64 difference)
            ? difference
            : Zero;

    /// <summary>The floor of the product, or the nearest bound.</summary>
    public U64F64 SaturatingMultiply(U64F64 other) =>
        TryMultiply(other, out U64F64 product)
            ? product
            : MaxValue;

    /// <summary>The cut quotient, or the nearest bound.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public U64F64 SaturatingDivide(U64F64 other)
    {
        if (other.Bits == 0) throw new DivideByZeroException();
        return TryDivide(other, out U64F64 quotient)
            ? quotient
            : MaxValue;
    }

    /// <summary>
    /// The cut quotient; zero when the divisor is zero or the quotient does not fit.
    /// </summary>
    public U64F64 SafeDivide(U64F64 other) =>
        TryDivide(other, out U64F64 quotient) ? quotient : Zero;

    /// <summary>The sum, modulo the carrier's width.</summary>
    public U64F64 WrappingAdd(U64F64 other) => new(unchecked(Bits + other.Bits));

    /// <summary>The difference, modulo the carrier's width.</summary>
    public U64F64 WrappingSubtract(U64F64 other) => new(unchecked(Bits - other.Bits));

    /// <summary>The floor of the product, modulo the carrier's width.</summary>
    public U64F64 WrappingMultiply(U64F64 other) =>
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
        ulong whole = (ulong)(Bits >> FractionBits);
        return whole > long.MaxValue ? long.MaxValue : (long)whole;
    }

    /// <summary>The floor, saturating.</summary>
    public ushort FloorToUInt16() => (ushort)Math.Min(FloorToUInt64(), ushort.MaxValue);

    /// <summary>The floor; a negative value gives zero.</summary>
    public UInt128 FloorToUInt128() => Bits >> FractionBits;

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I96F32 ToI96F32() =>
        I96F32.FromBits((Int128)(Bits >> 32));

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I110F18 ToI110F18() =>
        I110F18.FromBits((Int128)(Bits >> 46));

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I64F64 ToI64F64() =>
        I64F64.FromBits(Bits > (UInt128)Int128.MaxValue ? Int128.MaxValue : (Int128)Bits);

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I32F32 ToI32F32() =>
        I32F32.SaturatingFromBits((Int128)(Bits >> 32));

    /// <summary>The same value.</summary>
    public U64F64 ToU64F64() => this;

    /// <summary>The nearest value below in the other format; every value fits.</summary>
    public U96F32 ToU96F32() => U96F32.FromBits(Bits >> 32);

    /// <inheritdoc/>
    public int CompareTo(U64F64 other) => Bits.CompareTo(other.Bits);

    /// <summary>The value in decimal digits, as many as the format tells apart.</summary>
    public override string ToString() => FixedText.Of(Bits, FractionBits);
}
