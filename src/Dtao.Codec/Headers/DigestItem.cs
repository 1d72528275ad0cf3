namespace Dtao.Codec.Headers;

/// <summary>One item of a header's digest.</summary>
/// <param name="Kind">Kind of the item.</param>
/// <param name="Engine">Four bytes that name an engine; zero for kinds without one.</param>
/// <param name="Content">Bytes of the item; empty for kinds without content.</param>
/// <remarks>Source: docs/spec/codec.md#headers.</remarks>
public sealed record DigestItem(DigestKind Kind, uint Engine, ReadOnlyMemory<byte> Content)
{
    /// <summary>Reads an item and advances.</summary>
    /// <exception cref="FormatException">The bytes have another shape.</exception>
    public static DigestItem Decode(ref ScaleReader from)
    {
        byte kind = from.ReadU8();
        return (DigestKind)kind switch
        {
            DigestKind.Other => new(DigestKind.Other, 0, from.ReadBytes()),
            DigestKind.Consensus or DigestKind.Seal or DigestKind.PreRuntime =>
                new((DigestKind)kind, from.ReadU32(), from.ReadBytes()),
            DigestKind.RuntimeEnvironmentUpdated => new((DigestKind)kind, 0, default),
            _ => throw new FormatException($"no digest item has the kind {kind}, "
                + $"byte {from.Offset - 1}"),
        };
    }

    /// <summary>Appends the item.</summary>
    public void Encode(ScaleWriter to)
    {
        to.WriteU8((byte)Kind);
        if (Kind == DigestKind.RuntimeEnvironmentUpdated) return;
        if (Kind != DigestKind.Other) to.WriteU32(Engine);
        to.WriteBytes(Content.Span);
    }
}
