using Dtao.Runtime;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;

namespace Dtao.Fuzz.Checks;

/// <summary>All stored bytes of a chain at one moment, as a database would hold them.</summary>
internal sealed class Snapshot
{
    private readonly Dictionary<(string Pallet, string Name), Dictionary<string, byte[]>> _items =
        [];

    private readonly RuntimeSpec _spec;

    private Snapshot(RuntimeSpec spec) => _spec = spec;

    /// <summary>What a chain has stored now.</summary>
    public static Snapshot Of(Chain chain)
    {
        Snapshot snapshot = new(chain.Spec);
        foreach (IStorageItem item in chain.State.Items)
        {
            Dictionary<string, byte[]> entries = [];
            foreach ((byte[] key, byte[] value) in item.Entries())
            {
                entries.Add(Convert.ToHexString(key), value);
            }

            snapshot._items.Add((item.Pallet, item.Name), entries);
        }

        return snapshot;
    }

    /// <summary>A new chain with these bytes and nothing else.</summary>
    public Chain Load()
    {
        Chain chain = new(_spec);
        foreach (((string pallet, string name), Dictionary<string, byte[]> entries) in _items)
        {
            IStorageItem item = chain.State.Find(pallet, name)!;
            foreach ((string key, byte[] value) in entries)
            {
                item.Put(Convert.FromHexString(key), value);
            }
        }

        return chain;
    }

    /// <summary>Applies what a chain changed since the block began.</summary>
    public void Apply(Chain chain)
    {
        foreach (IStorageItem item in chain.State.ChangedItems)
        {
            Dictionary<string, byte[]> entries = _items[(item.Pallet, item.Name)];
            foreach ((byte[] key, byte[]? value) in item.Changes())
            {
                if (value is null) entries.Remove(Convert.ToHexString(key));
                else entries[Convert.ToHexString(key)] = value;
            }
        }
    }

    /// <summary>The first entry in which two snapshots differ; null when they do not.</summary>
    public string? DifferenceTo(Snapshot other)
    {
        foreach (((string pallet, string name), Dictionary<string, byte[]> entries) in _items)
        {
            Dictionary<string, byte[]> others = other._items[(pallet, name)];
            foreach ((string key, byte[] value) in entries)
            {
                if (!others.TryGetValue(key, out byte[]? there))
                {
                    return $"{pallet}.{name}[{key}] is {Convert.ToHexString(value)} and absent";
                }

                if (there.AsSpan().SequenceEqual(value)) continue;
                return $"{pallet}.{name}[{key}] is {Convert.ToHexString(value)} "
                    + $"and {Convert.ToHexString(there)}";
            }

            foreach (string key in others.Keys)
            {
                if (!entries.ContainsKey(key)) return $"{pallet}.{name}[{key}] is absent and there";
            }
        }

        return null;
    }
}
