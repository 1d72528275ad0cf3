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
}
