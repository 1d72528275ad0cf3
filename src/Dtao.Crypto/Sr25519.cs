using Dtao.Crypto.Curves;
using Dtao.Crypto.Transcripts;

namespace Dtao.Crypto;

/// <summary>Schnorr signatures on Ristretto, as schnorrkel makes them.</summary>
/// <remarks>
/// Only verification: no secret passes here. Source: docs/spec/codec.md#signatures.
/// </remarks>
public static class Sr25519
{
    /// <summary>Length of a public key in bytes.</summary>
    public const int KeySize = 32;

    /// <summary>Length of a signature in bytes.</summary>
    public const int SignatureSize = 64;

    private const byte Marker = 0x80;

    /// <summary>Whether the owner of a key signed a message, in the context "substrate".</summary>
    /// <param name="publicKey">32 bytes.</param>
    /// <param name="message">The message.</param>
    /// <param name="signature">64 bytes; any other length is no signature.</param>
    public static bool IsSignedBy(
        ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != KeySize || signature.Length != SignatureSize) return false;
        if ((signature[^1] & Marker) == 0) return false;

        ReadOnlySpan<byte> r = signature[..32];
        byte[] s = signature[32..].ToArray();
        s[^1] &= Marker - 1;
        if (!GroupScalar.IsReduced(s)) return false;
        if (!EdwardsPoint.TryReadRistretto(publicKey, out EdwardsPoint key)) return false;

        byte[] challenge = ChallengeOf(publicKey, message, r);
        Span<byte> expected = stackalloc byte[32];
        EdwardsPoint.Combined(challenge, -key, s).WriteRistretto(expected);
        return expected.SequenceEqual(r);
    }

    private static byte[] ChallengeOf(
        ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> r)
    {
        MerlinTranscript transcript = new("SigningContext"u8);
        transcript.Append([], "substrate"u8);
        transcript.Append("sign-bytes"u8, message);
        transcript.Append("proto-name"u8, "Schnorr-sig"u8);
        transcript.Append("sign:pk"u8, publicKey);
        transcript.Append("sign:R"u8, r);
        Span<byte> wide = stackalloc byte[64];
        transcript.Challenge("sign:c"u8, wide);
        return GroupScalar.Reduce(wide);
    }
}
