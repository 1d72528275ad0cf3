using Dtao.Codec;
using Dtao.Crypto;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.State;

/// <summary>All storage items of one chain, with undo, change set, branches and a hash.</summary>
/// <remarks>
/// Items are typed columns owned by ledgers: reading a value of a subnet is an array access.
/// Undo records old values only while a call runs. A branch shares all columns and copies one
/// when either side first writes to it. Source: docs/spec/state.md#layer.
/// </remarks>
public sealed class StateLayer
{
    private readonly SortedDictionary<string, StorageItem> _items = new(StringComparer.Ordinal);
    private readonly List<StorageItem> _changed = [];
    private StorageItem[] _journal = new StorageItem[64];
    private int _journalCount;
    private int _depth;

    /// <summary>
    /// Number of the present change set; entries remember in which they were written.
    /// </summary>
    /// <remarks>
    /// It only rises, and a branch starts above its parent: a table that both still share holds
    /// no number that the branch will use.
    /// </remarks>
    internal uint ChangeSet { get; private set; } = 1;

    /// <summary>What moved, for whoever asks to keep it; no part of the state.</summary>
    public FlowJournal Flows { get; } = new();

    /// <summary>Every item, in the order of its wire name.</summary>
    public IReadOnlyCollection<IStorageItem> Items => _items.Values;

    /// <summary>Writes are being recorded so that a failing call can be undone.</summary>
    public bool IsRecording => _depth > 0;

    /// <summary>
    /// How often this state has been branched: what was stored before may be shared.
    /// </summary>
    internal int BranchCount { get; private set; }

    /// <summary>The item with this wire name, or null.</summary>
    public IStorageItem? Find(string pallet, string name) =>
        _items.GetValueOrDefault(WireName(pallet, name));

    /// <summary>A state that is equal now and independent from now on.</summary>
    /// <exception cref="InvariantException">A call is still running.</exception>
    public StateLayer Branch()
    {
        Invariant.Holds(_depth == 0, "a state is branched between calls");

        BranchCount = unchecked(BranchCount + 1);
        StateLayer branch = new() { ChangeSet = ChangeSet + 1 };
        foreach ((string name, StorageItem item) in _items)
        {
            branch._items.Add(name, item.BranchInto(branch));
        }

        return branch;
    }

    /// <summary>
    /// Forgets the change set: what is written from now on belongs to the new block.
    /// </summary>
    public void BeginBlock()
    {
        foreach (StorageItem item in _changed)
        {
            item.ForgetChanges();
        }

        _changed.Clear();
        ChangeSet++;
    }

    /// <summary>Items written since <see cref="BeginBlock"/>.</summary>
    public IReadOnlyList<IStorageItem> ChangedItems => _changed;

    /// <summary>Starts recording old values. Every begin is closed by one keep or undo.</summary>
    /// <returns>A mark that names this recording.</returns>
    public int BeginCall()
    {
        _depth++;
        Flows.BeginCall();
        return _journalCount;
    }

    /// <summary>Closes a recording and keeps its writes.</summary>
    public void Keep(int mark)
    {
        Invariant.Holds(_depth > 0 && mark <= _journalCount, "only a running call is kept");

        _depth--;
        Flows.KeepCall();
        if (_depth > 0) return;
        for (int index = 0; index < _journalCount; index++)
        {
            _journal[index].ForgetUndo();
        }

        _journalCount = 0;
    }

    /// <summary>Closes a recording and takes back all its writes.</summary>
    public void Undo(int mark)
    {
        Invariant.Holds(_depth > 0 && mark <= _journalCount, "only a running call is undone");

        while (_journalCount > mark)
        {
            _journalCount--;
            _journal[_journalCount].UndoLast();
        }

        Flows.UndoCall();
        _depth--;
    }

    /// <summary>
    /// Digest of the whole state: equal states have equal digests on every machine.
    /// </summary>
    /// <remarks>
    /// BLAKE2b-256 over the length-prefixed pairs (storage key, value) of all stored entries in
    /// ascending order of the storage key. It is not the chain's trie root.
    /// Source: docs/spec/state.md#hash.
    /// </remarks>
    public byte[] Hash()
    {
        // Item by item, so that the whole state is never in memory a second time.
        RunningBlake2b digest = new();
        using EntryBook book = new();
        foreach (StorageItem item in ItemsByPrefix())
        {
            book.ReadHashed(item);
            book.AppendTo(digest);
        }

        return digest.Finish();
    }

    /// <summary>Root of the chain's trie over all stored entries, state version 1.</summary>
    /// <remarks>Source: docs/spec/state.md#root.</remarks>
    public byte[] Root() => TrieRoot.Of(Pairs(), StateVersion.V1);

    /// <summary>All stored entries as the chain's database holds them, ascending by key.</summary>
    public IReadOnlyList<KeyValuePair<byte[], byte[]>> Pairs()
    {
        using EntryBook book = new();
        List<KeyValuePair<byte[], byte[]>> pairs = [];
        foreach (StorageItem item in ItemsByPrefix())
        {
            book.ReadHashed(item);
            pairs.AddRange(book.ToPairs());
        }

        return pairs;
    }

    /// <summary>The column of a declared item; created empty on first use.</summary>
    internal TItem Open<TItem>(ItemDescriptor<TItem> descriptor)
        where TItem : StorageItem
    {
        string name = WireName(descriptor.Pallet, descriptor.Name);
        if (!_items.TryGetValue(name, out StorageItem? item))
        {
            item = descriptor.CreateIn(this);
            _items.Add(name, item);
        }

        return (TItem)item;
    }

    internal void NoteChanged(StorageItem item) => _changed.Add(item);

    internal void RecordUndo(StorageItem item)
    {
        if (_journalCount == _journal.Length) Array.Resize(ref _journal, _journalCount * 2);
        _journal[_journalCount++] = item;
    }

    /// <summary>The items in the order of their storage keys; prefixes are of one length.
    /// </summary>
    private IEnumerable<StorageItem> ItemsByPrefix() => _items.Values.OrderBy(
        static item => Convert.ToHexString(StorageKey.Prefix(item.Pallet, item.Name)),
        StringComparer.Ordinal);

    private static string WireName(string pallet, string name) => $"{pallet}.{name}";
}
