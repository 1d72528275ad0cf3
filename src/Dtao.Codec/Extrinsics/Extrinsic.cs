using Dtao.Crypto;

namespace Dtao.Codec.Extrinsics;

/// <summary>What a block carries: a call, signed or not. Format version 4.</summary>
/// <param name="Signature">The signed part; null for inherents and unsigned extrinsics.</param>
/// <param name="Call">The call, encoded; what it says is not known here.</param>
/// <remarks>Source: docs/spec/codec.md#extrinsics.</remarks>
public sealed record Extrinsic(ExtrinsicSignature? Signature, ReadOnlyMemory<byte> Call)
{
    private const byte Version = 4;
    private const byte SignedFlag = 0x80;

    /// <summary>Hash by which an extrinsic is known: BLAKE2b-256 of all its bytes.</summary>
    /// <param name="bytes">The bytes of the extrinsic, its length included.</param>
    public static byte[] HashOf(ReadOnlySpan<byte> bytes) => Blake2b.Hash256(bytes);

    /// <summary>The extrinsic of these bytes, its length included.</summary>
    /// <exception cref="FormatException">
    /// The length is not that of the rest, another version, or a shape that is none. Whether the
    /// call is one is not asked.
    /// </exception>
    public static Extrinsic Decode(ReadOnlySpan<byte> bytes)
    {
        ScaleReader from = new(bytes);
        ulong length = from.ReadCompact();
        if (length != (ulong)(bytes.Length - from.Offset))
        {
            throw new FormatException(
                $"the length says {length} bytes, {bytes.Length - from.Offset} follow");
        }

        byte version = from.ReadU8();
        if ((version & ~SignedFlag) != Version)
        {
            throw new FormatException($"extrinsic format {version & ~SignedFlag}; it is 4");
        }

        ExtrinsicSignature? signature = null;
        if ((version & SignedFlag) != 0)
        {
            signature = new(
                MultiAddress.Decode(ref from),
                MultiSignature.Decode(ref from),
                SignedExtra.Decode(ref from));
        }

        return new(signature, bytes[from.Offset..].ToArray());
    }

    /// <summary>The bytes, the length of the rest first.</summary>
    public byte[] Encode()
    {
        ScaleWriter body = new();
        if (Signature is { } signed)
        {
            body.WriteU8(Version | SignedFlag);
            signed.Signer.Encode(body);
            signed.Signature.Encode(body);
            signed.Extra.Encode(body);
        }
        else
        {
            body.WriteU8(Version);
        }

        body.WriteRaw(Call.Span);
        ScaleWriter to = new();
        to.WriteBytes(body.ToArray());
        return to.ToArray();
    }
}
