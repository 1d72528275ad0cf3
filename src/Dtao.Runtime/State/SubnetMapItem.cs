using System.Buffers.Binary;
using Dtao.Codec;
using Dtao.Numerics;

namespace Dtao.Runtime.State;

/// <summary>
/// A storage map with a subnet among its keys, kept as one table for each subnet.
/// </summary>
/// <typeparam name="TKey">The keys besides the subnet.</typeparam>
/// <typeparam name="TValue">Value of an entry; arrays are treated as immutable.</typeparam>
public sealed class SubnetMapItem<TKey, TValue> : TableItem<TKey, TValue>
    where TKey : struct, IEquatable<TKey>
{
    private readonly SubnetKeyPlace _place;
    private readonly Shape<TKey> _key;

    internal SubnetMapItem(
        StateLayer layer, ItemDescriptor descriptor, SubnetKeyPlace place, Shape<TKey> key,
        Shape<TValue> value, TValue absent, SubnetMapItem<TKey, TValue>? shared)
        : base(layer, descriptor, value, absent, shared)
    {
        _place = place;
        _key = key;
    }

    /// <summary>The value under a key of a subnet; the default when none is stored.</summary>
    public TValue this[NetUid subnet, in TKey key]
    {
        get => ReadIn(subnet.Value, key);
        set => SetIn(subnet.Value, key, value);
    }

    /// <summary>An entry is stored under the key, possibly equal to the default.</summary>
    public bool Contains(NetUid subnet, in TKey key) => ContainsIn(subnet.Value, key);

    /// <summary>Removes an entry; nothing happens when there is none.</summary>
    public void Remove(NetUid subnet, in TKey key) => RemoveIn(subnet.Value, key);

    /// <summary>The subnet has an entry.</summary>
    internal bool HasAny(NetUid subnet) => CountIn(subnet.Value) > 0;

    /// <summary>Some subnet has an entry under the key.</summary>
    internal bool ContainsAnywhere(in TKey key)
    {
        for (int part = 0; part < PartCount; part++)
        {
            if (ContainsIn(part, key)) return true;
        }

        return false;
    }

    /// <summary>Subnets that have an entry under the key, in numeric order.</summary>
    internal List<NetUid> SubnetsOf(in TKey key)
    {
        List<NetUid> subnets = [];
        for (int part = 0; part < PartCount; part++)
        {
            if (ContainsIn(part, key)) subnets.Add(new((ushort)part));
        }

        return subnets;
    }

    /// <summary>All entries whose keys fit, by subnet; within one in no meaningful order.</summary>
    internal List<(NetUid Subnet, TKey Key, TValue Value)> Where(Func<TKey, bool> fits)
    {
        List<(NetUid Subnet, TKey Key, TValue Value)> found = [];
        for (int part = 0; part < PartCount; part++)
        {
            foreach ((TKey key, TValue value) in SnapshotIn(part))
            {
                if (fits(key)) found.Add((new((ushort)part), key, value));
            }
        }

        return found;
    }

    /// <summary>Removes all entries of a subnet.</summary>
    public void RemoveSubnet(NetUid subnet) => ClearPart(subnet.Value);

    /// <summary>Makes a subnet hold exactly these entries; no key stands twice.</summary>
    public void ReplaceSubnet(
        NetUid subnet, ReadOnlySpan<TKey> keys, ReadOnlySpan<TValue> values) =>
        ReplacePart(subnet.Value, keys, values);

    /// <summary>
    /// Where the entry of a key lies until it is removed; negative when it is absent.
    /// </summary>
    /// <param name="subnet">The subnet.</param>
    /// <param name="key">The key.</param>
    /// <param name="guess">Slot to look in first; any number will do.</param>
    internal int SlotOf(NetUid subnet, in TKey key, int guess) =>
        SlotIn(subnet.Value, key, guess);

    /// <summary>The value in a slot.</summary>
    internal TValue At(NetUid subnet, int slot) => ReadAt(subnet.Value, slot);

    /// <summary>Replaces the value in a slot.</summary>
    internal void SetAt(NetUid subnet, int slot, TValue value) =>
        SetAt(subnet.Value, slot, value);

    /// <summary>Joins all entries of a subnet, in an order that may not matter.</summary>
    internal void FoldInNoOrder<TFold>(NetUid subnet, ref TFold fold)
        where TFold : struct, IFold<TKey, TValue> => FoldIn(subnet.Value, ref fold);

    /// <summary>The entries of a subnet in the order in which the chain iterates them.</summary>
    public List<KeyValuePair<TKey, TValue>> OfSubnetInHashedKeyOrder(NetUid subnet) =>
        PartInHashedKeyOrder(subnet.Value);

    internal override StorageItem BranchInto(StateLayer layer) =>
        new SubnetMapItem<TKey, TValue>(layer, Descriptor, _place, _key, Value, Absent, this);

    private protected override void WriteKey(ScaleWriter to, int part, TKey key)
    {
        if (_place == SubnetKeyPlace.First) to.WriteU16((ushort)part);
        if (_place == SubnetKeyPlace.SecondAfterAccount)
        {
            byte[] own = _key.Encode(key);
            to.WriteRaw(own.AsSpan(0, Math.Min(AccountId.Size, own.Length)));
            to.WriteU16((ushort)part);
            to.WriteRaw(own.AsSpan(Math.Min(AccountId.Size, own.Length)));
            return;
        }

        _key.Write(to, key);
        if (_place == SubnetKeyPlace.Last) to.WriteU16((ushort)part);
    }

    private protected override (int Part, TKey Key) DecodeKey(ReadOnlySpan<byte> encoded)
    {
        if (encoded.Length < 2) throw new FormatException("a key with a subnet is longer");
        int at = PlaceIn(encoded.Length);
        byte[] own = [.. encoded[..at], .. encoded[(at + 2)..]];
        return (BinaryPrimitives.ReadUInt16LittleEndian(encoded[at..]), _key.Decode(own));
    }

    private int PlaceIn(int length) => _place switch
    {
        SubnetKeyPlace.First => 0,
        SubnetKeyPlace.SecondAfterAccount => Math.Min(32, length - 2),
        _ => length - 2,
    };
}

/// <summary>Declares a storage map with a subnet among its keys.</summary>
/// <typeparam name="TKey">The keys besides the subnet.</typeparam>
/// <typeparam name="TValue">Value of an entry.</typeparam>
internal sealed record SubnetMapDescriptor<TKey, TValue>(
    string Pallet, string Wire, KeyPart[] Parts, SubnetKeyPlace Place, Shape<TKey> Key,
    Shape<TValue> Shape, TValue WhenAbsent, string Unit)
    : ItemDescriptor<SubnetMapItem<TKey, TValue>>(Pallet, Wire, Parts, Unit)
    where TKey : struct, IEquatable<TKey>
{
    internal override StorageItem CreateIn(StateLayer layer) =>
        new SubnetMapItem<TKey, TValue>(
            layer, this, Place, Key, Shape, WhenAbsent, shared: null);
}
