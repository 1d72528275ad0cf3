using System.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>A fixed-point format over integers of any size: slow, and plainly right.</summary>
/// <remarks>Numbers are their bits. Source: docs/spec/numerics.md#operations.</remarks>
internal sealed class FixedFormat
{
    private FixedFormat(bool isSigned, int fraction)
    {
        Fraction = fraction;
        Least = isSigned ? -(BigInteger.One << 127) : 0;
        Most = (BigInteger.One << (isSigned ? 127 : 128)) - 1;
    }

    public static FixedFormat U64F64 { get; } = new(isSigned: false, 64);

    public static FixedFormat I64F64 { get; } = new(isSigned: true, 64);

    public static FixedFormat I96F32 { get; } = new(isSigned: true, 32);

    public static FixedFormat I110F18 { get; } = new(isSigned: true, 18);

    public int Fraction { get; }

    public BigInteger Least { get; }

    public BigInteger Most { get; }

    public BigInteger One => BigInteger.One << Fraction;

    public BigInteger Of(BigInteger whole) => Saturate(whole << Fraction);

    public BigInteger Saturate(BigInteger bits) => BigInteger.Clamp(bits, Least, Most);

    public BigInteger Add(BigInteger left, BigInteger right) => Saturate(left + right);

    public BigInteger Subtract(BigInteger left, BigInteger right) => Saturate(left - right);

    public BigInteger Multiply(BigInteger left, BigInteger right) =>
        Saturate((left * right) >> Fraction);

    /// <summary>The cut quotient; null when there is none or it does not fit.</summary>
    public BigInteger? TryDivide(BigInteger left, BigInteger right)
    {
        if (right.IsZero) return null;
        BigInteger quotient = BigInteger.Divide(left << Fraction, right);
        return quotient < Least || quotient > Most ? null : quotient;
    }

    /// <summary>The cut quotient, or zero.</summary>
    public BigInteger Divide(BigInteger left, BigInteger right) =>
        TryDivide(left, right) ?? BigInteger.Zero;

    /// <summary>The floor as an amount.</summary>
    public BigInteger Floor(BigInteger bits) => Amount.Clamp(bits >> Fraction);
}
