using Org.BouncyCastle.Crypto.Digests;

namespace Dtao.Crypto;

/// <summary>SHA-256 digests.</summary>
public static class Sha256
{
    /// <summary>The 32-byte digest.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> content)
    {
        Sha256Digest digest = new();
        digest.BlockUpdate(content);
        byte[] result = new byte[32];
        digest.DoFinal(result, 0);
        return result;
    }
}
