using Dtao.Numerics;

namespace Dtao.Runtime.Delegation;

// What key swaps do to takes and relations, and the settings that only root changes.
public sealed partial class DelegationLedger
{
    /// <summary>The coldkey's last hotkey swap is too recent; the limit itself still is.</summary>
    internal bool SwapIsTooSoon(AccountId coldkey, BlockNumber now)
    {
        ulong limit = _swapRateLimit.Value;
        ulong last = _lastSwapBlock[coldkey].Value;
        ulong age = now.Value > last ? now.Value - last : 0;
        return limit != 0 && last != 0 && age <= limit;
    }

    internal void RecordSwapBlock(AccountId who, BlockNumber now) => _lastSwapBlock[who] = now;

    internal void SetChildkeyTakeRateLimit(ulong blocks) => _childkeyTakeRateLimit.Value = blocks;

    internal void SetMinimumChildkeyTake(ushort take) => _minimumChildkeyTake.Value = take;

    internal void SetMaximumChildkeyTake(ushort take) => _maximumChildkeyTake.Value = take;

    /// <summary>Starts the clocks of a hotkey that takes the place of another.</summary>
    internal void MoveClocks(Hotkey old, Hotkey replacement, BlockNumber now)
    {
        _lastSwapBlock.Remove(old.Account);
        _lastSwapBlock[replacement.Account] = now;
        _lastTakeBlock.Remove(old.Account);
        _lastTakeBlock[replacement.Account] = now;
    }

    /// <summary>Moves the take of a delegate; the childkey takes stay behind.</summary>
    internal void MoveTake(Hotkey old, Hotkey replacement)
    {
        if (!_take.Contains(old)) return;
        ushort take = _take[old];
        _take.Remove(old);
        _take[replacement] = take;
    }

    /// <summary>Moves the children of a hotkey; empty lists are written too.</summary>
    internal void MoveChildren(Hotkey old, Hotkey replacement, NetUid subnet)
    {
        Relation[] children = _children[subnet, old];
        _children.Remove(subnet, old);
        _children[subnet, replacement] = children;
        foreach (Relation child in children)
        {
            _parents[subnet, child.Hotkey] =
                Renamed(_parents[subnet, child.Hotkey], old, replacement);
        }
    }

    /// <summary>Moves the parents of a hotkey; empty lists are written too.</summary>
    internal void MoveParents(Hotkey old, Hotkey replacement, NetUid subnet)
    {
        Relation[] parents = _parents[subnet, old];
        _parents.Remove(subnet, old);
        _parents[subnet, replacement] = parents;
        foreach (Relation parent in parents)
        {
            _children[subnet, parent.Hotkey] =
                Renamed(_children[subnet, parent.Hotkey], old, replacement);
        }
    }

    /// <summary>Moves waiting children; among siblings the new hotkey goes last.</summary>
    internal void MovePending(Hotkey old, Hotkey replacement, NetUid subnet)
    {
        if (_pending.Contains(subnet, old))
        {
            PendingChildren own = _pending[subnet, old];
            _pending.Remove(subnet, old);
            _pending[subnet, replacement] = own;
        }

        foreach ((Hotkey parent, PendingChildren pending) in
            _pending.OfSubnetInHashedKeyOrder(subnet))
        {
            int place = Array.FindIndex(pending.Children, child => child.Hotkey == old);
            if (place < 0) continue;
            Relation moved = new(pending.Children[place].Proportion, replacement);
            Relation[] children =
            [
                .. pending.Children[..place], .. pending.Children[(place + 1)..], moved,
            ];
            _pending[subnet, parent] = pending with { Children = children };
        }
    }

    private static Relation[] Renamed(Relation[] list, Hotkey old, Hotkey replacement) =>
        Array.ConvertAll(list, relation => relation.Hotkey == old
            ? relation with { Hotkey = replacement }
            : relation);
}
