using System.Buffers.Binary;
using Dtao.Crypto;
using Dtao.Numerics;

namespace Dtao.Runtime.State;

/// <summary>A storage map from (subnet, uid) to value, kept as one array for each subnet.</summary>
/// <typeparam name="T">Type of the value; arrays are treated as immutable.</typeparam>
public sealed class NeuronItem<T> : StorageItem
{
    private readonly Shape<T> _shape;
    private readonly T _absent;
    private readonly List<(ushort Subnet, ushort Uid)> _changed = [];
    private Rows?[] _subnets;
    private ulong[] _versions = [];
    private Undone[] _undo = [];
    private int _undoCount;

    internal NeuronItem(
        StateLayer layer, ItemDescriptor descriptor, Shape<T> shape, T absent,
        NeuronItem<T>? shared)
        : base(layer, descriptor)
    {
        _shape = shape;
        _absent = absent;
        _subnets = [];
        if (shared is null) return;

        _subnets = (Rows?[])shared._subnets.Clone();
        foreach (Rows? rows in _subnets)
        {
            rows?.IsShared = true;
        }
    }

    /// <inheritdoc/>
    public override string ValueShape => _shape.Name;

    /// <inheritdoc/>
    public override byte[]? DefaultScale => _absent is null ? null : _shape.Encode(_absent);

    /// <summary>The value of a neuron; the default when none is stored.</summary>
    public T this[NetUid subnet, Uid uid]
    {
        get
        {
            if (subnet.Value >= (uint)_subnets.Length) return _absent;
            T[]? values = _subnets[subnet.Value]?.Values;
            return values is not null && uid.Value < (uint)values.Length
                ? values[uid.Value]
                : _absent;
        }
        set
        {
            Rows rows = Prepare(subnet, uid);
            rows.Values[uid.Value] = value;
            rows.Present[uid.Value] = true;
        }
    }

    /// <summary>An entry is stored for the neuron, possibly equal to the default.</summary>
    public bool Contains(NetUid subnet, Uid uid) =>
        subnet.Value < _subnets.Length
        && _subnets[subnet.Value] is { } rows
        && uid.Value < rows.Count
        && rows.Present[uid.Value];

    /// <summary>
    /// Values of a subnet by uid; shorter than the subnet when the last are absent.
    /// </summary>
    /// <remarks>Absent entries hold the default. Valid until the next write.</remarks>
    public ReadOnlySpan<T> OfSubnet(NetUid subnet) =>
        subnet.Value < _subnets.Length && _subnets[subnet.Value] is { } rows
            ? rows.Values.AsSpan(0, rows.Count)
            : [];

    /// <summary>Rises with every write to a subnet's entries, in this branch.</summary>
    internal ulong VersionOf(NetUid subnet) =>
        subnet.Value < _versions.Length ? _versions[subnet.Value] : 0;

    /// <summary>Removes the entry of a neuron; nothing happens when there is none.</summary>
    public void Remove(NetUid subnet, Uid uid)
    {
        if (!Contains(subnet, uid)) return;
        Rows rows = Prepare(subnet, uid);
        rows.Values[uid.Value] = _absent;
        rows.Present[uid.Value] = false;
    }

    /// <summary>Removes all entries of a subnet.</summary>
    public void RemoveSubnet(NetUid subnet)
    {
        int count = OfSubnet(subnet).Length;
        for (int uid = 0; uid < count; uid++)
        {
            Remove(subnet, new((ushort)uid));
        }
    }

    /// <inheritdoc/>
    public override void Put(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        (NetUid subnet, Uid uid) = Decode(key);
        this[subnet, uid] = _shape.Decode(value);
    }

