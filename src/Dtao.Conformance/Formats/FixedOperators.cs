using System.Numerics;
using Dtao.Numerics;

namespace Dtao.Conformance.Formats;

/// <summary>Operators of one fixed-point format.</summary>
/// <typeparam name="T">The format.</typeparam>
internal static class FixedOperators<T>
    where T : struct, IFixedPoint<T>
{
    /// <summary>Reads a raw form.</summary>
    public static T Read(VectorNode node)
    {
        BigInteger bits = node.Number<BigInteger>();
        return bits >= T.MinValue.RawBits && bits <= T.MaxValue.RawBits
            ? T.FromRawBits(bits)
            : throw new VectorFormatException($"{node.Path}: out of range of {typeof(T).Name}");
    }

    /// <summary>The raw form of a result that there may be.</summary>
    public static object? Bits(bool exists, T value) => exists ? value.RawBits : null;

    /// <summary>Operators with two operands.</summary>
    public static void RunBinary(VectorNode node)
    {
        T a = Read(node["a"]);
        T b = Read(node["b"]);
        node["saturating_add"].Expect(a.SaturatingAdd(b).RawBits);
        node["saturating_sub"].Expect(a.SaturatingSubtract(b).RawBits);
        node["saturating_mul"].Expect(a.SaturatingMultiply(b).RawBits);
        node["saturating_div"].Expect(Panic.Or(() => a.SaturatingDivide(b).RawBits));
        node["checked_add"].Expect(Bits(a.TryAdd(b, out T sum), sum));
        node["checked_sub"].Expect(Bits(a.TrySubtract(b, out T difference), difference));
        node["checked_mul"].Expect(Bits(a.TryMultiply(b, out T product), product));
        node["checked_div"].Expect(Bits(a.TryDivide(b, out T quotient), quotient));
        node["checked_rem"].Expect(
            Bits(FixedOperations.TryRemainder(a, b, out T remainder), remainder));
        node["safe_div"].Expect(a.SafeDivide(b).RawBits);
        node["wrapping_add"].Expect(a.WrappingAdd(b).RawBits);
        node["wrapping_sub"].Expect(a.WrappingSubtract(b).RawBits);
        node["wrapping_mul"].Expect(a.WrappingMultiply(b).RawBits);
        node["min"].Expect(T.Min(a, b).RawBits);
        node["max"].Expect(T.Max(a, b).RawBits);
        node["lt"].Expect(a.CompareTo(b) < 0);
        node["le"].Expect(a.CompareTo(b) <= 0);
        node["eq"].Expect(a.Equals(b));
    }

    /// <summary>Roundings, texts and conversions of one operand.</summary>
    public static void RunUnary(VectorNode node)
    {
        T a = Read(node["a"]);
        node["int"].Expect(FixedOperations.Integer(a).RawBits);
        node["frac"].Expect(FixedOperations.Fraction(a).RawBits);
        node["checked_floor"].Expect(Bits(FixedOperations.TryFloor(a, out T floor), floor));
        node["checked_ceil"].Expect(Bits(FixedOperations.TryCeiling(a, out T above), above));
        node["checked_round"].Expect(Bits(FixedOperations.TryRound(a, out T near), near));
        node["checked_neg"].Expect(Bits(FixedOperations.TryNegate(a, out T negative), negative));
        node["saturating_floor"].Expect(FixedOperations.SaturatingFloor(a).RawBits);
        node["saturating_ceil"].Expect(FixedOperations.SaturatingCeiling(a).RawBits);
        node["saturating_round"].Expect(FixedOperations.SaturatingRound(a).RawBits);
        node["saturating_neg"].Expect(FixedOperations.SaturatingNegate(a).RawBits);
        node["display"].Expect(a.ToString());
        node["to_f64_bits"].Expect(BinaryFloat.ToBinary64(a));
        node["to_f32_bits"].Expect(BinaryFloat.ToBinary32(a));
        FixedConversions.RunToIntegers(node, a);
        FixedConversions.RunToFormats(node, a);
    }
}
