using Dtao.Crypto;

namespace Dtao.Codec.Extrinsics;

/// <summary>
/// What a signature speaks for: the call, the extra fields, and the chain itself.
/// </summary>
/// <param name="SpecVersion">Version of the runtime.</param>
/// <param name="TransactionVersion">Version of the format of transactions.</param>
/// <param name="GenesisHash">Hash of the first block; 32 bytes.</param>
/// <param name="BirthHash">
/// Hash of the block in which the era begins; the first block's when it is immortal. 32 bytes.
/// </param>
/// <param name="MetadataHash">Hash of the metadata; null when none is signed.</param>
/// <remarks>Source: docs/spec/codec.md#payload.</remarks>
public sealed record SigningPayload(
    uint SpecVersion,
    uint TransactionVersion,
    ReadOnlyMemory<byte> GenesisHash,
    ReadOnlyMemory<byte> BirthHash,
    ReadOnlyMemory<byte>? MetadataHash = null)
{
    /// <summary>Longer payloads are hashed. Unit: bytes.</summary>
    private const int LongestUnhashed = 256;

    /// <summary>The payload in full.</summary>
    /// <param name="call">The encoded call.</param>
    /// <param name="extra">What the signer says beside it.</param>
    public byte[] Of(ReadOnlySpan<byte> call, SignedExtra extra)
    {
        ScaleWriter to = new();
        to.WriteRaw(call);
        extra.Encode(to);
        to.WriteU32(SpecVersion);
        to.WriteU32(TransactionVersion);
        to.WriteRaw(GenesisHash.Span);
        to.WriteRaw(BirthHash.Span);
        to.WriteBool(MetadataHash is not null);
        if (MetadataHash is { } hash) to.WriteRaw(hash.Span);
        return to.ToArray();
    }

    /// <summary>
    /// The message that is signed: the payload, or its BLAKE2b-256 when it is long.
    /// </summary>
    /// <param name="call">The encoded call.</param>
    /// <param name="extra">What the signer says beside it.</param>
    public byte[] MessageOf(ReadOnlySpan<byte> call, SignedExtra extra)
    {
        byte[] payload = Of(call, extra);
        return payload.Length > LongestUnhashed ? Blake2b.Hash256(payload) : payload;
    }
}
