using System.Globalization;
using System.Numerics;

namespace Dtao.Numerics.Tests.Fixed;

/// <summary>Fixed-point arithmetic as the specification words it, on whole numbers.</summary>
/// <remarks>
/// Answers are texts, so that a number, a refusal and an exception compare alike.
/// </remarks>
internal sealed record FixedModel(int FractionBits, BigInteger Least, BigInteger Most)
{
    public const string None = "none";
    public const string Overflow = "overflow";
    public const string ByZero = "division by zero";

    public static BigInteger Sum(BigInteger left, BigInteger right) => left + right;

    public static BigInteger Difference(BigInteger left, BigInteger right) => left - right;

    /// <summary>Shifting to the right is a floor, for negative numbers too.</summary>
    public BigInteger Product(BigInteger left, BigInteger right) => (left * right) >> FractionBits;

    /// <summary>Whole-number division cuts toward zero.</summary>
    public BigInteger Quotient(BigInteger left, BigInteger right) =>
        (left << FractionBits) / right;

    public string Checked(BigInteger value) => Fits(value) ? Text(value) : None;

    public string Throwing(BigInteger value) => Fits(value) ? Text(value) : Overflow;

    public string Saturated(BigInteger value) =>
        Text(BigInteger.Min(Most, BigInteger.Max(Least, value)));

    public string Wrapped(BigInteger value)
    {
        BigInteger width = Most - Least + 1;
        BigInteger rest = (value - Least) % width;
        return Text(Least + (rest.Sign < 0 ? rest + width : rest));
    }

    public static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    private bool Fits(BigInteger value) => value >= Least && value <= Most;
}
