using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Extrinsics;

/// <summary>Hashes of the last blocks, against which eras are checked.</summary>
/// <remarks>Source: docs/spec/registration.md#work.</remarks>
public sealed class BlockHashLedger
{
    /// <summary>So many blocks are remembered, and the first one for ever.</summary>
    public const uint Remembered = 2_400;

    private readonly MapItem<uint, Hash256> _hashes;

    internal BlockHashLedger(StateLayer state) => _hashes = state.Open(Storage.Hashes);

    /// <summary>Hash of the first block; zeros while it is not known.</summary>
    public Hash256 Genesis => _hashes[0];

    /// <summary>Hash of a block; null when it is not remembered.</summary>
    public Hash256? Of(ulong block) =>
        block <= uint.MaxValue && _hashes.Contains((uint)block) ? _hashes[(uint)block] : null;

    /// <summary>Remembers the hash of a block and forgets the oldest.</summary>
    /// <remarks>Whoever makes blocks calls it when the block after this one begins.</remarks>
    public void Remember(uint block, Hash256 hash)
    {
        _hashes[block] = hash;
        if (block > Remembered + 1) _hashes.Remove(block - Remembered - 1);
    }

    /// <summary>What is kept in the state. Private, so nothing else can write it.</summary>
    private static class Storage
    {
        /// <summary>Hash of each remembered block. Unit: none.</summary>
        public static readonly MapDescriptor<uint, Hash256> Hashes = new(
            "System",
            "BlockHash",
            [new("u32", KeyHasher.Twox64Concat)],
            Shapes.U32,
            new(
                "H256",
                static (to, value) => to.WriteRaw(value.ToArray()),
                static (ref from) => Hash256.FromBytes(from.ReadRaw(Hash256.Size))),
            default,
            "none");
    }
}
