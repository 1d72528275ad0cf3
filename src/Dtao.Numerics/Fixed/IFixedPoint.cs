using System.Numerics;

namespace Dtao.Numerics;

/// <summary>What all fixed-point formats can do, for code that serves them all.</summary>
/// <typeparam name="TSelf">The format.</typeparam>
public interface IFixedPoint<TSelf> : IComparable<TSelf>
    where TSelf : struct, IFixedPoint<TSelf>
{
    /// <summary>Number of bits behind the binary point.</summary>
    static abstract int FractionBitCount { get; }

    /// <summary>Zero.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>One.</summary>
    static abstract TSelf One { get; }

    /// <summary>The smallest value.</summary>
    static abstract TSelf MinValue { get; }

    /// <summary>The largest value.</summary>
    static abstract TSelf MaxValue { get; }

    /// <summary>The value with this raw form, or the nearest bound.</summary>
    static abstract TSelf SaturatingFromBits(Int128 bits);

    /// <summary>The value with this raw form.</summary>
    /// <exception cref="OverflowException">The raw form is out of range.</exception>
    static abstract TSelf FromRawBits(BigInteger bits);

    /// <summary>The raw form as an integer of any size.</summary>
    BigInteger RawBits { get; }

    /// <summary>An integer, saturating.</summary>
    static abstract TSelf FromInteger(ulong value);

    /// <summary>An integer, saturating.</summary>
    static abstract TSelf FromInteger(long value);

    /// <summary>The smaller of two.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The larger of two.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The sum, if it fits.</summary>
    bool TryAdd(TSelf other, out TSelf result);

    /// <summary>The difference, if it fits.</summary>
    bool TrySubtract(TSelf other, out TSelf result);

    /// <summary>The floor of the product, if it fits.</summary>
    bool TryMultiply(TSelf other, out TSelf result);

    /// <summary>The cut quotient, if the divisor is not zero and the quotient fits.</summary>
    bool TryDivide(TSelf other, out TSelf result);

    /// <summary>The sum, or the nearest bound.</summary>
    TSelf SaturatingAdd(TSelf other);

    /// <summary>The difference, or the nearest bound.</summary>
    TSelf SaturatingSubtract(TSelf other);

    /// <summary>The floor of the product, or the nearest bound.</summary>
    TSelf SaturatingMultiply(TSelf other);

    /// <summary>The cut quotient, or the nearest bound.</summary>
    TSelf SaturatingDivide(TSelf other);

    /// <summary>The cut quotient; zero when there is none.</summary>
    TSelf SafeDivide(TSelf other);

    /// <summary>The sum, modulo the carrier's width.</summary>
    TSelf WrappingAdd(TSelf other);

    /// <summary>The difference, modulo the carrier's width.</summary>
    TSelf WrappingSubtract(TSelf other);

    /// <summary>The floor of the product, modulo the carrier's width.</summary>
    TSelf WrappingMultiply(TSelf other);

    /// <summary>The floor, saturating.</summary>
    ulong FloorToUInt64();

    /// <summary>The floor, saturating.</summary>
    long FloorToInt64();

    /// <summary>The floor, saturating.</summary>
    ushort FloorToUInt16();

    /// <summary>The floor; a negative value gives zero.</summary>
    UInt128 FloorToUInt128();

    /// <summary>The nearest value below in the other format, saturating.</summary>
    I96F32 ToI96F32();

    /// <summary>The nearest value below in the other format, saturating.</summary>
    I110F18 ToI110F18();

    /// <summary>The nearest value below in the other format, saturating.</summary>
    I64F64 ToI64F64();

    /// <summary>The nearest value below in the other format, saturating.</summary>
    U64F64 ToU64F64();

    /// <summary>The nearest value below in the other format, saturating.</summary>
    I32F32 ToI32F32();
}
