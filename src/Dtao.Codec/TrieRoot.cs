namespace Dtao.Codec;

/// <summary>Roots of the chain's tries: Merkle–Patricia of radix 16 with BLAKE2b-256.</summary>
/// <remarks>Source: docs/spec/codec.md#trie.</remarks>
public static class TrieRoot
{
    /// <summary>The root over these entries, 32 bytes.</summary>
    /// <param name="sorted">Keys and values, ascending by key, no key twice.</param>
    /// <param name="version">How long values are held.</param>
    /// <exception cref="ArgumentException">The keys are not in order.</exception>
    public static byte[] Of(
        IReadOnlyList<KeyValuePair<byte[], byte[]>> sorted, StateVersion version)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        for (int index = 1; index < sorted.Count; index++)
        {
            if (sorted[index - 1].Key.AsSpan().SequenceCompareTo(sorted[index].Key) < 0) continue;
            throw new ArgumentException($"key {index} does not come after key {index - 1}");
        }

        return new TrieWalk([.. sorted], version).Root();
    }

    /// <summary>
    /// The root over a list, as a header names its extrinsics: the keys are the places, compact.
    /// </summary>
    /// <param name="values">The elements in order.</param>
    /// <param name="version">How long values are held.</param>
    public static byte[] OfList(IReadOnlyList<byte[]> values, StateVersion version)
    {
        ArgumentNullException.ThrowIfNull(values);
        KeyValuePair<byte[], byte[]>[] entries = new KeyValuePair<byte[], byte[]>[values.Count];
        for (int index = 0; index < entries.Length; index++)
        {
            ScaleWriter key = new();
            key.WriteCompact((ulong)index);
            entries[index] = new(key.ToArray(), values[index]);
        }

        Array.Sort(
            entries, static (left, right) => left.Key.AsSpan().SequenceCompareTo(right.Key));
        return new TrieWalk(entries, version).Root();
    }
}
