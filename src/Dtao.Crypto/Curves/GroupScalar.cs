using System.Numerics;

namespace Dtao.Crypto.Curves;

/// <summary>Numbers modulo the order of the group, as little-endian bytes.</summary>
internal static class GroupScalar
{
    /// <summary>2^252 + 27742317777372353535851937790883648493.</summary>
    private static readonly BigInteger Order = BigInteger.Pow(2, 252)
        + BigInteger.Parse("27742317777372353535851937790883648493");

    /// <summary>The number is below the order.</summary>
    public static bool IsReduced(ReadOnlySpan<byte> bytes) =>
        new BigInteger(bytes, isUnsigned: true) < Order;

    /// <summary>The rest of a long number, 32 bytes.</summary>
    public static byte[] Reduce(ReadOnlySpan<byte> bytes)
    {
        byte[] rest = new byte[32];
        (new BigInteger(bytes, isUnsigned: true) % Order)
            .TryWriteBytes(rest, out _, isUnsigned: true);
        return rest;
    }
}
