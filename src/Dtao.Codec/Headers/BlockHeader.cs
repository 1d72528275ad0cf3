using System.Collections.Immutable;
using Dtao.Crypto;

namespace Dtao.Codec.Headers;

/// <summary>The header of a block.</summary>
/// <param name="ParentHash">Hash of the header before; 32 bytes.</param>
/// <param name="Number">Number of the block.</param>
/// <param name="StateRoot">Root of the state after the block; 32 bytes.</param>
/// <param name="ExtrinsicsRoot">Root of the extrinsics of the block; 32 bytes.</param>
/// <param name="Digest">Messages of the engines.</param>
/// <remarks>Source: docs/spec/codec.md#headers.</remarks>
public sealed record BlockHeader(
    ReadOnlyMemory<byte> ParentHash,
    uint Number,
    ReadOnlyMemory<byte> StateRoot,
    ReadOnlyMemory<byte> ExtrinsicsRoot,
    ImmutableArray<DigestItem> Digest)
{
    private const int HashSize = 32;

    /// <summary>The header of these bytes, all of them.</summary>
    /// <exception cref="FormatException">The bytes have another shape.</exception>
    public static BlockHeader Decode(ReadOnlySpan<byte> bytes)
    {
        ScaleReader from = new(bytes);
        byte[] parent = from.ReadRaw(HashSize).ToArray();
        ulong number = from.ReadCompact();
        if (number > uint.MaxValue) throw new FormatException("a block number above 2^32");
        byte[] state = from.ReadRaw(HashSize).ToArray();
        byte[] extrinsics = from.ReadRaw(HashSize).ToArray();
        int count = from.ReadLength();
        ImmutableArray<DigestItem>.Builder digest = ImmutableArray.CreateBuilder<DigestItem>();
        for (int index = 0; index < count; index++)
        {
            digest.Add(DigestItem.Decode(ref from));
        }

        if (!from.IsAtEnd) throw new FormatException("bytes left after a header");
        return new(parent, (uint)number, state, extrinsics, digest.ToImmutable());
    }

    /// <summary>The bytes.</summary>
    public byte[] Encode()
    {
        ScaleWriter to = new();
        to.WriteRaw(ParentHash.Span);
        to.WriteCompact(Number);
        to.WriteRaw(StateRoot.Span);
        to.WriteRaw(ExtrinsicsRoot.Span);
        to.WriteCompact((ulong)Digest.Length);
        foreach (DigestItem item in Digest)
        {
            item.Encode(to);
        }

        return to.ToArray();
    }

    /// <summary>The hash of the block: BLAKE2b-256 of the bytes of its header.</summary>
    public byte[] Hash() => Blake2b.Hash256(Encode());
}
