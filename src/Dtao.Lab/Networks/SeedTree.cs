using System.Buffers.Binary;
using System.Text;
using Dtao.Crypto;
using Dtao.Numerics;

namespace Dtao.Lab.Networks;

/// <summary>A seed that branches by name: what one branch draws does not move the others.</summary>
/// <remarks>Each branch is the BLAKE2b-256 of its parent and its name.</remarks>
public sealed class SeedTree
{
    private readonly byte[] _key;

    private SeedTree(byte[] key) => _key = key;

    /// <summary>The root of the tree.</summary>
    public static SeedTree From(ulong seed)
    {
        byte[] key = new byte[32];
        BinaryPrimitives.WriteUInt64LittleEndian(key, seed);
        return new(key);
    }

    /// <summary>The branch with this name.</summary>
    public SeedTree Branch(string name) =>
        new(Blake2b.Hash256([.. _key, .. Encoding.UTF8.GetBytes(name)]));

    /// <summary>The branch with this number.</summary>
    public SeedTree Branch(int number)
    {
        Span<byte> digits = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(digits, number);
        return new(Blake2b.Hash256([.. _key, .. digits]));
    }

    /// <summary>An account that nobody else has.</summary>
    public AccountId Account() => AccountId.FromBytes(Blake2b.Hash256(_key));

    /// <summary>A generator that starts at this branch.</summary>
    public SeededRandom Random() => new(_key);
}
