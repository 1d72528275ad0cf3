using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Staking;

namespace Dtao.Runtime.Senate;

/// <summary>The hotkeys of root that may vote; always sorted by account.</summary>
/// <remarks>
/// Losing one's stake or one's uid does not cost the seat. Source: docs/spec/senate.md.
/// </remarks>
public sealed partial class SenateLedger
{
    /// <summary>Seats of the senate.</summary>
    public const int Capacity = 12;

    private readonly EventLog _events;

    /// <summary>The members, sorted by account.</summary>
    public IReadOnlyList<Hotkey> Members => _members.Value;

    /// <summary>The hotkey sits in the senate.</summary>
    public bool IsMember(Hotkey hotkey) => Array.BinarySearch(_members.Value, hotkey) >= 0;

    /// <summary>Seats a hotkey of root: freely, or for the member with the least stake.</summary>
    /// <remarks>A hotkey with too little stake stays outside, and that is no failure.</remarks>
    internal DispatchResult Join(Chain chain, Hotkey hotkey)
    {
        if (chain.Neurons.UidOf(NetUid.Root, hotkey) is null)
        {
            return SubtensorError.HotKeyNotRegisteredInSubNet;
        }

        if (IsMember(hotkey)) return SubtensorError.HotKeyAlreadyRegisteredInSubNet;
        if (_members.Value.Length < Capacity)
        {
            Add(hotkey);
            return DispatchResult.Ok;
        }

        // More than all seats may be taken by genesis; then nobody is replaced by stake.
        if (_members.Value.Length > Capacity) return SubtensorError.CouldNotJoinSenate;
        Hotkey last = WithLeastStake(chain.Stakes, out Alpha least);
        if (least < chain.Stakes.StakeOf(hotkey, NetUid.Root)) TrySwap(last, hotkey);
        return DispatchResult.Ok;
    }

    /// <summary>Gives the seat of one hotkey to another; false when it sits already.</summary>
    internal bool TrySwap(Hotkey old, Hotkey joining)
    {
        if (!IsMember(old)) return false;
        if (old == joining) return true;
        if (IsMember(joining)) return false;
        Hotkey[] after = Array.ConvertAll(
            _members.Value, member => member == old ? joining : member);
        Array.Sort(after);
        _members.Value = after;
        if (_events.IsKept) _events.Deposit(new SenateMembersSwapped());
        return true;
    }

    private void Add(Hotkey hotkey)
    {
        Hotkey[] after = [.. _members.Value, hotkey];
        Array.Sort(after);
        _members.Value = after;
        if (_events.IsKept) _events.Deposit(new SenateMemberAdded());
    }

    private Hotkey WithLeastStake(StakeLedger stakes, out Alpha least)
    {
        Hotkey found = default;
        least = Alpha.MaxValue;
        foreach (Hotkey member in _members.Value)
        {
            // Of equals the last one goes: the order by stake is stable.
            Alpha stake = stakes.StakeOf(member, NetUid.Root);
            if (stake > least) continue;
            least = stake;
            found = member;
        }

        return found;
    }
}
