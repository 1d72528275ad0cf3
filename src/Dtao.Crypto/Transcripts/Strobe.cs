using System.Runtime.InteropServices;

namespace Dtao.Crypto.Transcripts;

/// <summary>The part of STROBE-128 (version 1.0.2) that Merlin's transcripts use.</summary>
/// <remarks>A machine of little-endian words is assumed, as .NET runs on.</remarks>
internal sealed class Strobe
{
    private const int Rate = 166;
    private const byte FlagInbound = 1;
    private const byte FlagApplication = 2;
    private const byte FlagCipher = 4;
    private const byte FlagMeta = 16;

    private readonly ulong[] _lanes = new ulong[KeccakPermutation.Lanes];
    private int _position;
    private int _begin;

    /// <summary>A state that belongs to a protocol.</summary>
    /// <param name="protocol">Name of the protocol.</param>
    public Strobe(ReadOnlySpan<byte> protocol)
    {
        ReadOnlySpan<byte> parameters = [1, Rate + 2, 1, 0, 1, 96];
        parameters.CopyTo(Bytes);
        "STROBEv1.0.2"u8.CopyTo(Bytes[parameters.Length..]);
        KeccakPermutation.Apply(_lanes);
        TakeMeta(protocol);
    }

    private Span<byte> Bytes => MemoryMarshal.AsBytes(_lanes.AsSpan());

    /// <summary>Takes data about what comes next.</summary>
    public void TakeMeta(ReadOnlySpan<byte> data)
    {
        Begin(FlagMeta | FlagApplication);
        Absorb(data);
    }

    /// <summary>Goes on with what <see cref="TakeMeta"/> began.</summary>
    public void TakeMoreMeta(ReadOnlySpan<byte> data) => Absorb(data);

    /// <summary>Takes data.</summary>
    public void Take(ReadOnlySpan<byte> data)
    {
        Begin(FlagApplication);
        Absorb(data);
    }

    /// <summary>Gives bytes that depend on everything taken before.</summary>
    public void Give(Span<byte> destination)
    {
        Begin(FlagInbound | FlagApplication | FlagCipher);
        for (int index = 0; index < destination.Length; index++)
        {
            destination[index] = Bytes[_position];
            Bytes[_position] = 0;
            Advance();
        }
    }

    private void Begin(byte flags)
    {
        byte old = (byte)_begin;
        _begin = _position + 1;
        Absorb([old, flags]);
        if ((flags & FlagCipher) != 0 && _position != 0) Permute();
    }

    private void Absorb(ReadOnlySpan<byte> data)
    {
        foreach (byte value in data)
        {
            Bytes[_position] ^= value;
            Advance();
        }
    }

    private void Advance()
    {
        _position++;
        if (_position == Rate) Permute();
    }

    private void Permute()
    {
        Bytes[_position] ^= (byte)_begin;
        Bytes[_position + 1] ^= 0x04;
        Bytes[Rate + 1] ^= 0x80;
        KeccakPermutation.Apply(_lanes);
        _position = 0;
        _begin = 0;
    }
}
