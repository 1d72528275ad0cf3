using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Staking;

namespace Dtao.Runtime.Delegation;

/// <summary>Schedules which hotkeys shall work with the stake of the signer's hotkey.</summary>
/// <remarks>
/// Wire: SubtensorModule.set_children. Source: docs/spec/delegation.md#set-children.
/// </remarks>
/// <param name="Hotkey">The parent.</param>
/// <param name="NetUid">Subnet on which the relation holds.</param>
/// <param name="Children">The children, replacing the present ones as a whole.</param>
public sealed record SetChildren(Hotkey Hotkey, NetUid NetUid, Relation[] Children) : ISignedCall
{
    private const ulong Spacing = 150;
    private const int MaximumChildren = 5;

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 67);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(NetUid);
        Relation.WriteList(to, Children);
    }

    internal static SetChildren Decode(ref ScaleReader from) => new(
        from.ReadHotkey(),
        from.ReadNetUid(),
        Relation.ReadList(ref from));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        ulong last = chain.Delegation
            .LastKeyBlock(Hotkey, NetUid, DelegationLedger.SetChildrenKind).Value;
        ulong age = chain.Block.Value > last ? chain.Block.Value - last : 0;
        if (last != 0 && age < Spacing) return SubtensorError.TxRateLimitExceeded;
        if (NetUid == NetUid.Root) return SubtensorError.RegistrationNotPermittedOnRootSubnet;
        if (!chain.Subnets.Exists(NetUid)) return SubtensorError.SubNetworkDoesNotExist;
        if (!chain.Stakes.Owns(new(signer), Hotkey)) return SubtensorError.NonAssociatedColdKey;
        DispatchResult check = CheckChildren();
        if (!check.IsOk) return check;
        if (Children.Length > 0 && !MayHaveChildren(chain))
        {
            return SubtensorError.NotEnoughStakeToSetChildkeys;
        }

        BlockNumber now = chain.Block;
        ulong sum = unchecked(now.Value + chain.Spec.ChildCooldown);
        BlockNumber cooldown = new(sum < now.Value ? ulong.MaxValue : sum);
        chain.Delegation.RecordKeyBlock(Hotkey, NetUid, DelegationLedger.SetChildrenKind, now);
        chain.Delegation.Schedule(Hotkey, NetUid, new(Children, cooldown));
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new SetChildrenScheduled(Hotkey, NetUid, cooldown, Children));
        }

        return DispatchResult.Ok;
    }

    private DispatchResult CheckChildren()
    {
        if (Children.Length > MaximumChildren) return SubtensorError.TooManyChildren;
        UInt128 sum = 0;
        foreach (Relation child in Children)
        {
            if (child.Hotkey == Hotkey) return SubtensorError.InvalidChild;
            sum += child.Proportion;
        }

        if (sum > ulong.MaxValue) return SubtensorError.ProportionOverflow;
        for (int index = 0; index < Children.Length; index++)
        {
            for (int other = 0; other < index; other++)
            {
                if (Children[other].Hotkey == Children[index].Hotkey)
                {
                    return SubtensorError.DuplicateChild;
                }
            }
        }

        return DispatchResult.Ok;
    }

    private bool MayHaveChildren(Chain chain) =>
        StakeLegs.TotalStake(chain, Hotkey) >= chain.Stakes.Threshold
        || (chain.Spec.OwnerSetsChildrenFreely && chain.Subnets.IsOwnerHotkey(NetUid, Hotkey));
}