    /// <inheritdoc/>
    public override void Remove(ReadOnlySpan<byte> key)
    {
        (NetUid subnet, Uid uid) = Decode(key);
        Remove(subnet, uid);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        for (int subnet = 0; subnet < _subnets.Length; subnet++)
        {
            RemoveSubnet(new((ushort)subnet));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<byte[], byte[]?>> Changes()
    {
        HashSet<(ushort, ushort)> seen = [];
        foreach ((ushort subnet, ushort uid) in _changed)
        {
            if (!seen.Add((subnet, uid))) continue;
            NetUid netUid = new(subnet);
            Uid own = new(uid);
            yield return new(
                Encode(subnet, uid),
                Contains(netUid, own) ? _shape.Encode(this[netUid, own]) : null);
        }
    }

    internal override StorageItem BranchInto(StateLayer layer) =>
        new NeuronItem<T>(layer, Descriptor, _shape, _absent, this);

    internal override void WriteEntries(EntryBook book)
    {
        for (int subnet = 0; subnet < _subnets.Length; subnet++)
        {
            if (_subnets[subnet] is not { } rows) continue;
            for (int uid = 0; uid < rows.Count; uid++)
            {
                if (!rows.Present[uid]) continue;
                book.Key.WriteU16((ushort)subnet);
                book.Key.WriteU16((ushort)uid);
                _shape.Write(book.Value, rows.Values[uid]);
                book.Close();
            }
        }
    }

    internal override void UndoLast()
    {
        _undoCount--;
        Undone last = _undo[_undoCount];
        _undo[_undoCount] = default;
        Rows rows = Own(last.Subnet);
        rows.Values[last.Uid] = last.Value;
        rows.Present[last.Uid] = last.Existed;
    }

    internal override void ForgetUndo()
    {
        Array.Clear(_undo, 0, _undoCount);
        _undoCount = 0;
    }

    private protected override void ForgetChangedKeys() => _changed.Clear();

    private static byte[] Encode(ushort subnet, ushort uid)
    {
        byte[] key = new byte[4];
        BinaryPrimitives.WriteUInt16LittleEndian(key, subnet);
        BinaryPrimitives.WriteUInt16LittleEndian(key.AsSpan(2), uid);
        return key;
    }

    private static (NetUid Subnet, Uid Uid) Decode(ReadOnlySpan<byte> key)
    {
        if (key.Length != 4) throw new FormatException("a neuron key has four bytes");
        return (
            new(BinaryPrimitives.ReadUInt16LittleEndian(key)),
            new(BinaryPrimitives.ReadUInt16LittleEndian(key[2..])));
    }

    private Rows Prepare(NetUid subnet, Uid uid)
    {
        Rows rows = Own(subnet.Value);
        rows.Reserve(uid.Value + 1, _absent);
        if (Layer.IsRecording)
        {
            if (_undoCount == _undo.Length) Array.Resize(ref _undo, Math.Max(8, _undoCount * 2));
            _undo[_undoCount++] = new(
                subnet.Value, uid.Value, rows.Present[uid.Value], rows.Values[uid.Value]);
            Layer.RecordUndo(this);
        }

        NoteChange();
        _changed.Add((subnet.Value, uid.Value));
        return rows;
    }

    private Rows Own(int subnet)
    {
        if (subnet >= _subnets.Length) Array.Resize(ref _subnets, subnet + 1);
        if (subnet >= _versions.Length) Array.Resize(ref _versions, _subnets.Length);
        _versions[subnet]++;
        Rows? rows = _subnets[subnet];
        if (rows is null) return _subnets[subnet] = new();
        if (rows.IsShared) return _subnets[subnet] = rows.Copy();
        return rows;
    }

    private readonly record struct Undone(ushort Subnet, ushort Uid, bool Existed, T Value);

    private sealed class Rows
    {
        private const int FirstSize = 4;

        /// <summary>Values by uid; those from <see cref="Count"/> on are not there yet.</summary>
        public T[] Values { get; private set; } = [];

        public bool[] Present { get; private set; } = [];

        public int Count { get; private set; }

        public bool IsShared { get; set; }

        public Rows Copy() => new()
        {
            Values = (T[])Values.Clone(),
            Present = (bool[])Present.Clone(),
            Count = Count,
        };

        public void Reserve(int count, T absent)
        {
            if (count <= Count) return;
            int old = Values.Length;
            Count = count;
            if (count <= old) return;
            int size = Math.Max(Math.Max(FirstSize, count), old * 2);
            T[] values = new T[size];
            Values.CopyTo(values, 0);
            Array.Fill(values, absent, old, size - old);
            Values = values;
            bool[] present = Present;
            Array.Resize(ref present, size);
            Present = present;
        }
    }
}

/// <summary>Declares a storage map from (subnet, uid) to value.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
internal sealed record NeuronDescriptor<T>(
    string Pallet, string Wire, Shape<T> Shape, T WhenAbsent, string Unit)
    : ItemDescriptor<NeuronItem<T>>(
        Pallet,
        Wire,
        [new("u16", KeyHasher.Identity), new("u16", KeyHasher.Identity)],
        Unit)
{
    internal override StorageItem CreateIn(StateLayer layer) =>
        new NeuronItem<T>(layer, this, Shape, WhenAbsent, shared: null);
}
