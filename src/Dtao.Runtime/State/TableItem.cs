using Dtao.Codec;

namespace Dtao.Runtime.State;

/// <summary>
/// A storage map kept as hash tables, one for each part (a subnet, or all together).
/// </summary>
/// <typeparam name="TKey">Key within a part.</typeparam>
/// <typeparam name="TValue">Value of an entry.</typeparam>
public abstract class TableItem<TKey, TValue> : StorageItem
    where TKey : struct, IEquatable<TKey>
{
    private readonly List<int> _changedParts = [];
    private readonly List<(int Part, TKey Key)> _removed = [];
    private uint[] _changeSetOfPart = [];
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
        foreach (int part in _changedParts)
        {
            if (_parts[part] is not { } table) continue;
            foreach ((TKey key, TValue value) in table.WrittenIn(Layer.ChangeSet))
            {
                yield return new(EncodeKey(part, key), Value.Encode(value));
            }
        }

        HashSet<(int, TKey)> seen = [];
        foreach ((int part, TKey key) in _removed)
        {
            if (ContainsIn(part, key) || !seen.Add((part, key))) continue;
            yield return new(EncodeKey(part, key), null);
        }
    }

    internal override void WriteEntries(EntryBook book)
    {
        for (int part = 0; part < _parts.Length; part++)
        {
            if (_parts[part] is not { } table) continue;
            for (int slot = 0; slot < table.SlotCount; slot++)
            {
                if (table.IsFree(slot)) continue;
                WriteKey(book.Key, part, table.KeyAt(slot));
                Value.Write(book.Value, table.ValueAt(slot));
                book.Close();
            }
        }
    }

    internal override void UndoLast()
    {
        _undoCount--;
        Undone last = _undo[_undoCount];
        _undo[_undoCount] = default;
        if (last.Existed) Store(Own(last.Part), last.Key, last.Value!);
        else Own(last.Part).Remove(last.Key, out _);
    }

    internal override void ForgetUndo()
    {
        Array.Clear(_undo, 0, _undoCount);
        _undoCount = 0;
    }

    private protected abstract void WriteKey(ScaleWriter to, int part, TKey key);

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

    /// <summary>
    /// Where the entry of a key lies until it is removed; negative when it is absent.
    /// </summary>
    private protected int SlotIn(int part, in TKey key) =>
        (uint)part < (uint)_parts.Length && _parts[part] is { } table
            ? table.SlotOf(key)
            : Table<TKey, TValue>.None;

    private protected int SlotIn(int part, in TKey key, int guess) =>
        (uint)part < (uint)_parts.Length && _parts[part] is { } table
            ? table.SlotOf(key, guess)
            : Table<TKey, TValue>.None;

    private protected int CountIn(int part) =>
        (uint)part < (uint)_parts.Length && _parts[part] is { } table ? table.Count : 0;

    /// <summary>Joins all entries of a part, in an order that may not matter.</summary>
    private protected void FoldIn<TFold>(int part, ref TFold fold)
        where TFold : struct, IFold<TKey, TValue>
    {
        if ((uint)part < (uint)_parts.Length) _parts[part]?.FoldInto(ref fold);
    }

    private protected ref readonly TValue ReadAt(int part, int slot) =>
        ref _parts[part]!.ValueAt(slot);

    private protected void SetIn(int part, in TKey key, TValue value)
    {
        int slot = SlotIn(part, key);
        if (slot != Table<TKey, TValue>.None)
        {
            SetAt(part, slot, value);
            return;
        }

        if (Layer.IsRecording) RememberUndo(new(part, key, Existed: false, default));
        Own(part).Add(key, value, Layer.ChangeSet);
        MarkChanged(part);
    }

    private protected void SetAt(int part, int slot, TValue value)
    {
        Table<TKey, TValue> table = Own(part);
        if (Layer.IsRecording)
        {
            RememberUndo(new(part, table.KeyAt(slot), Existed: true, table.ValueAt(slot)));
        }

        table.SetAt(slot, value, Layer.ChangeSet);
        MarkChanged(part);
    }

    private protected void RemoveIn(int part, in TKey key)
    {
        if (!ContainsIn(part, key)) return;
        Own(part).Remove(key, out TValue? old);
        NoteRemoval(part, key, old);
    }

    private protected void ClearPart(int part)
    {
        if ((uint)part >= (uint)_parts.Length || _parts[part] is not { Count: > 0 } table) return;
        foreach ((TKey key, TValue value) in table.Snapshot())
        {
            NoteRemoval(part, key, value);
        }

        Own(part).Clear();
    }

    /// <summary>Makes a part hold exactly these entries; no key stands twice.</summary>
    private protected void ReplacePart(
        int part, ReadOnlySpan<TKey> keys, ReadOnlySpan<TValue> values)
    {
        bool isSame = (uint)part < (uint)_parts.Length
            && _parts[part] is { } table
            && table.HoldsExactly(keys);
        if (!isSame) ClearPart(part);
        for (int index = 0; index < keys.Length; index++)
        {
            if (isSame) SetAt(part, index, values[index]);
            else SetIn(part, keys[index], values[index]);
        }
    }

    /// <summary>The entries of a part as they lie.</summary>
    private protected IReadOnlyList<KeyValuePair<TKey, TValue>> SnapshotIn(int part) =>
        (uint)part < (uint)_parts.Length && _parts[part] is { } table ? table.Snapshot() : [];

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
        _changedParts.Clear();
        _removed.Clear();
    }

    private byte[] EncodeKey(int part, TKey key)
    {
        ScaleWriter writer = new();
        WriteKey(writer, part, key);
        return writer.ToArray();
    }

    private Table<TKey, TValue> Own(int part)
    {
        if (part >= _parts.Length) Array.Resize(ref _parts, part + 1);
        Table<TKey, TValue>? table = _parts[part];
        if (table is null) return _parts[part] = new();
        if (table.IsShared) return _parts[part] = table.Copy();
        return table;
    }

    private void Store(Table<TKey, TValue> table, in TKey key, TValue value)
    {
        int slot = table.SlotOf(key);
        if (slot != Table<TKey, TValue>.None) table.SetAt(slot, value, Layer.ChangeSet);
        else table.Add(key, value, Layer.ChangeSet);
    }

    private void NoteRemoval(int part, in TKey key, TValue? old)
    {
        if (Layer.IsRecording) RememberUndo(new(part, key, Existed: true, old));
        _removed.Add((part, key));
        NoteChange();
    }

    private void MarkChanged(int part)
    {
        if (part >= _changeSetOfPart.Length) Array.Resize(ref _changeSetOfPart, _parts.Length);
        if (_changeSetOfPart[part] == Layer.ChangeSet) return;
        _changeSetOfPart[part] = Layer.ChangeSet;
        _changedParts.Add(part);
        NoteChange();
    }

    private void RememberUndo(in Undone undone)
    {
        if (_undoCount == _undo.Length) Array.Resize(ref _undo, Math.Max(16, _undoCount * 2));
        _undo[_undoCount++] = undone;
        Layer.RecordUndo(this);
    }

    private readonly record struct Undone(int Part, TKey Key, bool Existed, TValue? Value);
}
