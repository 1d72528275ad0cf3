namespace Dtao.Conformance.State;

/// <summary>
/// A whole state in encoded form: which entries are stored, and with which bytes.
/// </summary>
internal sealed class StateImage
{
    private readonly SortedDictionary<string, Dictionary<byte[], byte[]>> _items =
        new(StringComparer.Ordinal);

    /// <summary>The entries of an item.</summary>
    public IReadOnlyDictionary<byte[], byte[]> this[string item] =>
        _items.TryGetValue(item, out Dictionary<byte[], byte[]>? entries) ? entries : NoEntries;

    /// <summary>Names of items that have or had entries.</summary>
    public IEnumerable<string> Items => _items.Keys;

    private static Dictionary<byte[], byte[]> NoEntries => [];

    /// <summary>An equal image that changes on its own.</summary>
    public StateImage Copy()
    {
        StateImage copy = new();
        foreach ((string item, Dictionary<byte[], byte[]> entries) in _items)
        {
            copy._items.Add(item, new(entries, ByteComparer.Instance));
        }

        return copy;
    }

    /// <summary>Applies changes.</summary>
    public void Apply(IReadOnlyList<StateChange> changes)
    {
        foreach (StateChange change in changes)
        {
            Dictionary<byte[], byte[]> entries = EntriesOf(change.Item.Name);
            if (change.Value is not null)
            {
                entries[change.Key] = change.Value;
                continue;
            }

            foreach (byte[] key in entries.Keys.ToArray())
            {
                if (key.AsSpan().StartsWith(change.Key)) entries.Remove(key);
            }
        }
    }

    private Dictionary<byte[], byte[]> EntriesOf(string item)
    {
        if (!_items.TryGetValue(item, out Dictionary<byte[], byte[]>? entries))
        {
            entries = new(ByteComparer.Instance);
            _items.Add(item, entries);
        }

        return entries;
    }
}
