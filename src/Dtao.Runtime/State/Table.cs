namespace Dtao.Runtime.State;

/// <summary>
/// A hash table that several branches can share and that cannot be iterated by order.
/// </summary>
/// <remarks>
/// Entries lie in the order of insertion, so a subnet's neurons are neighbours in memory. The
/// order is visible to nobody: reading goes by key, listing goes through sorted copies.
/// </remarks>
internal sealed class Table<TKey, TValue>
    where TKey : struct, IEquatable<TKey>
{
    /// <summary>Slot of a key without entry.</summary>
    public const int None = -1;

    private int[] _buckets;
    private Entry[] _entries;
    private int _used;
    private int _free = None;

    public Table()
    {
        _buckets = [];
        _entries = [];
    }

    private Table(Table<TKey, TValue> other)
    {
        _buckets = (int[])other._buckets.Clone();
        _entries = (Entry[])other._entries.Clone();
        _used = other._used;
        _free = other._free;
        Count = other.Count;
    }

    public int Count { get; private set; }

    /// <summary>Slots in use or free again, from 0 on.</summary>
    public int SlotCount => _used;

    /// <summary>Another branch may hold this very table; whoever writes copies it first.</summary>
    public bool IsShared { get; set; }

    public Table<TKey, TValue> Copy() => new(this);

    public ref readonly TValue Find(in TKey key, ref readonly TValue absent)
    {
        int slot = SlotOf(key);
        if (slot == None) return ref absent;
        return ref _entries[slot].Value;
    }

    public bool Contains(in TKey key) => SlotOf(key) != None;

    /// <summary>
    /// Where the entry of a key lies until it is removed, in this table and its copies.
    /// </summary>
    public int SlotOf(in TKey key)
    {
        if (_buckets.Length == 0) return None;
        int slot = _buckets[BucketOf(key)] - 1;
        while (slot != None)
        {
            ref Entry entry = ref _entries[slot];
            if (entry.Key.Equals(key)) return slot;
            slot = entry.Next;
        }

        return None;
    }

    /// <summary>The same; looks into a guessed slot first, which may be any number.</summary>
    public int SlotOf(in TKey key, int guess)
    {
        if ((uint)guess < (uint)_used)
        {
            ref Entry entry = ref _entries[guess];
            if (!entry.IsFree && entry.Key.Equals(key)) return guess;
        }

        return SlotOf(key);
    }

    /// <summary>
    /// Joins all entries; the order is nobody's business, so the outcome may not depend on it.
    /// </summary>
    public void FoldInto<TFold>(ref TFold fold)
        where TFold : struct, IFold<TKey, TValue>
    {
        foreach (ref readonly Entry entry in _entries.AsSpan(0, _used))
        {
            if (!entry.IsFree) fold.Add(in entry.Key, in entry.Value);
        }
    }

    public bool IsFree(int slot) => _entries[slot].IsFree;

    public ref readonly TKey KeyAt(int slot) => ref _entries[slot].Key;

    public ref readonly TValue ValueAt(int slot) => ref _entries[slot].Value;

    /// <summary>Replaces the value of an entry.</summary>
    public void SetAt(int slot, TValue value, uint changeSet)
    {
        ref Entry entry = ref _entries[slot];
        entry.Value = value;
        entry.ChangeSet = changeSet;
    }

    /// <summary>Stores a value under a key without entry.</summary>
    public void Add(in TKey key, TValue value, uint changeSet)
    {
        int slot;
        if (_free != None)
        {
            slot = _free;
            _free = _entries[slot].Next;
        }
        else
        {
            if (_used == _entries.Length) Grow();
            slot = _used++;
        }

        uint bucket = BucketOf(key);
        _entries[slot] = new Entry
        {
            Key = key,
            Value = value,
            Next = _buckets[bucket] - 1,
            ChangeSet = changeSet,
        };
        _buckets[bucket] = slot + 1;
        Count++;
    }

    /// <summary>The entries are exactly these keys, in slots of the same order.</summary>
    public bool HoldsExactly(ReadOnlySpan<TKey> keys)
    {
        if (Count != keys.Length || _used != keys.Length) return false;
        for (int slot = 0; slot < keys.Length; slot++)
        {
            if (!_entries[slot].Key.Equals(keys[slot])) return false;
        }

        return true;
    }

    public bool Remove(in TKey key, out TValue? old)
    {
        old = default;
        if (_buckets.Length == 0) return false;
        uint bucket = BucketOf(key);
        int previous = None;
        for (int index = _buckets[bucket] - 1; index != None; index = _entries[index].Next)
        {
            ref Entry entry = ref _entries[index];
            if (entry.Key.Equals(key))
            {
                if (previous == None) _buckets[bucket] = entry.Next + 1;
                else _entries[previous].Next = entry.Next;
                old = entry.Value;
                entry = new Entry { Next = _free, IsFree = true };
                _free = index;
                Count--;
                return true;
            }

            previous = index;
        }

        return false;
    }

    public void Clear()
    {
        Array.Clear(_buckets);
        Array.Clear(_entries, 0, _used);
        _used = 0;
        _free = None;
        Count = 0;
    }

    /// <summary>All entries in an order that must not influence anything.</summary>
    public List<KeyValuePair<TKey, TValue>> Snapshot()
    {
        List<KeyValuePair<TKey, TValue>> entries = new(Count);
        for (int index = 0; index < _used; index++)
        {
            ref Entry entry = ref _entries[index];
            if (!entry.IsFree) entries.Add(new(entry.Key, entry.Value));
        }

        return entries;
    }

    /// <summary>The entries that were written in a change set, in an order of no meaning.</summary>
    public List<KeyValuePair<TKey, TValue>> WrittenIn(uint changeSet)
    {
        List<KeyValuePair<TKey, TValue>> entries = [];
        for (int slot = 0; slot < _used; slot++)
        {
            ref Entry entry = ref _entries[slot];
            if (entry.IsFree || entry.ChangeSet != changeSet) continue;
            entries.Add(new(entry.Key, entry.Value));
        }

        return entries;
    }

    private uint BucketOf(in TKey key) =>
        unchecked((uint)key.GetHashCode()) & (uint)(_buckets.Length - 1);

    private void Grow()
    {
        int size = Math.Max(4, _entries.Length * 2);
        Array.Resize(ref _entries, size);
        _buckets = new int[size];
        for (int index = 0; index < _used; index++)
        {
            ref Entry entry = ref _entries[index];
            if (entry.IsFree) continue;
            uint bucket = BucketOf(entry.Key);
            entry.Next = _buckets[bucket] - 1;
            _buckets[bucket] = index + 1;
        }
    }

    private struct Entry
    {
        public TKey Key;
        public TValue Value;
        public int Next;
        public uint ChangeSet;
        public bool IsFree;
    }
}
