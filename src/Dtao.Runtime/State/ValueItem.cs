namespace Dtao.Runtime.State;

/// <summary>A storage item without keys.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class ValueItem<T> : StorageItem
{
    private readonly Shape<T> _shape;
    private readonly T _absent;
    private readonly Stack<(bool Existed, T Value)> _undo = new();
    private T _value;
    private bool _changed;

    internal ValueItem(
        StateLayer layer, ItemDescriptor descriptor, Shape<T> shape, T absent, ValueItem<T>? shared)
        : base(layer, descriptor)
    {
        _shape = shape;
        _absent = absent;
        _value = absent;
        if (shared is null) return;

        _value = shared._value;
        IsPresent = shared.IsPresent;
    }

    /// <summary>An entry is stored, possibly equal to the default.</summary>
    public bool IsPresent { get; private set; }

    /// <summary>The stored value, or the default when nothing is stored.</summary>
    public T Value
    {
        get => _value;
        set => Change(existed: true, value);
    }

    /// <inheritdoc/>
    public override string ValueShape => _shape.Name;

    /// <inheritdoc/>
    public override byte[]? DefaultScale => _absent is null ? null : _shape.Encode(_absent);

    /// <inheritdoc/>
    public override void Put(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value) =>
        Value = _shape.Decode(value);

    /// <inheritdoc/>
    public override void Remove(ReadOnlySpan<byte> key) => Clear();

    /// <inheritdoc/>
    public override void Clear()
    {
        if (IsPresent) Change(existed: false, _absent);
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<byte[], byte[]?>> Changes() =>
        _changed ? [new([], IsPresent ? _shape.Encode(_value) : null)] : [];

    internal override StorageItem BranchInto(StateLayer layer) =>
        new ValueItem<T>(layer, Descriptor, _shape, _absent, this);

    internal override void WriteEntries(EntryBook book)
    {
        if (!IsPresent) return;
        _shape.Write(book.Value, _value);
        book.Close();
    }

    internal override void UndoLast() => (IsPresent, _value) = _undo.Pop();

    internal override void ForgetUndo() => _undo.Clear();

    private protected override void ForgetChangedKeys() => _changed = false;

    private void Change(bool existed, T value)
    {
        if (Layer.IsRecording)
        {
            _undo.Push((IsPresent, _value));
            Layer.RecordUndo(this);
        }

        IsPresent = existed;
        _value = value;
        if (_changed) return;
        _changed = true;
        NoteChange();
    }
}

/// <summary>Declares a storage item without keys.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
internal sealed record ValueDescriptor<T>(
    string Pallet, string Wire, Shape<T> Shape, T WhenAbsent, string Unit)
    : ItemDescriptor<ValueItem<T>>(Pallet, Wire, [], Unit)
{
    internal override StorageItem CreateIn(StateLayer layer) =>
        new ValueItem<T>(layer, this, Shape, WhenAbsent, shared: null);
}
