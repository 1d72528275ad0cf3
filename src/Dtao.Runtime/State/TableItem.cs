namespace Dtao.Runtime.State;

/// <summary>A storage map kept as hash tables, one for each part (a subnet, or all together).</summary>
/// <typeparam name="TKey">Key within a part.</typeparam>
/// <typeparam name="TValue">Value of an entry.</typeparam>
public abstract class TableItem<TKey, TValue> : StorageItem
    where TKey : struct, IEquatable<TKey>
{
    private readonly List<(int Part, TKey Key)> _changed = [];
    private readonly TValue _absent;
    private Table<TKey, TValue>?[] _parts;
    private Undone[] _undo = [];
    private int _undoCount;

    private protected TableItem(
        StateLayer layer, ItemDescriptor descriptor, Shape<TValue> value, TValue absent,
        TableItem<TKey, TValue>? shared)
        : base(layer, descriptor)
    {
        Value = value;
        _absent = absent;
        _parts = [];
        if (shared is null) return;

        _parts = (Table<TKey, TValue>?[])shared._parts.Clone();
        foreach (Table<TKey, TValue>? part in _parts)
        {
            part?.IsShared = true;
        }
    }

    /// <inheritdoc/>
    public override string ValueShape => Value.Name;

    /// <inheritdoc/>
    public override byte[]? DefaultScale => _absent is null ? null : Value.Encode(_absent);

    private protected Shape<TValue> Value { get; }

    private protected TValue Absent => _absent;

    private protected int PartCount => _parts.Length;

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<byte[], byte[]>> Entries()
    {
        for (int part = 0; part < _parts.Length; part++)
        {
            if (_parts[part] is not { } table) continue;
            foreach ((TKey key, TValue value) in table.Snapshot())
            {
                yield return new(EncodeKey(part, key), Value.Encode(value));
            }
        }
    }

    /// <inheritdoc/>
    public override void Put(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        (int part, TKey own) = DecodeKey(key);
        SetIn(part, own, Value.Decode(value));
    }

    /// <inheritdoc/>
    public override void Remove(ReadOnlySpan<byte> key)
    {
        (int part, TKey own) = DecodeKey(key);
        RemoveIn(part, own);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        for (int part = 0; part < _parts.Length; part++)
        {
            ClearPart(part);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<byte[], byte[]?>> Changes()
    {
        HashSet<(int, TKey)> seen = [];
        foreach ((int part, TKey key) in _changed)
        {
            if (!seen.Add((part, key))) continue;
            byte[]? value = ContainsIn(part, key) ? Value.Encode(ReadIn(part, key)) : null;
            yield return new(EncodeKey(part, key), value);
        }
    }

    internal override void UndoLast()
    {
        _undoCount--;
        Undone last = _undo[_undoCount];
        _undo[_undoCount] = default;
        if (last.Existed) Own(last.Part).Set(last.Key, last.Value!, out _, out _);
        else Own(last.Part).Remove(last.Key, out _);
    }

    internal override void ForgetUndo()
    {
        Array.Clear(_undo, 0, _undoCount);
        _undoCount = 0;
    }

    private protected abstract byte[] EncodeKey(int part, TKey key);

    private protected abstract (int Part, TKey Key) DecodeKey(ReadOnlySpan<byte> encoded);

    private protected ref readonly TValue ReadIn(int part, in TKey key)
    {
        if ((uint)part < (uint)_parts.Length && _parts[part] is { } table)
        {
            return ref table.Find(key, in _absent);
        }

        return ref _absent;
    }

    private protected bool ContainsIn(int part, in TKey key) =>
        (uint)part < (uint)_parts.Length && _parts[part] is { } table && table.Contains(key);

    private protected void SetIn(int part, in TKey key, TValue value)
    {
        bool existed = Own(part).Set(key, value, out TValue? old, out bool wasChanged);
        if (!wasChanged) RememberChange(part, key);
        if (Layer.IsRecording) RememberUndo(new(part, key, existed, old));
    }

    private protected void RemoveIn(int part, in TKey key)
    {
        if (!ContainsIn(part, key)) return;
        Own(part).Remove(key, out TValue? old);
        RememberChange(part, key);
        if (Layer.IsRecording) RememberUndo(new(part, key, Existed: true, old));
    }

    private protected void ClearPart(int part)
    {
        if ((uint)part >= (uint)_parts.Length || _parts[part] is not { Count: > 0 } table) return;
        foreach ((TKey key, TValue value) in table.Snapshot())
        {
            RememberChange(part, key);
            if (Layer.IsRecording) RememberUndo(new(part, key, Existed: true, value));
        }

        Own(part).Clear();
    }

    /// <summary>The entries of a part in the order in which the chain iterates them.</summary>
    private protected List<KeyValuePair<TKey, TValue>> PartInHashedKeyOrder(int part)
    {
        if ((uint)part >= (uint)_parts.Length || _parts[part] is not { } table) return [];
        List<(byte[] Order, KeyValuePair<TKey, TValue> Entry)> ordered = [];
        foreach (KeyValuePair<TKey, TValue> entry in table.Snapshot())
        {
            ordered.Add((StorageKey.Hashed(Keys, EncodeKey(part, entry.Key)), entry));
        }

        ordered.Sort(static (left, right) => left.Order.AsSpan().SequenceCompareTo(right.Order));
        return ordered.ConvertAll(static item => item.Entry);
    }

    private protected override void ForgetChangedKeys()
    {
        foreach ((int part, TKey key) in _changed)
        {
            // A shared table is left alone, another thread may read it; its copy starts unmarked.
            if (_parts[part] is { IsShared: false } table) table.ForgetChange(key);
        }

        _changed.Clear();
    }

    private Table<TKey, TValue> Own(int part)
    {
        if (part >= _parts.Length) Array.Resize(ref _parts, part + 1);
        Table<TKey, TValue>? table = _parts[part];
        if (table is null) return _parts[part] = new();
        if (table.IsShared) return _parts[part] = table.Copy();
        return table;
    }

    private void RememberChange(int part, in TKey key)
    {
        NoteChange();
        _changed.Add((part, key));
    }

    private void RememberUndo(in Undone undone)
    {
        if (_undoCount == _undo.Length) Array.Resize(ref _undo, Math.Max(16, _undoCount * 2));
        _undo[_undoCount++] = undone;
        Layer.RecordUndo(this);
    }

    private readonly record struct Undone(int Part, TKey Key, bool Existed, TValue? Value);
}
