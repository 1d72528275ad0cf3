using System.Buffers.Binary;
using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Staking;

// What governance and owners set; every value is accepted here, the settings check.
public sealed partial class StakeLedger
{
    /// <summary>Opens or closes the subnet for transfers of stake.</summary>
    internal void SwitchTransfers(NetUid subnet, bool isOpen) => _transferToggle[subnet] = isOpen;

    /// <summary>Sets the least stake weight for setting weights, in rao.</summary>
    internal void SetThreshold(ulong stake) => _threshold.Value = stake;

    /// <summary>Sets the least nomination; who sweeps the smaller ones is not here.</summary>
    internal void SetNominatorMinimum(ulong alpha) => _nominatorMinimum.Value = alpha;

    /// <summary>All stakes of all subnets in the order in which the chain iterates them.</summary>
    internal List<StakeEntry> EntriesInHashedKeyOrder()
    {
        List<(byte[] Hashed, StakeEntry Entry)> entries = [];
        foreach ((byte[] key, byte[] _) in _shares.Entries())
        {
            StakeEntry entry = new(
                new(AccountId.FromBytes(key.AsSpan(0, AccountId.Size))),
                new(AccountId.FromBytes(key.AsSpan(AccountId.Size, AccountId.Size))),
                new(BinaryPrimitives.ReadUInt16LittleEndian(key.AsSpan(2 * AccountId.Size))));
            entries.Add((StorageKey.Hashed(_shares.Keys, key), entry));
        }

        entries.Sort(static (left, right) =>
            left.Hashed.AsSpan().SequenceCompareTo(right.Hashed));
        return [.. entries.Select(static item => item.Entry)];
    }
}
