namespace Dtao.Crypto;

/// <summary>What the hashers of storage keys do.</summary>
public static class KeyHashing
{
    /// <summary>The bytes that stand for an encoded key within a storage key.</summary>
    public static byte[] HashKey(this KeyHasher hasher, ReadOnlySpan<byte> encodedKey) =>
        hasher switch
        {
            KeyHasher.Identity => encodedKey.ToArray(),
            KeyHasher.Blake2_128Concat => [.. Blake2b.Hash128(encodedKey), .. encodedKey],
            KeyHasher.Twox64Concat => [.. Twox.Hash64(encodedKey), .. encodedKey],
            _ => throw new ArgumentOutOfRangeException(nameof(hasher), hasher, null),
        };
}
