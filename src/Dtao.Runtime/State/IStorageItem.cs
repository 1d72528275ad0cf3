namespace Dtao.Runtime.State;

/// <summary>
/// One storage item of the chain, seen from outside: wire name, shapes, raw bytes.
/// </summary>
/// <remarks>
/// The typed view belongs to the ledger that owns the item. This view serves hashing, persistence
/// and the conformance reader, which know bytes only. Source: docs/spec/state.md#items.
/// </remarks>
public interface IStorageItem
{
    /// <summary>
    /// Pallet under which the item is stored, for example <c>SubtensorModule</c>.
    /// </summary>
    string Pallet { get; }

    /// <summary>Wire name of the item, upstream's spelling included.</summary>
    string Name { get; }

    /// <summary>
    /// What one unit of the value is, for people; <c>none</c> when it has no unit.
    /// </summary>
    string Unit { get; }

    /// <summary>
    /// Release that introduced the item, if it came after the versions of this runtime; 0 else.
    /// </summary>
    int Since { get; }

    /// <summary>
    /// Shapes of the keys with their hashers, in wire order; empty for a single value.
    /// </summary>
    IReadOnlyList<KeyPart> Keys { get; }

    /// <summary>Shape of the value, for example <c>list&lt;(u64, account)&gt;</c>.</summary>
    string ValueShape { get; }

    /// <summary>
    /// Encoded value that reading an absent entry gives; null when there is none.
    /// </summary>
    byte[]? DefaultScale { get; }

    /// <summary>
    /// All stored entries: encoded keys (not hashed) and encoded value, in no order.
    /// </summary>
    IEnumerable<KeyValuePair<byte[], byte[]>> Entries();

    /// <summary>Stores an entry given in encoded form.</summary>
    /// <exception cref="FormatException">The bytes do not have the item's shape.</exception>
    void Put(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value);

    /// <summary>
    /// Removes an entry given by its encoded keys; nothing happens when it is absent.
    /// </summary>
    /// <exception cref="FormatException">The bytes do not have the item's shape.</exception>
    void Remove(ReadOnlySpan<byte> key);

    /// <summary>Removes every entry.</summary>
    void Clear();

    /// <summary>
    /// Entries written since <see cref="StateLayer.BeginBlock"/>; a null value is a removal.
    /// </summary>
    /// <remarks>An entry written back to its old value counts as written.</remarks>
    IEnumerable<KeyValuePair<byte[], byte[]?>> Changes();
}
