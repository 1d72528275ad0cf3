using Org.BouncyCastle.Crypto.Digests;

namespace Dtao.Crypto;

/// <summary>BLAKE2b-256 of many contents, one after the other, by one object.</summary>
/// <remarks>Belongs to one thread.</remarks>
public sealed class Blake2bHasher
{
    /// <summary>Length of a digest in bytes.</summary>
    public const int Size = 32;

    private readonly Blake2bDigest _digest = new(8 * Size);

    /// <summary>Writes the digest of a content.</summary>
    /// <param name="content">What to hash.</param>
    /// <param name="destination">Receives 32 bytes; may overlap the content.</param>
    public void Hash(ReadOnlySpan<byte> content, Span<byte> destination)
    {
        _digest.BlockUpdate(content);
        _digest.DoFinal(destination);
    }
}
