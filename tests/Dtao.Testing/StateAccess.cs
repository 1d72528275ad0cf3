using Dtao.Runtime;
using Dtao.Runtime.State;

namespace Dtao.Testing;

/// <summary>Storage items of a chain by wire name, for setting up and for looking behind.</summary>
public static class StateAccess
{
    /// <summary>The item with this name in the economy's pallet.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IStorageItem Item(this Chain chain, string name) =>
        chain.State.Find(ItemDescriptor.Subtensor, name)
        ?? throw new ArgumentException($"no storage item {name}", nameof(name));

    /// <summary>Stores a value as upstream's <c>insert</c> would.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="name">Wire name of the item.</param>
    /// <param name="value">Value in a form that <see cref="WireValue"/> understands.</param>
    /// <param name="keys">Keys in wire order.</param>
    public static void Put(this Chain chain, string name, object value, params object[] keys)
    {
        IStorageItem item = chain.Item(name);
        item.Put(KeyOf(item, keys), WireValue.Encode(item.ValueShape, value));
    }

    /// <summary>Removes a stored value.</summary>
    public static void Erase(this Chain chain, string name, params object[] keys)
    {
        IStorageItem item = chain.Item(name);
        item.Remove(KeyOf(item, keys));
    }

    /// <summary>
    /// The encoded value stored under these keys; the default when none is stored.
    /// </summary>
    public static byte[]? Read(this Chain chain, string name, params object[] keys)
    {
        IStorageItem item = chain.Item(name);
        byte[] wanted = KeyOf(item, keys);
        foreach ((byte[] key, byte[] value) in item.Entries())
        {
            if (key.AsSpan().SequenceEqual(wanted)) return value;
        }

        return item.DefaultScale;
    }

    /// <summary>The digest of the whole state as text.</summary>
    public static string HashText(this Chain chain) =>
        Convert.ToHexStringLower(chain.State.Hash());

    private static byte[] KeyOf(IStorageItem item, object[] keys)
    {
        if (keys.Length != item.Keys.Count)
        {
            throw new ArgumentException($"{item.Name} has {item.Keys.Count} keys", nameof(keys));
        }

        List<byte> key = [];
        for (int index = 0; index < keys.Length; index++)
        {
            key.AddRange(WireValue.Encode(item.Keys[index].Shape, keys[index]));
        }

        return [.. key];
    }
}
