using System.Buffers.Binary;
using System.Numerics;
using Dtao.Crypto;
using Dtao.Numerics;

namespace Dtao.Runtime.Registration;

/// <summary>Proof of work: the seal, and when it is good enough.</summary>
/// <remarks>
/// Source: docs/spec/registration.md#work; vectors: vectors/examples/economy.json.gz (U2).
/// </remarks>
public static class Work
{
    /// <summary>Blocks after which work is stale.</summary>
    public const ulong Lifetime = 3;

    /// <summary>The seal of a block's hash, a nonce and a hotkey.</summary>
    public static Hash256 Seal(Hash256 blockHash, ulong nonce, Hotkey hotkey)
    {
        Span<byte> first = stackalloc byte[Hash256.Size + AccountId.Size];
        blockHash.CopyTo(first);
        hotkey.Account.CopyTo(first[Hash256.Size..]);
        Span<byte> second = stackalloc byte[8 + Hash256.Size];
        BinaryPrimitives.WriteUInt64LittleEndian(second, nonce);
        Keccak.Hash256(first).CopyTo(second[8..]);
        return Hash256.FromBytes(Keccak.Hash256(Sha256.Hash(second)));
    }

    /// <summary>The seal times the difficulty stays below 2^256.</summary>
    /// <param name="seal">The seal, a big-endian number.</param>
    /// <param name="difficulty">The difficulty.</param>
    public static bool Meets(Hash256 seal, ulong difficulty)
    {
        BigInteger number = new(seal.ToArray(), isUnsigned: true, isBigEndian: true);
        return number * difficulty < BigInteger.One << 256;
    }
}
