using Org.BouncyCastle.Crypto.Digests;

namespace Dtao.Crypto;

/// <summary>Keccak digests as before the standard of SHA-3.</summary>
public static class Keccak
{
    /// <summary>The 32-byte digest.</summary>
    public static byte[] Hash256(ReadOnlySpan<byte> content)
    {
        KeccakDigest digest = new(256);
        digest.BlockUpdate(content);
        byte[] result = new byte[32];
        digest.DoFinal(result, 0);
        return result;
    }
}
