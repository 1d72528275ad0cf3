using System.Buffers.Binary;
using System.Text;
using Dtao.Crypto;
using Dtao.Numerics;

namespace Dtao.Lab.Networks;

/// <summary>A seed that branches by name: what one branch draws does not move the others.</summary>
/// <remarks>Each branch is the BLAKE2b-256 of its parent and its name.</remarks>
public sealed class SeedTree
{
    private const int KeySize = 32;
    private const int ShortName = 96;

    private readonly byte[] _key;

    private SeedTree(byte[] key) => _key = key;

    /// <summary>The root of the tree.</summary>
    public static SeedTree From(ulong seed)
    {
        byte[] key = new byte[KeySize];
        BinaryPrimitives.WriteUInt64LittleEndian(key, seed);
        return new(key);
    }

    /// <summary>The branch with this name.</summary>
    public SeedTree Branch(string name)
    {
        int size = Encoding.UTF8.GetByteCount(name);
        Span<byte> content = size <= ShortName
            ? stackalloc byte[KeySize + ShortName]
            : new byte[KeySize + size];
        Encoding.UTF8.GetBytes(name, content[KeySize..]);
        return Branch(content, size);
    }

    /// <summary>The branch with this number.</summary>
    public SeedTree Branch(int number)
    {
        Span<byte> content = stackalloc byte[KeySize + sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(content[KeySize..], number);
        return Branch(content, sizeof(int));
    }

    /// <summary>An account that nobody else has.</summary>
    public AccountId Account()
    {
        Span<byte> digest = stackalloc byte[KeySize];
        Blake2b.Hash256(_key, digest);
        return AccountId.FromBytes(digest);
    }

    /// <summary>A generator that starts at this branch.</summary>
    public SeededRandom Random() => new(_key);

    /// <summary>The branch by a name that already stands behind the place of the key.</summary>
    private SeedTree Branch(Span<byte> content, int size)
    {
        _key.CopyTo(content);
        return new(Blake2b.Hash256(content[..(KeySize + size)]));
    }
}
