using System.Buffers.Binary;

namespace Dtao.Numerics;

/// <summary>A 32-byte account id.</summary>
/// <remarks>Ordered bytewise. The default value is the zero account.</remarks>
public readonly record struct AccountId : IComparable<AccountId>
{
    /// <summary>Length of an account id in bytes.</summary>
    public const int Size = 32;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    private AccountId(ReadOnlySpan<byte> bytes)
    {
        _first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>The account of 32 zero bytes.</summary>
    public static AccountId Zero => default;

    /// <summary>The account with these 32 bytes.</summary>
    /// <exception cref="FormatException">Not 32 bytes.</exception>
    public static AccountId FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size) throw new FormatException("an account id has 32 bytes");
        return new(bytes);
    }

    /// <summary>The account with this hexadecimal text, with or without <c>0x</c>.</summary>
    /// <exception cref="FormatException">Not 64 hexadecimal digits.</exception>
    public static AccountId ParseHex(string text) => FromBytes(Convert.FromHexString(
        text.StartsWith("0x", StringComparison.Ordinal) ? text[2..] : text));

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _first);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _fourth);
    }

    /// <summary>The 32 bytes as hexadecimal text without prefix, lower case.</summary>
    public string ToHex()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Bytewise order.</summary>
    public int CompareTo(AccountId other)
    {
        if (_first != other._first) return _first.CompareTo(other._first);
        if (_second != other._second) return _second.CompareTo(other._second);
        return _third != other._third
            ? _third.CompareTo(other._third)
            : _fourth.CompareTo(other._fourth);
    }

    /// <inheritdoc/>
    public bool Equals(AccountId other) =>
        _first == other._first && _second == other._second
        && _third == other._third && _fourth == other._fourth;

    /// <summary>A hash that depends on all bytes and is the same in every process.</summary>
    public override int GetHashCode()
    {
        ulong mixed = unchecked(
            ((_first ^ (_third << 1)) * 0x9E37_79B9_7F4A_7C15)
            ^ ((_second + _fourth) * 0xC2B2_AE3D_27D4_EB4F));
        return unchecked((int)(mixed ^ (mixed >> 32)));
    }

    /// <summary>The hexadecimal text.</summary>
    public override string ToString() => ToHex();
}
