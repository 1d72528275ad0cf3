using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Dtao.Crypto;
using Dtao.Numerics;

namespace Dtao.Runtime.State;

/// <summary>
/// A storage map from subnet to value, kept as an array: reading is an array access.
/// </summary>
/// <typeparam name="T">Type of the value; arrays are treated as immutable.</typeparam>
public sealed class SubnetItem<T> : StorageItem
{
    private readonly Shape<T> _shape;
    private readonly T _absent;
    private T[] _values;
    private ulong[] _present;
    private ulong[] _changed;
    private bool _isShared;
    private Undone[] _undo = [];
    private int _undoCount;

    internal SubnetItem(
        StateLayer layer, ItemDescriptor descriptor, Shape<T> shape, T absent,
        SubnetItem<T>? shared)
        : base(layer, descriptor)
    {
        _shape = shape;
        _absent = absent;
        _values = shared?._values ?? [];
        _present = shared?._present ?? [];
        _changed = new ulong[_present.Length];
        if (shared is null) return;

        shared._isShared = true;
        _isShared = true;
    }

    /// <inheritdoc/>
    public override string ValueShape => _shape.Name;

    /// <inheritdoc/>
    public override byte[]? DefaultScale => _absent is null ? null : _shape.Encode(_absent);

    /// <summary>The value of a subnet; the default when none is stored.</summary>
    public T this[NetUid subnet]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            T[] values = _values;
            return subnet.Value < (uint)values.Length ? values[subnet.Value] : _absent;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set
        {
            int index = subnet.Value;
            if (Layer.IsRecording || _isShared || (uint)index >= (uint)_values.Length)
            {
                SetSlowly(index, value);
                return;
            }

            _values[index] = value;
            ulong bit = 1UL << index;
            _present[index >> 6] |= bit;
            ref ulong changed = ref _changed[index >> 6];
            if ((changed & bit) != 0) return;
            changed |= bit;
            NoteChange();
        }
    }

    /// <summary>Values of the lowest subnets; those beyond have the default.</summary>
    internal ReadOnlySpan<T> Values => _values;

    /// <summary>An entry is stored for the subnet, possibly equal to the default.</summary>
    public bool Contains(NetUid subnet)
    {
        int index = subnet.Value;
        return index < _values.Length && (_present[index >> 6] >> index & 1) != 0;
    }

    /// <summary>Removes the entry of a subnet; nothing happens when there is none.</summary>
    public void Remove(NetUid subnet)
    {
        int index = subnet.Value;
        if (!Contains(subnet)) return;
        Prepare(index);
        _values[index] = _absent;
        _present[index >> 6] &= ~(1UL << index);
        MarkChanged(index);
    }

    /// <summary>Subnets with an entry, in the order in which the chain iterates them.</summary>
    /// <remarks>
    /// The key is hashed by identity: the order is that of the little-endian bytes, which below
    /// 257 subnets is the numeric order. Source: docs/spec/numerics.md#iteration-order.
    /// </remarks>
    public List<NetUid> SubnetsInHashedKeyOrder()
    {
        List<NetUid> subnets = [];
        CopySubnetsInHashedKeyOrder(subnets);
        return subnets;
    }

    /// <summary>
    /// Replaces the content of a list by the subnets with an entry, in that order.
    /// </summary>
    public void CopySubnetsInHashedKeyOrder(List<NetUid> subnets)
    {
        subnets.Clear();
        int low = Math.Min(256, _values.Length);
        for (int index = 0; index < low; index++)
        {
            for (int subnet = index; subnet < _values.Length; subnet += 256)
            {
                if (Contains(new((ushort)subnet))) subnets.Add(new((ushort)subnet));
            }
        }
    }

    /// <inheritdoc/>
    public override void Put(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value) =>
        this[Decode(key)] = _shape.Decode(value);

    /// <inheritdoc/>
    public override void Remove(ReadOnlySpan<byte> key) => Remove(Decode(key));

    /// <inheritdoc/>
    public override void Clear()
    {
        foreach (NetUid subnet in SubnetsInHashedKeyOrder())
        {
            Remove(subnet);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<byte[], byte[]?>> Changes()
    {
        for (int index = 0; index < _values.Length; index++)
        {
            if ((_changed[index >> 6] >> index & 1) == 0) continue;
            NetUid subnet = new((ushort)index);
            yield return new(
                Encode(subnet), Contains(subnet) ? _shape.Encode(this[subnet]) : null);
        }
    }

    internal override StorageItem BranchInto(StateLayer layer) =>
        new SubnetItem<T>(layer, Descriptor, _shape, _absent, this);

    internal override void WriteEntries(EntryBook book)
    {
        for (int index = 0; index < _values.Length; index++)
        {
            NetUid subnet = new((ushort)index);
            if (!Contains(subnet)) continue;
            book.Key.WriteU16(subnet.Value);
            _shape.Write(book.Value, _values[index]);
            book.Close();
        }
    }

    internal override void UndoLast()
    {
        _undoCount--;
        Undone last = _undo[_undoCount];
        _undo[_undoCount] = default;
        _values[last.Index] = last.Value;
        ulong bit = 1UL << last.Index;
        if (last.Existed) _present[last.Index >> 6] |= bit;
        else _present[last.Index >> 6] &= ~bit;
    }

    internal override void ForgetUndo()
    {
        Array.Clear(_undo, 0, _undoCount);
        _undoCount = 0;
    }

    private protected override void ForgetChangedKeys() => Array.Clear(_changed);

    private static byte[] Encode(NetUid subnet)
    {
        byte[] key = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(key, subnet.Value);
        return key;
    }

    private static NetUid Decode(ReadOnlySpan<byte> key)
    {
        if (key.Length != 2) throw new FormatException("a subnet key has two bytes");
        return new(BinaryPrimitives.ReadUInt16LittleEndian(key));
    }

    private void SetSlowly(int index, T value)
    {
        Prepare(index);
        _values[index] = value;
        _present[index >> 6] |= 1UL << index;
        MarkChanged(index);
    }

    private void Prepare(int index)
    {
        if (_isShared)
        {
            _values = (T[])_values.Clone();
            _present = (ulong[])_present.Clone();
            _isShared = false;
        }

        if (index >= _values.Length)
        {
            int old = _values.Length;
            int size = (index + 64) / 64 * 64;
            Array.Resize(ref _values, size);
            Array.Fill(_values, _absent, old, size - old);
            Array.Resize(ref _present, size / 64);
            Array.Resize(ref _changed, size / 64);
        }

        if (!Layer.IsRecording) return;
        if (_undoCount == _undo.Length) Array.Resize(ref _undo, Math.Max(8, _undoCount * 2));
        bool existed = (_present[index >> 6] >> index & 1) != 0;
        _undo[_undoCount++] = new(index, existed, _values[index]);
        Layer.RecordUndo(this);
    }

    private void MarkChanged(int index)
    {
        _changed[index >> 6] |= 1UL << index;
        NoteChange();
    }

    private readonly record struct Undone(int Index, bool Existed, T Value);
}

/// <summary>Declares a storage map from subnet to value.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
internal sealed record SubnetDescriptor<T>(
    string Pallet, string Wire, KeyHasher Hasher, Shape<T> Shape, T WhenAbsent, string Unit)
    : ItemDescriptor<SubnetItem<T>>(Pallet, Wire, [new("u16", Hasher)], Unit)
{
    internal override StorageItem CreateIn(StateLayer layer) =>
        new SubnetItem<T>(layer, this, Shape, WhenAbsent, shared: null);
}
