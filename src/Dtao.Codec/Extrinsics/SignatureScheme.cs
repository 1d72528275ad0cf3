namespace Dtao.Codec.Extrinsics;

/// <summary>Kinds of signatures, with their wire numbers.</summary>
/// <remarks>Source: docs/spec/codec.md#extrinsics.</remarks>
public enum SignatureScheme
{
    /// <summary>Ed25519; 64 bytes.</summary>
    Ed25519 = 0,

    /// <summary>Schnorrkel on Ristretto; 64 bytes.</summary>
    Sr25519 = 1,

    /// <summary>ECDSA on secp256k1; 65 bytes, the last one recovers the key.</summary>
    Ecdsa = 2,
}
