using System.Buffers;
using System.Buffers.Binary;

namespace Dtao.Codec;

/// <summary>Writes values in SCALE, the encoding of Substrate chains.</summary>
/// <remarks>Integers are little-endian with fixed width unless the method says compact.</remarks>
public sealed class ScaleWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Number of bytes written so far.</summary>
    public int Length => _bytes.WrittenCount;

    /// <summary>Everything written so far, valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Forgets what was written and keeps the memory for the next value.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>Everything written so far.</summary>
    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    /// <summary>One byte, 0 or 1.</summary>
    public void WriteBool(bool value) => WriteU8(value ? (byte)1 : (byte)0);

    /// <summary>One byte.</summary>
    public void WriteU8(byte value) => _bytes.Write([value]);

    /// <summary>Two bytes.</summary>
    public void WriteU16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.GetSpan(2), value);
        _bytes.Advance(2);
    }

    /// <summary>Four bytes.</summary>
    public void WriteU32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
    }

    /// <summary>Eight bytes.</summary>
    public void WriteU64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    /// <summary>Sixteen bytes.</summary>
    public void WriteU128(UInt128 value)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(_bytes.GetSpan(16), value);
        _bytes.Advance(16);
    }

    /// <summary>Sixteen bytes in two's complement.</summary>
    public void WriteI128(Int128 value)
    {
        BinaryPrimitives.WriteInt128LittleEndian(_bytes.GetSpan(16), value);
        _bytes.Advance(16);
    }

    /// <summary>One to nine bytes, fewer for small values.</summary>
    public void WriteCompact(ulong value)
    {
        if (value < 1UL << 6)
        {
            WriteU8((byte)(value << 2));
        }
        else if (value < 1UL << 14)
        {
            WriteU16((ushort)((value << 2) | 1));
        }
        else if (value < 1UL << 30)
        {
            WriteU32((uint)((value << 2) | 2));
        }
        else
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
            int length = 8;
            while (length > 4 && bytes[length - 1] == 0)
            {
                length--;
            }

            WriteU8((byte)(((length - 4) << 2) | 3));
            WriteRaw(bytes[..length]);
        }
    }

    /// <summary>Bytes as they are, without their number.</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>Bytes after their number.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        WriteCompact((ulong)bytes.Length);
        WriteRaw(bytes);
    }
}
