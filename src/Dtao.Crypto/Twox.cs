using System.Buffers.Binary;
using System.IO.Hashing;

namespace Dtao.Crypto;

/// <summary>The xxHash64 digests that Substrate uses for storage keys.</summary>
public static class Twox
{
    /// <summary>xxHash64 with seed 0, little-endian: 8 bytes.</summary>
    public static byte[] Hash64(ReadOnlySpan<byte> content)
    {
        byte[] result = new byte[8];
        Hash64(content, result);
        return result;
    }

    /// <summary>Writes the digest of <see cref="Hash64(ReadOnlySpan{byte})"/>.</summary>
    /// <param name="content">What to hash.</param>
    /// <param name="destination">Receives 8 bytes.</param>
    public static void Hash64(ReadOnlySpan<byte> content, Span<byte> destination) =>
        BinaryPrimitives.WriteUInt64LittleEndian(destination, XxHash64.HashToUInt64(content));

    /// <summary>xxHash64 with seeds 0 and 1, little-endian, joined: 16 bytes.</summary>
    public static byte[] Hash128(ReadOnlySpan<byte> content)
    {
        byte[] result = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(result, XxHash64.HashToUInt64(content));
        BinaryPrimitives.WriteUInt64LittleEndian(
            result.AsSpan(8), XxHash64.HashToUInt64(content, seed: 1));
        return result;
    }
}
