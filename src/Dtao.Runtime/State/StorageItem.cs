namespace Dtao.Runtime.State;

/// <summary>What all kinds of storage items share: identity, undo and change bookkeeping.</summary>
public abstract class StorageItem : IStorageItem
{
    private bool _noted;

    private protected StorageItem(StateLayer layer, ItemDescriptor descriptor)
    {
        Layer = layer;
        Descriptor = descriptor;
    }

    /// <inheritdoc/>
    public string Pallet => Descriptor.Pallet;

    /// <inheritdoc/>
    public string Name => Descriptor.Name;

    /// <inheritdoc/>
    public string Unit => Descriptor.Unit;

    /// <inheritdoc/>
    public int Since => Descriptor.Since;

    /// <inheritdoc/>
    public IReadOnlyList<KeyPart> Keys => Descriptor.Keys;

    /// <inheritdoc/>
    public abstract string ValueShape { get; }

    /// <inheritdoc/>
    public abstract byte[]? DefaultScale { get; }

    internal ItemDescriptor Descriptor { get; }

    private protected StateLayer Layer { get; }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<byte[], byte[]>> Entries()
    {
        using EntryBook book = new();
        book.ReadPlain(this);
        return book.ToPairs();
    }

    /// <inheritdoc/>
    public abstract void Put(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value);

    /// <inheritdoc/>
    public abstract void Remove(ReadOnlySpan<byte> key);

    /// <inheritdoc/>
    public abstract void Clear();

    /// <inheritdoc/>
    public abstract IEnumerable<KeyValuePair<byte[], byte[]?>> Changes();

    /// <summary>
    /// The same item over another layer, sharing its storage until one side writes.
    /// </summary>
    internal abstract StorageItem BranchInto(StateLayer layer);

    /// <summary>Writes all stored entries, keys not hashed, in no order.</summary>
    internal abstract void WriteEntries(EntryBook book);

    /// <summary>Takes back the newest write that was recorded for undo.</summary>
    internal abstract void UndoLast();

    /// <summary>Forgets everything recorded for undo.</summary>
    internal abstract void ForgetUndo();

    /// <summary>Starts a new change set.</summary>
    internal void ForgetChanges()
    {
        _noted = false;
        ForgetChangedKeys();
    }

    private protected abstract void ForgetChangedKeys();

    private protected void NoteChange()
    {
        if (_noted) return;
        _noted = true;
        Layer.NoteChanged(this);
    }
}
