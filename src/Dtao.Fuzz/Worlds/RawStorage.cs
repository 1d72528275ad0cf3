using System.Buffers.Binary;
using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.State;

namespace Dtao.Fuzz.Worlds;

/// <summary>The stored bytes of a chain, read and written past all ledgers.</summary>
public static class RawStorage
{
    /// <summary>Pallet of the economy.</summary>
    public const string Economy = "SubtensorModule";

    /// <summary>A stored item.</summary>
    /// <exception cref="InvalidOperationException">The chain has no item of this name.</exception>
    public static IStorageItem Item(Chain chain, string pallet, string name) =>
        chain.State.Find(pallet, name)
        ?? throw new InvalidOperationException($"the chain has no item {pallet}.{name}");

    /// <summary>Bytes of an entry, or of the value when absent.</summary>
    public static byte[] Read(Chain chain, string name, params ReadOnlySpan<byte> key)
    {
        IStorageItem item = Item(chain, Economy, name);
        foreach ((byte[] own, byte[] value) in item.Entries())
        {
            if (key.SequenceEqual(own)) return value;
        }

        return item.DefaultScale ?? [];
    }

    /// <summary>A number of up to eight bytes, little end first.</summary>
    public static ulong Number(Chain chain, string name, params ReadOnlySpan<byte> key)
    {
        Span<byte> wide = stackalloc byte[8];
        byte[] value = Read(chain, name, key);
        value.AsSpan(0, Math.Min(8, value.Length)).CopyTo(wide);
        return BinaryPrimitives.ReadUInt64LittleEndian(wide);
    }

    /// <summary>A number of a subnet.</summary>
    public static ulong Number(Chain chain, string name, ushort subnet) =>
        Number(chain, name, KeyOf(subnet));

    /// <summary>Stores a number in the width of the item.</summary>
    public static void Write(Chain chain, string name, ulong value, params ReadOnlySpan<byte> key)
    {
        IStorageItem item = Item(chain, Economy, name);
        byte[] wide = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(wide, value);
        int width = item.ValueShape switch
        {
            "bool" or "u8" => 1,
            "u16" => 2,
            "u32" => 4,
            "u64" => 8,
            _ => 16,
        };
        item.Put(key, wide.AsSpan(0, width));
    }

    /// <summary>Stores a number of a subnet.</summary>
    public static void Write(Chain chain, string name, ulong value, ushort subnet) =>
        Write(chain, name, value, KeyOf(subnet));

    /// <summary>A stored list of accounts.</summary>
    public static IReadOnlyList<AccountId> AccountsIn(ReadOnlySpan<byte> value)
    {
        ScaleReader reader = new(value);
        AccountId[] accounts = new AccountId[reader.ReadLength()];
        for (int index = 0; index < accounts.Length; index++)
        {
            accounts[index] = AccountId.FromBytes(reader.ReadRaw(AccountId.Size));
        }

        return accounts;
    }

    /// <summary>Encoded key of a subnet.</summary>
    public static byte[] KeyOf(ushort subnet) => [(byte)(subnet & 0xFF), (byte)(subnet >> 8)];
}
