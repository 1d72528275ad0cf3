namespace Dtao.Runtime.State;

/// <summary>A hash table that several branches can share and that cannot be iterated by order.</summary>
/// <remarks>
/// Entries lie in the order of insertion, so a subnet's neurons are neighbours in memory. The
/// order is visible to nobody: reading goes by key, listing goes through sorted copies.
/// </remarks>
internal sealed class Table<TKey, TValue>
    where TKey : struct, IEquatable<TKey>
{
    private const int None = -1;

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
        for (int index = 0; index < other._used; index++)
        {
            _entries[index].IsChanged = false;
        }

        _used = other._used;
        _free = other._free;
        Count = other.Count;
    }

    public int Count { get; private set; }

    /// <summary>Another branch may hold this very table; whoever writes copies it first.</summary>
    public bool IsShared { get; set; }

    public Table<TKey, TValue> Copy() => new(this);

    public ref readonly TValue Find(in TKey key, ref readonly TValue absent)
    {
        int index = IndexOf(key);
        if (index == None) return ref absent;
        return ref _entries[index].Value;
    }

    public bool Contains(in TKey key) => IndexOf(key) != None;

    /// <summary>Stores a value; says whether an entry was there, its value, and whether the entry
    /// had been written before in this change set.</summary>
    public bool Set(in TKey key, TValue value, out TValue? old, out bool wasChanged)
    {
        int index = IndexOf(key);
        if (index != None)
        {
            ref Entry entry = ref _entries[index];
            old = entry.Value;
            wasChanged = entry.IsChanged;
            entry.Value = value;
            entry.IsChanged = true;
            return true;
        }

        old = default;
        wasChanged = false;
        Insert(key, value);
        return false;
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

    public void ForgetChange(in TKey key)
    {
        int index = IndexOf(key);
        if (index != None) _entries[index].IsChanged = false;
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

    private uint BucketOf(in TKey key) =>
        unchecked((uint)key.GetHashCode()) & (uint)(_buckets.Length - 1);

    private int IndexOf(in TKey key)
    {
        if (_buckets.Length == 0) return None;
        int index = _buckets[BucketOf(key)] - 1;
        while (index != None)
        {
            ref Entry entry = ref _entries[index];
            if (entry.Key.Equals(key)) return index;
            index = entry.Next;
        }

        return None;
    }

    private void Insert(in TKey key, TValue value)
    {
        int index;
        if (_free != None)
        {
            index = _free;
            _free = _entries[index].Next;
        }
        else
        {
            if (_used == _entries.Length) Grow();
            index = _used++;
        }

        uint bucket = BucketOf(key);
        _entries[index] = new Entry
        {
            Key = key,
            Value = value,
            Next = _buckets[bucket] - 1,
            IsChanged = true,
        };
        _buckets[bucket] = index + 1;
        Count++;
    }

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
        public bool IsChanged;
        public bool IsFree;
    }
}
