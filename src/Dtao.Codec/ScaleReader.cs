using System.Buffers.Binary;

namespace Dtao.Codec;

/// <summary>Reads values in SCALE from bytes that nobody vouches for.</summary>
/// <remarks>Every refusal is a <see cref="FormatException"/> that names the offset.</remarks>
/// <param name="bytes">The bytes to read.</param>
public ref struct ScaleReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>So deep may values carry each other.</summary>
    public const int DeepestNesting = 256;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _depth;

    /// <summary>Number of bytes read so far.</summary>
    public int Offset { get; private set; }

    /// <summary>
    /// Version of the protocol whose meaning the bytes have; 0 for the newest.
    /// </summary>
    public int Version { get; init; }

    /// <summary>Nothing is left.</summary>
    public readonly bool IsAtEnd => Offset == _bytes.Length;

    /// <summary>Begins a value that may carry others of its kind.</summary>
    /// <exception cref="FormatException">Nested too deeply.</exception>
    public void Descend()
    {
        if (_depth == DeepestNesting)
        {
            throw new FormatException(
                $"values are nested more than {DeepestNesting} deep, byte {Offset}");
        }

        _depth++;
    }

    /// <summary>Ends a value that <see cref="Descend"/> began.</summary>
    public void Ascend() => _depth--;

    /// <summary>One byte, 0 or 1.</summary>
    public bool ReadBool()
    {
        byte value = ReadU8();
        if (value > 1) throw new FormatException($"{value} is no truth value, byte {Offset - 1}");
        return value == 1;
    }

    /// <summary>One byte.</summary>
    public byte ReadU8() => ReadRaw(1)[0];

    /// <summary>Two bytes.</summary>
    public ushort ReadU16() => BinaryPrimitives.ReadUInt16LittleEndian(ReadRaw(2));

    /// <summary>Four bytes.</summary>
    public uint ReadU32() => BinaryPrimitives.ReadUInt32LittleEndian(ReadRaw(4));

    /// <summary>Eight bytes.</summary>
    public ulong ReadU64() => BinaryPrimitives.ReadUInt64LittleEndian(ReadRaw(8));

    /// <summary>Sixteen bytes.</summary>
    public UInt128 ReadU128() => BinaryPrimitives.ReadUInt128LittleEndian(ReadRaw(16));

    /// <summary>Sixteen bytes in two's complement.</summary>
    public Int128 ReadI128() => BinaryPrimitives.ReadInt128LittleEndian(ReadRaw(16));

    /// <summary>A compact number; longer forms than needed are refused.</summary>
    public ulong ReadCompact()
    {
        int start = Offset;
        byte first = ReadU8();
        ulong value;
        ulong least;
        switch (first & 3)
        {
            case 0:
                return (ulong)first >> 2;
            case 1:
                value = (ulong)(first | (ReadU8() << 8)) >> 2;
                least = 1UL << 6;
                break;
            case 2:
                ReadOnlySpan<byte> three = ReadRaw(3);
                value = (ulong)(uint)(first | (three[0] << 8) | (three[1] << 16)) >> 2;
                value |= (ulong)three[2] << 22;
                least = 1UL << 14;
                break;
            default:
                value = ReadBig((first >> 2) + 4, start, out least);
                break;
        }

        if (value < least) throw new FormatException($"a compact number is too long, byte {start}");
        return value;
    }

    /// <summary>A compact number of items, at most one for each byte that is left.</summary>
    public int ReadLength()
    {
        int start = Offset;
        ulong length = ReadCompact();
        if (length > (ulong)(_bytes.Length - Offset))
        {
            throw new FormatException($"{length} items do not fit the rest, byte {start}");
        }

        return (int)length;
    }

    /// <summary>As many bytes as asked for.</summary>
    public ReadOnlySpan<byte> ReadRaw(int length)
    {
        if (length > _bytes.Length - Offset)
        {
            throw new FormatException(
                $"{length} bytes needed, {_bytes.Length - Offset} left, byte {Offset}");
        }

        ReadOnlySpan<byte> result = _bytes.Slice(Offset, length);
        Offset += length;
        return result;
    }

    /// <summary>Bytes after their number.</summary>
    public byte[] ReadBytes() => ReadRaw(ReadLength()).ToArray();

    private ulong ReadBig(int length, int start, out ulong least)
    {
        if (length > 8) throw new FormatException($"a compact number above 2^64, byte {start}");
        ReadOnlySpan<byte> bytes = ReadRaw(length);
        ulong value = 0;
        for (int index = length - 1; index >= 0; index--)
        {
            value = (value << 8) | bytes[index];
        }

        least = length == 4 ? 1UL << 30 : 1UL << (8 * (length - 1));
        return value;
    }
}
