using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.State;

namespace Dtao.Conformance.Formats;

/// <summary>Writes single entries of an item, for cases that do not bring a whole state.</summary>
internal readonly struct StoredItem
{
    private readonly IStorageItem _item;

    private StoredItem(IStorageItem item) => _item = item;

    /// <summary>An item of the economy's pallet.</summary>
    public static StoredItem Of(Chain chain, string name) =>
        new(chain.State.Find(ItemDescriptor.Subtensor, name)
            ?? throw new ArgumentException($"no item {name}", nameof(name)));

    /// <summary>Stores the value of an item without keys.</summary>
    public void Put(ulong value) => _item.Put([], Encode(value));

    /// <summary>Stores the value of an item without keys.</summary>
    public void Put(ushort value) => _item.Put([], Encode(value));

    /// <summary>Stores the value of an item without keys.</summary>
    public void Put(I96F32 value) => _item.Put([], Encode(value));

    /// <summary>Stores the value of a subnet.</summary>
    public void Put(NetUid subnet, ulong value) => _item.Put(Encode(subnet.Value), Encode(value));

    /// <summary>Stores the value of a subnet.</summary>
    public void Put(NetUid subnet, ushort value) => _item.Put(Encode(subnet.Value), Encode(value));

    /// <summary>Stores the value of a subnet.</summary>
    public void Put(NetUid subnet, UInt128 value) =>
        _item.Put(Encode(subnet.Value), Encode(value));

    /// <summary>Stores the value of a subnet.</summary>
    public void Put(NetUid subnet, I96F32 value) => _item.Put(Encode(subnet.Value), Encode(value));

    /// <summary>Stores the truth value of a subnet.</summary>
    public void Put(NetUid subnet, bool value) =>
        _item.Put(Encode(subnet.Value), [value ? (byte)1 : (byte)0]);

    /// <summary>Stores an account of a subnet.</summary>
    public void Put(NetUid subnet, AccountId value) =>
        _item.Put(Encode(subnet.Value), Encode(value));

    /// <summary>Stores the list of a subnet.</summary>
    public void Put(NetUid subnet, ushort[] values)
    {
        ScaleWriter list = new();
        list.WriteCompact((ulong)values.Length);
        Array.ForEach(values, list.WriteU16);
        _item.Put(Encode(subnet.Value), list.ToArray());
    }

    /// <summary>Stores the block of a neuron.</summary>
    public void Put(NetUid subnet, ushort uid, ulong value) =>
        _item.Put([.. Encode(subnet.Value), .. Encode(uid)], Encode(value));

    /// <summary>Stores the account of a neuron.</summary>
    public void Put(NetUid subnet, ushort uid, AccountId value) =>
        _item.Put([.. Encode(subnet.Value), .. Encode(uid)], Encode(value));

    /// <summary>Stores the value of a hotkey on a subnet.</summary>
    public void Put(Hotkey hotkey, NetUid subnet, ulong value) =>
        _item.Put([.. Encode(hotkey.Account), .. Encode(subnet.Value)], Encode(value));

    /// <summary>Stores the value of a hotkey on a subnet.</summary>
    public void Put(Hotkey hotkey, NetUid subnet, U64F64 value) =>
        _item.Put([.. Encode(hotkey.Account), .. Encode(subnet.Value)], Encode(value.Bits));

    /// <summary>Stores the value of a pair on a subnet.</summary>
    public void Put(Hotkey hotkey, Coldkey coldkey, NetUid subnet, U64F64 value) => _item.Put(
        [.. Encode(hotkey.Account), .. Encode(coldkey.Account), .. Encode(subnet.Value)],
        Encode(value.Bits));

    private static byte[] Encode(ushort value) => BitConverter.GetBytes(value);

    private static byte[] Encode(ulong value) => BitConverter.GetBytes(value);

    private static byte[] Encode(UInt128 value)
    {
        ScaleWriter writer = new();
        writer.WriteU128(value);
        return writer.ToArray();
    }

    private static byte[] Encode(I96F32 value)
    {
        ScaleWriter writer = new();
        writer.WriteI128(value.Bits);
        return writer.ToArray();
    }

    private static byte[] Encode(AccountId value)
    {
        byte[] bytes = new byte[AccountId.Size];
        value.CopyTo(bytes);
        return bytes;
    }
}
