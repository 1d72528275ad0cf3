using System.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>Amounts in rao as integers of any size, held within 64 bits.</summary>
internal static class Amount
{
    public static BigInteger Most { get; } = ulong.MaxValue;

    public static BigInteger Clamp(BigInteger amount) =>
        BigInteger.Clamp(amount, BigInteger.Zero, Most);

    /// <summary>The bits of an unsigned amount, read as a signed one.</summary>
    public static BigInteger Signed(BigInteger amount) =>
        amount > long.MaxValue ? amount - (BigInteger.One << 64) : amount;

    /// <summary>The same with the other sign, within 64 bits.</summary>
    public static BigInteger Negated(BigInteger amount) =>
        Signed(((BigInteger.One << 64) - amount) & Most);
}
