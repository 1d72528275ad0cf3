using Dtao.Numerics;

namespace Dtao.Runtime.Neurons;

// What key swaps and dissolutions do to the slots.
public sealed partial class NeuronLedger
{
    /// <summary>Gives a hotkey seat and membership of another; false is written too.</summary>
    /// <returns>The old hotkey was a member.</returns>
    internal bool MoveSeat(Hotkey old, Hotkey replacement, NetUid subnet)
    {
        bool isMember = _isMember[subnet, old];
        _isMember.Remove(subnet, old);
        _isMember[subnet, replacement] = isMember;
        if (!isMember || _uids[subnet, old] is not { } uid) return isMember;
        _uids.Remove(subnet, old);
        _uids[subnet, replacement] = uid;
        _keys[subnet, new(uid)] = replacement;
        return isMember;
    }

    /// <summary>Removes what is kept by slot of a subnet that ends.</summary>
    internal void Close(NetUid subnet)
    {
        ReadOnlySpan<Hotkey> keys = _keys.OfSubnet(subnet);
        for (int uid = 0; uid < keys.Length; uid++)
        {
            if (_keys.Contains(subnet, new((ushort)uid))) _isMember.Remove(subnet, keys[uid]);
        }

        _count.Remove(subnet);
        _uids.RemoveSubnet(subnet);
        _keys.RemoveSubnet(subnet);
        _rank.Remove(subnet);
        _trust.Remove(subnet);
        _active.Remove(subnet);
        _emission.Remove(subnet);
        _incentive.Remove(subnet);
        _consensus.Remove(subnet);
        _dividends.Remove(subnet);
        _pruningScores.Remove(subnet);
        _lastUpdate.Remove(subnet);
        _validatorPermit.Remove(subnet);
        _validatorTrust.Remove(subnet);
        _capacity.Remove(subnet);
        _immunityPeriod.Remove(subnet);
    }
}
