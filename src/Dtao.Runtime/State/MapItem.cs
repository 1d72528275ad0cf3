using Dtao.Codec;

namespace Dtao.Runtime.State;

/// <summary>A storage map whose keys do not lead through a subnet's number.</summary>
/// <typeparam name="TKey">Key, or all keys together.</typeparam>
/// <typeparam name="TValue">Value of an entry; arrays are treated as immutable.</typeparam>
public sealed class MapItem<TKey, TValue> : TableItem<TKey, TValue>
    where TKey : struct, IEquatable<TKey>
{
    private readonly Shape<TKey> _key;

    internal MapItem(
        StateLayer layer, ItemDescriptor descriptor, Shape<TKey> key, Shape<TValue> value,
        TValue absent, MapItem<TKey, TValue>? shared)
        : base(layer, descriptor, value, absent, shared) => _key = key;

    /// <summary>The value under a key; the default when none is stored.</summary>
    public TValue this[in TKey key]
    {
        get => ReadIn(0, key);
        set => SetIn(0, key, value);
    }

    /// <summary>An entry is stored under the key, possibly equal to the default.</summary>
    public bool Contains(in TKey key) => ContainsIn(0, key);

    /// <summary>Removes an entry; nothing happens when there is none.</summary>
    public void Remove(in TKey key) => RemoveIn(0, key);

    /// <summary>
    /// Where the entry of a key lies until it is removed; negative when it is absent.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="guess">Slot to look in first; any number will do.</param>
    internal int SlotOf(in TKey key, int guess) => SlotIn(0, key, guess);

    /// <summary>The value in a slot.</summary>
    internal TValue At(int slot) => ReadAt(0, slot);

    /// <summary>Joins all entries, in an order that may not matter.</summary>
    internal void FoldInNoOrder<TFold>(ref TFold fold)
        where TFold : struct, IFold<TKey, TValue> => FoldIn(0, ref fold);

    /// <summary>All entries in the order in which the chain iterates them.</summary>
    public List<KeyValuePair<TKey, TValue>> InHashedKeyOrder() => PartInHashedKeyOrder(0);

    internal override StorageItem BranchInto(StateLayer layer) =>
        new MapItem<TKey, TValue>(layer, Descriptor, _key, Value, Absent, this);

    private protected override void WriteKey(ScaleWriter to, int part, TKey key) =>
        _key.Write(to, key);

    private protected override (int Part, TKey Key) DecodeKey(ReadOnlySpan<byte> encoded) =>
        (0, _key.Decode(encoded));
}

/// <summary>Declares a storage map whose keys do not lead through a subnet's number.</summary>
/// <typeparam name="TKey">Key, or all keys together.</typeparam>
/// <typeparam name="TValue">Value of an entry.</typeparam>
internal sealed record MapDescriptor<TKey, TValue>(
    string Pallet, string Wire, KeyPart[] Parts, Shape<TKey> Key, Shape<TValue> Shape,
    TValue WhenAbsent, string Unit)
    : ItemDescriptor<MapItem<TKey, TValue>>(Pallet, Wire, Parts, Unit)
    where TKey : struct, IEquatable<TKey>
{
    internal override StorageItem CreateIn(StateLayer layer) =>
        new MapItem<TKey, TValue>(layer, this, Key, Shape, WhenAbsent, shared: null);
}
