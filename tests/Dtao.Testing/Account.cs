using System.Buffers.Binary;
using Dtao.Numerics;

namespace Dtao.Testing;

/// <summary>Accounts by number: the number as 32 big-endian bytes, so order is by number.</summary>
public static class Account
{
    /// <summary>Account of a number.</summary>
    public static AccountId Of(ulong number)
    {
        Span<byte> bytes = stackalloc byte[AccountId.Size];
        bytes.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], number);
        return AccountId.FromBytes(bytes);
    }

    /// <summary>Hotkey of a number.</summary>
    public static Hotkey Hotkey(ulong number) => new(Of(number));

    /// <summary>Coldkey of a number.</summary>
    public static Coldkey Coldkey(ulong number) => new(Of(number));
}
