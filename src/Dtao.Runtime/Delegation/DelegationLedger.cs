using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Events;
using Dtao.Runtime.Staking;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Delegation;

/// <summary>Takes, and which hotkeys work with the stake of which others.</summary>
/// <remarks>Source: docs/spec/delegation.md.</remarks>
public sealed partial class DelegationLedger
{
    /// <summary>Take of a hotkey that never set one, in units of 1/65535.</summary>
    public const ushort DefaultTake = 11_796;

    /// <summary>Kind of <c>set_children</c> among the rate-limited actions.</summary>
    internal const ushort SetChildrenKind = 0;

    /// <summary>Kind of <c>set_childkey_take</c> among the rate-limited actions.</summary>
    internal const ushort SetChildkeyTakeKind = 1;

    private readonly StakeLedger _stakes;
    private readonly EventLog _events;

    /// <summary>The hotkey is a delegate.</summary>
    public bool IsDelegate(Hotkey hotkey) => _take.Contains(hotkey);

    /// <summary>Take of a hotkey, in units of 1/65535.</summary>
    public ushort TakeOf(Hotkey hotkey) => _take[hotkey];

    /// <summary>Upper bound for raising a take, in units of 1/65535.</summary>
    public ushort MaximumTake => _maximumTake.Value;

    /// <summary>Lower bound for lowering a take, in units of 1/65535.</summary>
    public ushort MinimumTake => _minimumTake.Value;

    /// <summary>Upper bound of the childkey take, in units of 1/65535.</summary>
    public ushort MaximumChildkeyTake => _maximumChildkeyTake.Value;

    /// <summary>Spacing of take increases. Unit: blocks.</summary>
    public ulong TakeRateLimit => _takeRateLimit.Value;

    /// <summary>Spacing of childkey-take changes. Unit: blocks.</summary>
    public ulong ChildkeyTakeRateLimit => _childkeyTakeRateLimit.Value;

    /// <summary>Take of a child hotkey on a subnet, in units of 1/65535.</summary>
    public ushort ChildkeyTakeOf(Hotkey hotkey, NetUid subnet) => _childkeyTake[subnet, hotkey];

    /// <summary>Children of a hotkey in stored order.</summary>
    public IReadOnlyList<Relation> ChildrenOf(Hotkey hotkey, NetUid subnet) =>
        _children[subnet, hotkey];

    /// <summary>Parents of a hotkey in stored order.</summary>
    public IReadOnlyList<Relation> ParentsOf(Hotkey hotkey, NetUid subnet) =>
        _parents[subnet, hotkey];

    /// <summary>Some hotkey of the subnet has, or had, parents or children.</summary>
    internal bool HasRelations(NetUid subnet) =>
        _parents.HasAny(subnet) || _children.HasAny(subnet);

    /// <summary>Some hotkey of the subnet has, or had, parents.</summary>
    internal bool HasParents(NetUid subnet) => _parents.HasAny(subnet);

    /// <summary>Alpha that works for a hotkey on a subnet after children and parents.</summary>
    public Alpha InheritedAlpha(Hotkey hotkey, NetUid subnet) => subnet == NetUid.Root
        ? _stakes.StakeOf(hotkey, subnet)
        : Alpha.FromRao(Inherited(hotkey, subnet, subnet));

    /// <summary>Root TAO that works for a hotkey on a subnet after children and parents.</summary>
    public Tao InheritedTao(Hotkey hotkey, NetUid subnet) =>
        Tao.FromRao(Inherited(hotkey, subnet, NetUid.Root));

    /// <summary>What a hotkey weighs on a subnet.</summary>
    public StakeWeight WeightOf(Hotkey hotkey, NetUid subnet) => StakeWeight.Of(
        InheritedAlpha(hotkey, subnet), InheritedTao(hotkey, subnet), _stakes.TaoWeight);

    /// <summary>Divides a dividend between a hotkey, its parents and its childkey take.</summary>
    /// <param name="hotkey">Hotkey that earned the dividend.</param>
    /// <param name="subnet">Subnet of the dividend.</param>
    /// <param name="dividend">Amount to divide.</param>
    /// <param name="parts">Receives parents in stored order, then the hotkey with the rest.</param>
    public void SplitDividend(
        Hotkey hotkey, NetUid subnet, Alpha dividend, List<(Hotkey Hotkey, Alpha Amount)> parts)
    {
        parts.Clear();
        Relation[] parents = _parents[subnet, hotkey];
        if (parents.Length == 0)
        {
            // The childkey take comes back to the child itself, and nothing is cut on the way.
            parts.Add((hotkey, dividend));
            return;
        }

        I96F32 whole = I96F32.FromInteger(dividend.Rao);
        I96F32 take = Staking.Take.Of(_childkeyTake[subnet, hotkey]).SaturatingMultiply(whole);
        I96F32 rest = whole.SaturatingSubtract(take);

        I96F32 total = I96F32.FromInteger(SelfContribution(hotkey, subnet).Rao);
        foreach (Relation parent in parents)
        {
            total = total.SaturatingAdd(Contribution(parent, subnet));
        }

        ulong sent = 0;
        foreach (Relation parent in parents)
        {
            I96F32 part = Contribution(parent, subnet).SafeDivide(total);
            ulong amount = rest.SaturatingMultiply(part).FloorToUInt64();
            parts.Add((parent.Hotkey, Alpha.FromRao(amount)));
            sent = unchecked(sent + amount) < sent ? ulong.MaxValue : unchecked(sent + amount);
        }

        ulong own = rest.SaturatingAdd(take).FloorToUInt64();
        parts.Add((hotkey, Alpha.FromRao(own > sent ? own - sent : 0)));
    }

