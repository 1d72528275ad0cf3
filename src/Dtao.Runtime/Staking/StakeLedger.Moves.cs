using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Staking;

// What key swaps do to stakes; several of these writes leave explicit zeros.
public sealed partial class StakeLedger
{
    /// <summary>Gives a coldkey another hotkey in the place of one.</summary>
    internal void ReplaceOwned(Coldkey coldkey, Hotkey old, Hotkey replacement)
    {
        _owner.Remove(old);
        _owner[replacement] = coldkey;
        AppendOnce(_ownedHotkeys, coldkey, replacement);
        _ownedHotkeys[coldkey] = Array.FindAll(_ownedHotkeys[coldkey], key => key != old);
    }

    /// <summary>Adds the pool of one hotkey to that of another; zero is written too.</summary>
    /// <remarks>Upstream: shares of unequal worth are added as if they were equal.</remarks>
    internal void MovePool(Hotkey old, Hotkey replacement, NetUid subnet)
    {
        Alpha value = _hotkeyAlpha[subnet, old].SaturatingAdd(_hotkeyAlpha[subnet, replacement]);
        _hotkeyAlpha.Remove(subnet, old);
        _hotkeyAlpha[subnet, replacement] = value;

        U64F64 shares =
            _hotkeyShares[subnet, old].SaturatingAdd(_hotkeyShares[subnet, replacement]);
        _hotkeyShares.Remove(subnet, old);
        _hotkeyShares[subnet, replacement] = shares;
    }

    /// <summary>Coldkeys with shares behind a hotkey, once for each subnet.</summary>
    internal IReadOnlyList<Coldkey> HoldersOf(Hotkey hotkey) =>
        [.. _shares.Where(key => key.Hotkey == hotkey).Select(static entry => entry.Key.Coldkey)];

    /// <summary>Entries of a hotkey in the stake map of before dTAO, where it is kept.</summary>
    internal int LegacyEntriesOf(Hotkey hotkey) => RecordsLegacyStake
        ? _legacyStake.InHashedKeyOrder().Count(entry => entry.Key.Hotkey == hotkey)
        : 0;

    /// <summary>Moves the entries of a hotkey in the stake map of before dTAO.</summary>
    internal void MoveLegacy(Hotkey old, Hotkey replacement)
    {
        if (!RecordsLegacyStake) return;
        foreach (((Hotkey hotkey, Coldkey coldkey), Tao amount) in _legacyStake.InHashedKeyOrder())
        {
            if (hotkey != old) continue;
            _legacyStake.Remove((old, coldkey));
            _legacyStake[(replacement, coldkey)] =
                _legacyStake[(replacement, coldkey)].SaturatingAdd(amount);
        }
    }

    /// <summary>Notes that pools moved to another hotkey and shares did not.</summary>
    internal void NoteParted(IReadOnlyList<NetUid> subnets)
    {
        foreach (NetUid subnet in subnets)
        {
            _flows.Note(FlowCause.SharesParted, subnet, Alpha.FromRao(1));
        }
    }

    /// <summary>Moves the shares of all coldkeys behind one hotkey to another.</summary>
    /// <remarks>Upstream: on dissolved subnets too, where the pools do not move.</remarks>
    internal void MoveShares(Hotkey old, Hotkey replacement, IReadOnlyList<NetUid> subnets)
    {
        foreach ((NetUid subnet, (_, Coldkey coldkey), U64F64 shares) in
            _shares.Where(key => key.Hotkey == old))
        {
            if (_flows.IsKept && !subnets.Contains(subnet)) NoteParted([subnet]);
            _shares.Remove(subnet, (old, coldkey));
            _shares[subnet, (replacement, coldkey)] =
                _shares[subnet, (replacement, coldkey)].SaturatingAdd(shares);
            Hotkey[] staking = _stakingHotkeys[coldkey];
            if (Array.IndexOf(staking, old) < 0) continue;
            _stakingHotkeys[coldkey] =
            [
                .. Array.FindAll(staking, key => key != old && key != replacement), replacement,
            ];
        }
    }

    /// <summary>Moves the shares of a coldkey behind its hotkeys; zero is written too.</summary>
    internal void MoveShares(
        Coldkey old, Coldkey replacement, IReadOnlyList<NetUid> subnets)
    {
        Hotkey[] staking = _stakingHotkeys[old];
        foreach (Hotkey hotkey in staking)
        {
            if (RecordsLegacyStake) MoveLegacy(hotkey, old, replacement);
            foreach (NetUid subnet in subnets)
            {
                U64F64 shares = _shares[subnet, (hotkey, replacement)]
                    .SaturatingAdd(_shares[subnet, (hotkey, old)]);
                _shares[subnet, (hotkey, replacement)] = shares;
                _shares.Remove(subnet, (hotkey, old));
            }
        }

        _stakingHotkeys.Remove(old);
        _stakingHotkeys[replacement] = Joined(_stakingHotkeys[replacement], staking);
    }

    /// <summary>Makes one coldkey the owner of the hotkeys of another.</summary>
    internal void MoveOwned(Coldkey old, Coldkey replacement)
    {
        Hotkey[] owned = _ownedHotkeys[old];
        foreach (Hotkey hotkey in owned)
        {
            _owner[hotkey] = replacement;
        }

        _ownedHotkeys.Remove(old);
        _ownedHotkeys[replacement] = Joined(_ownedHotkeys[replacement], owned);
    }

    /// <summary>Moves an entry of the stake map of before dTAO; zero is written too.</summary>
    private void MoveLegacy(Hotkey hotkey, Coldkey old, Coldkey replacement)
    {
        Tao amount = _legacyStake[(hotkey, old)];
        _legacyStake[(hotkey, replacement)] =
            _legacyStake[(hotkey, replacement)].SaturatingAdd(amount);
        _legacyStake.Remove((hotkey, old));
    }

    private static Hotkey[] Joined(Hotkey[] list, Hotkey[] more)
    {
        List<Hotkey> joined = [.. list];
        foreach (Hotkey hotkey in more)
        {
            if (!joined.Contains(hotkey)) joined.Add(hotkey);
        }

        return [.. joined];
    }
}
