using Org.BouncyCastle.Crypto.Digests;

namespace Dtao.Crypto;

/// <summary>BLAKE2b digests without key.</summary>
public static class Blake2b
{
    // A digest object is half a kilobyte, and networks are built of some hundred thousand hashes.
    [ThreadStatic]
    private static Blake2bDigest? _of128;

    [ThreadStatic]
    private static Blake2bDigest? _of256;

    /// <summary>The 16-byte digest.</summary>
    public static byte[] Hash128(ReadOnlySpan<byte> content)
    {
        byte[] result = new byte[16];
        Hash128(content, result);
        return result;
    }

    /// <summary>Writes the 16-byte digest.</summary>
    /// <param name="content">What to hash.</param>
    /// <param name="destination">Receives 16 bytes; may overlap the content.</param>
    public static void Hash128(ReadOnlySpan<byte> content, Span<byte> destination) =>
        Hash(_of128 ??= new(128), content, destination);

    /// <summary>The 32-byte digest.</summary>
    public static byte[] Hash256(ReadOnlySpan<byte> content)
    {
        byte[] result = new byte[32];
        Hash256(content, result);
        return result;
    }

    /// <summary>Writes the 32-byte digest.</summary>
    /// <param name="content">What to hash.</param>
    /// <param name="destination">Receives 32 bytes; may overlap the content.</param>
    public static void Hash256(ReadOnlySpan<byte> content, Span<byte> destination) =>
        Hash(_of256 ??= new(256), content, destination);

    /// <summary>The 64-byte digest.</summary>
    public static byte[] Hash512(ReadOnlySpan<byte> content)
    {
        byte[] result = new byte[64];
        Hash(new(512), content, result);
        return result;
    }

    private static void Hash(
        Blake2bDigest digest, ReadOnlySpan<byte> content, Span<byte> destination)
    {
        digest.BlockUpdate(content);
        digest.DoFinal(destination);
    }
}
