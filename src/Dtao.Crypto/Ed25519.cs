using System.Security.Cryptography;
using Dtao.Crypto.Curves;

namespace Dtao.Crypto;

/// <summary>Signatures of RFC 8032, accepted by the rules of ZIP-215 as Substrate does.</summary>
/// <remarks>
/// Libraries differ in which odd keys and signatures they take; a chain must not. Therefore the
/// rule is written out here. Source: docs/spec/codec.md#signatures.
/// </remarks>
public static class Ed25519
{
    /// <summary>Length of a public key in bytes.</summary>
    public const int KeySize = 32;

    /// <summary>Length of a signature in bytes.</summary>
    public const int SignatureSize = 64;

    /// <summary>Whether the owner of a key signed a message.</summary>
    /// <param name="publicKey">32 bytes.</param>
    /// <param name="message">The message.</param>
    /// <param name="signature">64 bytes; any other length is no signature.</param>
    public static bool IsSignedBy(
        ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != KeySize || signature.Length != SignatureSize) return false;

        ReadOnlySpan<byte> s = signature[32..];
        if (!GroupScalar.IsReduced(s)) return false;
        if (!EdwardsPoint.TryRead(publicKey, out EdwardsPoint key)) return false;
        if (!EdwardsPoint.TryRead(signature[..32], out EdwardsPoint r)) return false;

        byte[] digest = SHA512.HashData([.. signature[..32], .. publicKey, .. message]);
        byte[] challenge = GroupScalar.Reduce(digest);
        EdwardsPoint difference = EdwardsPoint.Combined(challenge, -key, s) + -r;

        // Eightfold, so that parts of small order do not count.
        return difference.Doubled().Doubled().Doubled().IsNeutral;
    }
}
