using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Pools;

namespace Dtao.Runtime.Subnets;

/// <summary>Which subnets exist, who owns them, and their basic parameters.</summary>
/// <remarks>Source: docs/spec/subnets.md.</remarks>
public sealed partial class SubnetRegistry
{
    /// <summary>Number of subnets, root included.</summary>
    public ushort Total => _total.Value;

    /// <summary>Lower bound of the lock cost and first size of both reserves. Unit: rao.</summary>
    public Tao MinimumLockCost => _minimumLockCost.Value;

    /// <summary>Block of the last subnet registration.</summary>
    public BlockNumber LastRegistered => _lastRegistered.Value;

    /// <summary>Least distance of two subnet registrations. Unit: blocks.</summary>
    public ulong RateLimit => _rateLimit.Value;

    /// <summary>All subnets, root included, in the order in which the chain visits them.</summary>
    public IReadOnlyList<NetUid> InHashedKeyOrder() => _added.SubnetsInHashedKeyOrder();

    /// <summary>
    /// The same as <see cref="InHashedKeyOrder"/> into a list that is used again.
    /// </summary>
    internal void CopyInHashedKeyOrder(List<NetUid> subnets) =>
        _added.CopySubnetsInHashedKeyOrder(subnets);

    /// <summary>The subnet exists.</summary>
    public bool Exists(NetUid subnet) => _added[subnet];

    /// <summary>How the subnet's token trades.</summary>
    public PoolMechanism Mechanism(NetUid subnet) => (PoolMechanism)_mechanism[subnet];

    /// <summary>Epochs are this many blocks plus one apart; 0 is never.</summary>
    public ushort Tempo(NetUid subnet) =>
        _tempo.Contains(subnet) ? _tempo[subnet] : DefaultTempo;

    /// <summary>Tempo of subnets that have none stored; a matter of the version.</summary>
    internal ushort DefaultTempo { get; set; }

    /// <summary>Block of registration; zero when unknown.</summary>
    public BlockNumber RegisteredAt(NetUid subnet) => _registeredAt[subnet];

    /// <summary>The subnet is past the immunity of new subnets.</summary>
    public bool IsOldEnoughToPrune(NetUid subnet, BlockNumber now)
    {
        ulong registered = _registeredAt[subnet].Value;
        ulong age = now.Value > registered ? now.Value - registered : 0;
        return age >= _immunityPeriod.Value;
    }

    /// <summary>Symbol of the token, UTF-8.</summary>
    public IReadOnlyList<byte> Symbol(NetUid subnet) => _symbol[subnet];

    /// <summary>Owner of the subnet; the zero account when there is none.</summary>
    public Coldkey Owner(NetUid subnet) => _owner[subnet];

    /// <summary>The subnet has an owner.</summary>
    public bool HasOwner(NetUid subnet) => _owner.Contains(subnet);

    /// <summary>Hotkey that receives the owner cut; the zero account when there is none.</summary>
    public Hotkey OwnerHotkey(NetUid subnet) => _ownerHotkey[subnet];

    /// <summary>The subnet has an owner hotkey.</summary>
    public bool HasOwnerHotkey(NetUid subnet) => _ownerHotkey.Contains(subnet);

    /// <summary>The hotkey is the subnet's owner hotkey.</summary>
    public bool IsOwnerHotkey(NetUid subnet, Hotkey hotkey) =>
        _ownerHotkey.Contains(subnet) && _ownerHotkey[subnet] == hotkey;

    /// <summary>Sum of all locks. Unit: rao.</summary>
    public Tao TotalLocked()
    {
        Tao total = Tao.Zero;
        foreach (NetUid subnet in _locked.SubnetsInHashedKeyOrder())
        {
            total = total.SaturatingAdd(_locked[subnet]);
        }

        return total;
    }

    /// <summary>What registering a subnet costs now. Unit: rao.</summary>
    /// <param name="curve">Emission of the curve at the present issuance, in rao per block.</param>
    /// <param name="now">Present block.</param>
    public Tao LockCostAt(ulong curve, BlockNumber now) => LockCost.At(
        _lastLockCost.Value,
        _minimumLockCost.Value,
        _lastRegistered.Value,
        LockCost.EffectiveInterval(_lockReductionInterval.Value, curve),
        now);

    /// <summary>The smallest number above root that no subnet has.</summary>
    internal NetUid NextFree()
    {
        ushort next = 1;
        while (_added.Contains(new(next)))
        {
            next++;
        }

        return new(next);
    }

    /// <summary>Brings a subnet into existence with its basic parameters.</summary>
    internal void Add(NetUid subnet)
    {
        _added[subnet] = true;
        _tempo[subnet] = DefaultTempo;
        _modality[subnet] = 0;
        _total.Value = (ushort)Math.Min(_total.Value + 1, ushort.MaxValue);
    }

    /// <summary>Brings a subnet of before dTAO into existence, for genesis.</summary>
    internal void Settle(NetUid subnet, Coldkey? owner, BlockNumber registeredAt, ushort tempo)
    {
        Add(subnet);
        _tempo[subnet] = tempo;
        if (owner is not { } coldkey) return;
        _owner[subnet] = coldkey;
        _registeredAt[subnet] = registeredAt;
    }

    /// <summary>Sets the tempo of a subnet; 0 stops its epochs.</summary>
    internal void SetTempo(NetUid subnet, ushort tempo) => _tempo[subnet] = tempo;

    /// <summary>Books a registration: what it paid, by whom, and when.</summary>
    internal void Found(
        NetUid subnet, Coldkey owner, Hotkey hotkey, Tao totalStake, BlockNumber now)
    {
        _mechanism[subnet] = (ushort)PoolMechanism.Dynamic;
        _lastRegistered.Value = now;
        _registeredAt[subnet] = now;
        _symbol[subnet] = TokenSymbols.Of(subnet);
        _owner[subnet] = owner;
        _ownerHotkey[subnet] = hotkey;
        _totalStakeAtDynamic[subnet] = totalStake;
    }

    /// <summary>Remembers what the newest subnet paid.</summary>
    internal void RecordLockCost(Tao paid) => _lastLockCost.Value = paid;

    /// <summary>Locks of the lowest subnets, for whoever checks sums. Unit: rao.</summary>
    internal ReadOnlySpan<Tao> Locks => _locked.Values;

    /// <summary>TAO locked for the subnet before dTAO. Unit: rao.</summary>
    internal Tao Locked(NetUid subnet) => _locked[subnet];

    /// <summary>Switches the network to dynamic TAO.</summary>
    internal void BeginDynamic(BlockNumber now, Tao minimumLockCost)
    {
        _dynamicBlock.Value = now;
        _minimumLockCost.Value = minimumLockCost;
        _mechanism[NetUid.Root] = (ushort)PoolMechanism.Stable;
        _symbol[NetUid.Root] = TokenSymbols.Of(NetUid.Root);
    }

    /// <summary>Gives a subnet of before a token; its lock is gone.</summary>
    internal void Convert(NetUid subnet)
    {
        _flows.Note(FlowCause.LockReleased, subnet, _locked[subnet]);
        _locked[subnet] = Tao.Zero;
        _mechanism[subnet] = (ushort)PoolMechanism.Dynamic;
        _symbol[subnet] = TokenSymbols.Of(subnet);
        _totalStakeAtDynamic[subnet] = Tao.Zero;
    }

    /// <summary>Sets the hotkey that receives the owner cut.</summary>
    internal void SetOwnerHotkey(NetUid subnet, Hotkey hotkey) => _ownerHotkey[subnet] = hotkey;
}