    /// <summary>What a hotkey brings to a subnet itself, without what its children took.</summary>
    public Alpha SelfContribution(Hotkey hotkey, NetUid subnet)
    {
        I96F32 rest = I96F32.One;
        foreach (Relation child in _children[subnet, hotkey])
        {
            rest = rest.SaturatingSubtract(child.Fraction);
        }

        return Alpha.FromRao(Weighted(hotkey, subnet, rest).FloorToUInt64());
    }

    /// <summary>Sets the take of a hotkey and makes it a delegate.</summary>
    internal void SetTake(Hotkey hotkey, ushort take) => _take[hotkey] = take;

    /// <summary>Makes a hotkey a delegate with the default take unless it is one.</summary>
    internal void EnsureDelegate(Hotkey hotkey)
    {
        if (!_take.Contains(hotkey)) _take[hotkey] = DefaultTake;
    }

    internal BlockNumber LastTakeBlock(AccountId who) => _lastTakeBlock[who];

    internal void RecordTakeBlock(AccountId who, BlockNumber now) => _lastTakeBlock[who] = now;

    internal void SetChildkeyTake(Hotkey hotkey, NetUid subnet, ushort take) =>
        _childkeyTake[subnet, hotkey] = take;

    internal BlockNumber LastKeyBlock(Hotkey hotkey, NetUid subnet, ushort kind) =>
        _lastKeyBlock[subnet, (hotkey, kind)];

    internal void RecordKeyBlock(Hotkey hotkey, NetUid subnet, ushort kind, BlockNumber now) =>
        _lastKeyBlock[subnet, (hotkey, kind)] = now;

    internal void Schedule(Hotkey parent, NetUid subnet, PendingChildren pending) =>
        _pending[subnet, parent] = pending;

    /// <summary>All children that wait on a subnet, by parent.</summary>
    internal IReadOnlyList<KeyValuePair<Hotkey, PendingChildren>> PendingOf(NetUid subnet) =>
        _pending.OfSubnetInHashedKeyOrder(subnet);

    /// <summary>Children of the hotkey wait on some subnet.</summary>
    internal bool HasPending(Hotkey parent) => _pending.ContainsAnywhere(parent);

    internal void ForgetPending(Hotkey parent, NetUid subnet) => _pending.Remove(subnet, parent);

    /// <summary>Activates the children whose cooldown block has passed.</summary>
    internal void ActivateChildren(NetUid subnet, BlockNumber now)
    {
        foreach ((Hotkey parent, PendingChildren pending) in
            _pending.OfSubnetInHashedKeyOrder(subnet))
        {
            if (pending.CooldownBlock.Value >= now.Value) continue;
            foreach (Relation old in _children[subnet, parent])
            {
                _parents[subnet, old.Hotkey] = Array.FindAll(
                    _parents[subnet, old.Hotkey], relation => relation.Hotkey != parent);
            }

            _children[subnet, parent] = pending.Children;
            foreach (Relation child in pending.Children)
            {
                _parents[subnet, child.Hotkey] =
                    [.. _parents[subnet, child.Hotkey], new(child.Proportion, parent)];
            }

            _pending.Remove(subnet, parent);
            if (!_events.IsKept) continue;
            _events.Deposit(new ChildrenSet(parent, subnet, pending.Children));
        }
    }

    private static MapDescriptor<AccountId, BlockNumber> ByAccount(string wire) => new(
        ItemDescriptor.Subtensor,
        wire,
        [new("account", KeyHasher.Identity)],
        Shapes.Account,
        Shapes.Block,
        default,
        "block");

    private ulong Inherited(Hotkey hotkey, NetUid subnet, NetUid source)
    {
        Relation[] children = _children[subnet, hotkey];
        Relation[] parents = _parents[subnet, hotkey];
        ulong stake = _stakes.StakeOf(hotkey, source).Rao;
        if (children.Length == 0 && parents.Length == 0) return stake;

        I96F32 own = I96F32.FromInteger(stake);
        I96F32 toChildren = I96F32.Zero;
        foreach (Relation child in children)
        {
            toChildren = toChildren.SaturatingAdd(own.SaturatingMultiply(child.Fraction));
        }

        I96F32 fromParents = I96F32.Zero;
        foreach (Relation parent in parents)
        {
            I96F32 theirs = I96F32.FromInteger(_stakes.StakeOf(parent.Hotkey, source).Rao);
            fromParents = fromParents.SaturatingAdd(theirs.SaturatingMultiply(parent.Fraction));
        }

        return own.SaturatingSubtract(toChildren).SaturatingAdd(fromParents).FloorToUInt64();
    }

    private I96F32 Contribution(Relation parent, NetUid subnet) =>
        Weighted(parent.Hotkey, subnet, parent.Fraction);

    private I96F32 Weighted(Hotkey hotkey, NetUid subnet, I96F32 part)
    {
        I96F32 alpha = I96F32.FromInteger(_stakes.StakeOf(hotkey, subnet).Rao);
        I96F32 tao = I96F32.FromInteger(_stakes.StakeOf(hotkey, NetUid.Root).Rao);
        return alpha.SaturatingMultiply(part).SaturatingAdd(
            tao.SaturatingMultiply(part).SaturatingMultiply(_stakes.TaoWeight));
    }
}
