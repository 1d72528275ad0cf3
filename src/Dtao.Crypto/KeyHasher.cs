namespace Dtao.Crypto;

/// <summary>How a key of a storage map is hashed; it decides the chain's iteration order.</summary>
public enum KeyHasher
{
    /// <summary>The encoded key itself.</summary>
    Identity,

    /// <summary>BLAKE2b-128 of the encoded key, then the encoded key.</summary>
    Blake2_128Concat,

    /// <summary>xxHash64 of the encoded key, then the encoded key.</summary>
    Twox64Concat,
}
