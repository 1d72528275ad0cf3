using System.Numerics;

namespace Dtao.Runtime.Tests.Conservation;

/// <summary>The constant product on whole numbers: 18 fraction bits, cut.</summary>
internal static class PlainPool
{
    private const int FractionBits = 18;
    private static readonly BigInteger Most = (BigInteger.One << 127) - 1;
    private static readonly BigInteger Floor = new BigInteger(10_000_000) << FractionBits;

    /// <summary>What leaves the drained side; null when the pool refuses.</summary>
    public static BigInteger? Trade(BigInteger fed, BigInteger drained, BigInteger amount)
    {
        BigInteger product = BigInteger.Min(Most, (fed * drained) << FractionBits);
        BigInteger sum = (fed + amount) << FractionBits;
        BigInteger after = sum.IsZero ? 0 : (product << FractionBits) / sum;
        if (after < Floor) return null;
        BigInteger left = (drained << FractionBits) - after;
        return left.Sign < 0 ? 0 : left >> FractionBits;
    }
}
