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
        byte[] key = new byte[prefix.Length + MostHashed(parts, encodedKeys.Length)];
        prefix.CopyTo(key, 0);
        int length = prefix.Length + Hashed(parts, encodedKeys, key.AsSpan(prefix.Length));
        return key[..length];
    }

    /// <summary>The hashed keys of an entry: what decides the chain's iteration order.</summary>
    public static byte[] Hashed(IReadOnlyList<KeyPart> parts, ReadOnlySpan<byte> encodedKeys)
    {
        byte[] hashed = new byte[MostHashed(parts, encodedKeys.Length)];
        int length = Hashed(parts, encodedKeys, hashed);
        return length == hashed.Length ? hashed : hashed[..length];
    }

    /// <summary>Writes the hashed keys of an entry; says how many bytes they are.</summary>
    /// <param name="parts">Keys of the item in wire order.</param>
    /// <param name="encodedKeys">The encoded keys, one after the other.</param>
    /// <param name="destination">Receives up to <see cref="MostHashed"/> bytes.</param>
    internal static int Hashed(
        IReadOnlyList<KeyPart> parts, ReadOnlySpan<byte> encodedKeys, Span<byte> destination)
    {
        int written = 0;
        for (int index = 0; index < parts.Count; index++)
        {
            KeyPart part = parts[index];
            int width = index == parts.Count - 1 ? encodedKeys.Length : WidthOf(part.Shape);
            if (parts.Count > 1) width = Math.Min(width, WidthOf(part.Shape));
            written += part.Hasher.HashKey(encodedKeys[..width], destination[written..]);
            encodedKeys = encodedKeys[width..];
        }

        return written;
    }

    /// <summary>Bytes that hashed keys take at most.</summary>
    internal static int MostHashed(IReadOnlyList<KeyPart> parts, int encodedLength)
    {
        int most = encodedLength;
        for (int index = 0; index < parts.Count; index++)
        {
            most += parts[index].Hasher.DigestSize();
        }

        return most;
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
