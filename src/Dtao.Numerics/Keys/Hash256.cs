using System.Buffers.Binary;

namespace Dtao.Numerics;

/// <summary>A 32-byte digest, for example the hash of a block or of a call.</summary>
/// <remarks>Ordered bytewise. The default value is 32 zero bytes.</remarks>
public readonly record struct Hash256 : IComparable<Hash256>
{
    /// <summary>Length of a digest in bytes.</summary>
    public const int Size = 32;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private Hash256(ReadOnlySpan<byte> bytes)
    {
        _high = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _low = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>The digest of 32 zero bytes.</summary>
    public static Hash256 Zero => default;

    /// <summary>The digest with these 32 bytes.</summary>
    /// <exception cref="FormatException">Not 32 bytes.</exception>
    public static Hash256 FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size) throw new FormatException("a digest has 32 bytes");
        return new(bytes);
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, _high);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], _low);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Bytewise order.</summary>
    public int CompareTo(Hash256 other) =>
        _high != other._high ? _high.CompareTo(other._high) : _low.CompareTo(other._low);

    /// <inheritdoc/>
    public bool Equals(Hash256 other) => _high == other._high && _low == other._low;

    /// <summary>A hash that depends on all bytes and is the same in every process.</summary>
    public override int GetHashCode()
    {
        UInt128 mixed = unchecked(_high ^ (_low * 0x9E37_79B9_7F4A_7C15));
        return unchecked((int)((ulong)mixed ^ (ulong)(mixed >> 64)));
    }

    /// <summary>The bytes as hexadecimal text without prefix, lower case.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
