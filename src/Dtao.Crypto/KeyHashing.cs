namespace Dtao.Crypto;

/// <summary>What the hashers of storage keys do.</summary>
public static class KeyHashing
{
    /// <summary>The bytes that stand for an encoded key within a storage key.</summary>
    public static byte[] HashKey(this KeyHasher hasher, ReadOnlySpan<byte> encodedKey)
    {
        byte[] hashed = new byte[hasher.DigestSize() + encodedKey.Length];
        hasher.HashKey(encodedKey, hashed);
        return hashed;
    }

    /// <summary>Writes the bytes that stand for an encoded key; says how many.</summary>
    /// <param name="hasher">The hasher.</param>
    /// <param name="encodedKey">The key.</param>
    /// <param name="destination">
    /// Receives <see cref="DigestSize"/> bytes and the key; may not overlap it.
    /// </param>
    public static int HashKey(
        this KeyHasher hasher, ReadOnlySpan<byte> encodedKey, Span<byte> destination)
    {
        int digest = hasher.DigestSize();
        if (hasher == KeyHasher.Blake2_128Concat) Blake2b.Hash128(encodedKey, destination);
        if (hasher == KeyHasher.Twox64Concat) Twox.Hash64(encodedKey, destination);
        encodedKey.CopyTo(destination[digest..]);
        return digest + encodedKey.Length;
    }

    /// <summary>Bytes of the digest that stands before the key itself.</summary>
    public static int DigestSize(this KeyHasher hasher) => hasher switch
    {
        KeyHasher.Identity => 0,
        KeyHasher.Blake2_128Concat => 16,
        KeyHasher.Twox64Concat => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(hasher), hasher, null),
    };
}
