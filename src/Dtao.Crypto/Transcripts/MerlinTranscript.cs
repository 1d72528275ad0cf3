using System.Buffers.Binary;

namespace Dtao.Crypto.Transcripts;

/// <summary>A transcript of a protocol by Merlin 1.0: messages in, challenges out.</summary>
internal sealed class MerlinTranscript
{
    private readonly Strobe _strobe = new("Merlin v1.0"u8);

    /// <summary>A transcript of a protocol.</summary>
    /// <param name="label">Name of the protocol.</param>
    public MerlinTranscript(ReadOnlySpan<byte> label) => Append("dom-sep"u8, label);

    /// <summary>Takes a message.</summary>
    public void Append(ReadOnlySpan<byte> label, ReadOnlySpan<byte> message)
    {
        TakeLabel(label, message.Length);
        _strobe.Take(message);
    }

    /// <summary>Fills bytes that depend on everything before.</summary>
    public void Challenge(ReadOnlySpan<byte> label, Span<byte> destination)
    {
        TakeLabel(label, destination.Length);
        _strobe.Give(destination);
    }

    private void TakeLabel(ReadOnlySpan<byte> label, int length)
    {
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, length);
        _strobe.TakeMeta(label);
        _strobe.TakeMoreMeta(size);
    }
}
