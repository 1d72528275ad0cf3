using System.Text;
using Dtao.Crypto;

namespace Dtao.Runtime.State;

/// <summary>Keys of entries as the chain's database knows them.</summary>
/// <remarks>Source: docs/spec/state.md#keys.</remarks>
public static class StorageKey
{
    /// <summary>First 32 bytes of every key of an item: both names hashed by twox128.</summary>
    public static byte[] Prefix(string pallet, string name)
    {
        byte[] prefix = new byte[32];
        Twox.Hash128(Encoding.ASCII.GetBytes(pallet)).CopyTo(prefix, 0);
        Twox.Hash128(Encoding.ASCII.GetBytes(name)).CopyTo(prefix, 16);
        return prefix;
    }

    /// <summary>The full key of an entry.</summary>
    /// <param name="prefix">Result of <see cref="Prefix"/>.</param>
    /// <param name="parts">Keys of the item in wire order.</param>
    /// <param name="encodedKeys">The encoded keys, one after the other.</param>
    public static byte[] Of(
        byte[] prefix, IReadOnlyList<KeyPart> parts, ReadOnlySpan<byte> encodedKeys)
    {
        byte[] hashed = Hashed(parts, encodedKeys);
        byte[] key = new byte[prefix.Length + hashed.Length];
        prefix.CopyTo(key, 0);
        hashed.CopyTo(key, prefix.Length);
        return key;
    }

    /// <summary>The hashed keys of an entry: what decides the chain's iteration order.</summary>
    public static byte[] Hashed(IReadOnlyList<KeyPart> parts, ReadOnlySpan<byte> encodedKeys)
    {
        using MemoryStream key = new();
        foreach (KeyPart part in parts)
        {
            int width = part == parts[^1] ? encodedKeys.Length : WidthOf(part.Shape);
            if (parts.Count > 1) width = Math.Min(width, WidthOf(part.Shape));
            key.Write(part.Hasher.HashKey(encodedKeys[..width]));
            encodedKeys = encodedKeys[width..];
        }

        return key.ToArray();
    }

    private static int WidthOf(string shape) => shape switch
    {
        "u16" => 2,
        "u32" => 4,
        "u64" => 8,
        "account" => 32,
        _ => int.MaxValue,
    };
}
