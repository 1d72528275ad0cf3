using Org.BouncyCastle.Crypto.Digests;

namespace Dtao.Crypto;

/// <summary>BLAKE2b digests without key.</summary>
public static class Blake2b
{
    /// <summary>The 16-byte digest.</summary>
    public static byte[] Hash128(ReadOnlySpan<byte> content) => Hash(content, 128);

    /// <summary>The 32-byte digest.</summary>
    public static byte[] Hash256(ReadOnlySpan<byte> content) => Hash(content, 256);

    /// <summary>The 64-byte digest.</summary>
    public static byte[] Hash512(ReadOnlySpan<byte> content) => Hash(content, 512);

    private static byte[] Hash(ReadOnlySpan<byte> content, int bits)
    {
        Blake2bDigest digest = new(bits);
        digest.BlockUpdate(content);
        byte[] result = new byte[bits / 8];
        digest.DoFinal(result, 0);
        return result;
    }
}
