using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dtao.Numerics;

/// <summary>
/// Signed fixed-point number with 32 fraction bits: everything inside the epoch after stakes are
/// normalised.
/// </summary>
/// <remarks>
/// Range [-2^31, 2^31), resolution 2^-32. Products are the floor of the exact product, quotients
/// are cut
/// toward zero. The plain operators throw when the result does not fit; where the chain
/// saturates, wraps or answers "none", the method says so. The default value is zero.
/// Source: docs/spec/numerics.md#operations; vectors: vectors/fixed.json.gz.
/// </remarks>
public readonly record struct I32F32 : IFixedPoint<I32F32>
{
    /// <summary>Number of bits behind the binary point.</summary>
    public const int FractionBits = 32;

    private I32F32(long bits) => Bits = bits;

    /// <summary>The value times 2^32: the form in which it is stored and compared.</summary>
    public long Bits { get; }

    /// <summary>Zero.</summary>
    public static I32F32 Zero => default;

    /// <summary>One.</summary>
    public static I32F32 One => new(1L << FractionBits);

    /// <summary>The smallest value.</summary>
    public static I32F32 MinValue => new(long.MinValue);

    /// <summary>The largest value.</summary>
    public static I32F32 MaxValue => new(long.MaxValue);

    static int IFixedPoint<I32F32>.FractionBitCount => FractionBits;

    BigInteger IFixedPoint<I32F32>.RawBits => Bits;

    static I32F32 IFixedPoint<I32F32>.FromRawBits(BigInteger bits) => new((long)bits);

    /// <summary>The value with this raw form.</summary>
    public static I32F32 FromBits(long bits) => new(bits);

    /// <inheritdoc/>
    public static I32F32 SaturatingFromBits(Int128 bits) => new(Saturate(bits));

    /// <summary>An integer, saturating.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I32F32 FromInteger(ulong value) =>
        value > int.MaxValue ? MaxValue : new((long)value << FractionBits);

    /// <summary>An integer, saturating.</summary>
    public static I32F32 FromInteger(long value) => value switch
    {
        > int.MaxValue => MaxValue,
        < int.MinValue => MinValue,
        _ => new(value << FractionBits),
    };

    /// <summary>The sum; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public static I32F32 operator +(I32F32 left, I32F32 right) =>
        left.TryAdd(right, out I32F32 sum) ? sum : throw new OverflowException();

    /// <summary>The difference; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The difference is out of range.</exception>
    public static I32F32 operator -(I32F32 left, I32F32 right) =>
        left.TrySubtract(right, out I32F32 difference) ? difference : throw new OverflowException();

    /// <summary>The floor of the product; throws when it does not fit.</summary>
    /// <exception cref="OverflowException">The product is out of range.</exception>
    public static I32F32 operator *(I32F32 left, I32F32 right) =>
        left.TryMultiply(right, out I32F32 product) ? product : throw new OverflowException();

    /// <summary>The cut quotient; throws when it does not fit.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The quotient is out of range.</exception>
    public static I32F32 operator /(I32F32 left, I32F32 right)
    {
        if (right.Bits == 0) throw new DivideByZeroException();
        return left.TryDivide(right, out I32F32 quotient)
            ? quotient
            : throw new OverflowException();
    }

    /// <summary>Less than.</summary>
    public static bool operator <(I32F32 left, I32F32 right) => left.Bits < right.Bits;

    /// <summary>At most.</summary>
    public static bool operator <=(I32F32 left, I32F32 right) => left.Bits <= right.Bits;

    /// <summary>Greater than.</summary>
    public static bool operator >(I32F32 left, I32F32 right) => left.Bits > right.Bits;

    /// <summary>At least.</summary>
    public static bool operator >=(I32F32 left, I32F32 right) => left.Bits >= right.Bits;

    /// <summary>The smaller of two.</summary>
    public static I32F32 Min(I32F32 left, I32F32 right) => left.Bits <= right.Bits ? left : right;

    /// <summary>The larger of two.</summary>
    public static I32F32 Max(I32F32 left, I32F32 right) => left.Bits >= right.Bits ? left : right;

    /// <summary>The sum, if it fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(I32F32 other, out I32F32 result)
    {
        long sum = unchecked(Bits + other.Bits);
        result = new(sum);
        return ((Bits ^ sum) & (other.Bits ^ sum)) >= 0;
    }

    /// <summary>The difference, if it fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySubtract(I32F32 other, out I32F32 result)
    {
        long difference = unchecked(Bits - other.Bits);
        result = new(difference);
        return ((Bits ^ other.Bits) & (Bits ^ difference)) >= 0;
    }

    /// <summary>The floor of the product, if it fits.</summary>
    public bool TryMultiply(I32F32 other, out I32F32 result)
    {
        Int128 product = (Int128)Bits * other.Bits >> FractionBits;
        result = new(unchecked((long)product));
        return product == result.Bits;
    }

    /// <summary>The cut quotient, if the divisor is not zero and the quotient fits.</summary>
    public bool TryDivide(I32F32 other, out I32F32 result)
    {
        if (other.Bits == 0)
        {
            result = Zero;
            return false;
        }

        if (unchecked((ulong)Bits) >> 31 == 0 && other.Bits > 0)
        {
            result = new((Bits << FractionBits) / other.Bits);
            return true;
        }

        Int128 quotient = ((Int128)Bits << FractionBits) / other.Bits;
        result = new(unchecked((long)quotient));
        return quotient == result.Bits;
    }

    /// <summary>The sum, or the nearest bound.</summary>
    public I32F32 SaturatingAdd(I32F32 other) =>
        TryAdd(other, out I32F32 sum) ? sum : other.Bits >= 0 ? MaxValue : MinValue;

    /// <summary>The difference, or the nearest bound.</summary>
    public I32F32 SaturatingSubtract(I32F32 other) =>
        TrySubtract(other, out I32F32 difference)
            ? difference
            : other.Bits >= 0 ? MinValue : MaxValue;

    /// <summary>The floor of the product, or the nearest bound.</summary>
    public I32F32 SaturatingMultiply(I32F32 other) =>
        TryMultiply(other, out I32F32 product)
            ? product
            : (Bits ^ other.Bits) < 0 ? MinValue : MaxValue;

    /// <summary>The cut quotient, or the nearest bound.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public I32F32 SaturatingDivide(I32F32 other)
    {
        if (other.Bits == 0) throw new DivideByZeroException();
        return TryDivide(other, out I32F32 quotient)
            ? quotient
            : (Bits ^ other.Bits) < 0 ? MinValue : MaxValue;
    }

    /// <summary>
    /// The cut quotient; zero when the divisor is zero or the quotient does not fit.
    /// </summary>
    public I32F32 SafeDivide(I32F32 other) =>
        TryDivide(other, out I32F32 quotient) ? quotient : Zero;

    /// <summary>The sum, modulo the carrier's width.</summary>
    public I32F32 WrappingAdd(I32F32 other) => new(unchecked(Bits + other.Bits));

    /// <summary>The difference, modulo the carrier's width.</summary>
    public I32F32 WrappingSubtract(I32F32 other) => new(unchecked(Bits - other.Bits));

    /// <summary>The floor of the product, modulo the carrier's width.</summary>
    public I32F32 WrappingMultiply(I32F32 other) =>
        new(unchecked((long)((Int128)Bits * other.Bits >> FractionBits)));

    /// <summary>The floor, saturating.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong FloorToUInt64()
    {
        long whole = Bits >> FractionBits;
        if (whole < 0) return 0;
        return (ulong)whole;
    }

    /// <summary>The floor.</summary>
    public long FloorToInt64() => Bits >> FractionBits;

    /// <summary>The floor, saturating.</summary>
    public ushort FloorToUInt16() => (ushort)Math.Min(FloorToUInt64(), ushort.MaxValue);

    /// <summary>The floor; a negative value gives zero.</summary>
    public UInt128 FloorToUInt128() => FloorToUInt64();

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I96F32 ToI96F32() =>
        I96F32.FromBits(Bits);

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I110F18 ToI110F18() =>
        I110F18.FromBits((Int128)Bits >> 14);

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public I64F64 ToI64F64() =>
        I64F64.FromBits((Int128)Bits << 32);

    /// <summary>The nearest value below in the other format, saturating.</summary>
    public U64F64 ToU64F64() =>
        Bits < 0 ? U64F64.Zero : U64F64.FromBits((UInt128)Bits << 32);

    /// <summary>The same value.</summary>
    public I32F32 ToI32F32() => this;

    /// <inheritdoc/>
    public int CompareTo(I32F32 other) => Bits.CompareTo(other.Bits);

    /// <summary>The value in decimal digits, as many as the format tells apart.</summary>
    public override string ToString() => FixedText.Of(Bits, FractionBits);

    private static long Saturate(Int128 bits)
    {
        if (bits > long.MaxValue) return long.MaxValue;
        return bits < long.MinValue ? long.MinValue : (long)bits;
    }
}
