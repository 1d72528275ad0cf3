using Dtao.Numerics;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Neurons;

/// <summary>
/// The slots of each subnet: who sits where since when, and what the epoch found.
/// </summary>
/// <remarks>
/// Lists by uid have one element for each uid in use. Source: docs/spec/neurons.md.
/// </remarks>
public sealed partial class NeuronLedger
{
    /// <summary>Pruning score of a uid without entry, and of one that was chosen.</summary>
    public const ushort NoScore = ushort.MaxValue;

    private DistinctKeys?[] _distinctKeys = [];

    /// <summary>Number of uids in use.</summary>
    public ushort Count(NetUid subnet) => _count[subnet];

    /// <summary>Number of uids at most.</summary>
    public ushort Capacity(NetUid subnet) => _capacity[subnet];

    /// <summary>Blocks in which a neuron is no first choice for pruning.</summary>
    public ushort ImmunityPeriod(NetUid subnet) => _immunityPeriod[subnet];

    /// <summary>Uid of a hotkey; null when it has none.</summary>
    public Uid? UidOf(NetUid subnet, Hotkey hotkey) =>
        _uids[subnet, hotkey] is { } uid ? new Uid(uid) : null;

    /// <summary>The hotkey is marked as a member of the subnet.</summary>
    public bool IsMember(NetUid subnet, Hotkey hotkey) => _isMember[subnet, hotkey];

    /// <summary>The hotkey is marked as a member of some subnet, existing or not.</summary>
    public bool IsMemberOfAny(Hotkey hotkey) =>
        _isMember.SubnetsOf(hotkey).Exists(subnet => _isMember[subnet, hotkey]);

    /// <summary>A hotkey sits at the uid.</summary>
    public bool IsTaken(NetUid subnet, Uid uid) => _keys.Contains(subnet, uid);

    /// <summary>Hotkey at a uid; the zero account when there is none.</summary>
    public Hotkey KeyOf(NetUid subnet, Uid uid) => _keys[subnet, uid];

    /// <summary>Block in which the uid was given.</summary>
    public BlockNumber RegisteredAt(NetUid subnet, Uid uid) => _registeredAt[subnet, uid];

    /// <summary>Block of the last weight update by uid.</summary>
    public ReadOnlySpan<ulong> LastUpdate(NetUid subnet) => _lastUpdate[subnet];

    /// <summary>Validator permits by uid.</summary>
    public ReadOnlySpan<bool> ValidatorPermits(NetUid subnet) => _validatorPermit[subnet];

    /// <summary>Pruning scores by uid, in units of 1/65535.</summary>
    public ReadOnlySpan<ushort> PruningScores(NetUid subnet) => _pruningScores[subnet];

    /// <summary>Incentive by uid, in units of 1/65535.</summary>
    public ReadOnlySpan<ushort> Incentive(NetUid subnet) => _incentive[subnet];

    /// <summary>Dividends by uid, in units of 1/65535.</summary>
    public ReadOnlySpan<ushort> Dividends(NetUid subnet) => _dividends[subnet];

    /// <summary>Alpha by uid at the last epoch. Unit: 10^-9 alpha.</summary>
    public ReadOnlySpan<ulong> Emission(NetUid subnet) => _emission[subnet];

    /// <summary>Blocks of registration by uid; zero where no hotkey sits.</summary>
    internal void CopyRegistrations(NetUid subnet, Span<ulong> blocks)
    {
        for (int uid = 0; uid < blocks.Length; uid++)
        {
            Uid own = new((ushort)uid);
            blocks[uid] = IsTaken(subnet, own) ? _registeredAt[subnet, own].Value : 0;
        }
    }

    /// <summary>The stored list of last updates; it is never written in place.</summary>
    internal ulong[] LastUpdateList(NetUid subnet) => _lastUpdate[subnet];

    /// <summary>The stored list of permits; it is never written in place.</summary>
    internal bool[] ValidatorPermitList(NetUid subnet) => _validatorPermit[subnet];

    /// <summary>Hotkeys by uid; may be shorter than the subnet.</summary>
    internal ReadOnlySpan<Hotkey> Keys(NetUid subnet) => _keys.OfSubnet(subnet);

    /// <summary>No hotkey sits twice on the subnet.</summary>
    internal bool KeysAreDistinct(NetUid subnet)
    {
        if (subnet.Value >= _distinctKeys.Length)
        {
            Array.Resize(ref _distinctKeys, subnet.Value + 1);
        }

        DistinctKeys keys = _distinctKeys[subnet.Value] ??= new();
        return keys.Hold(Keys(subnet), _keys.VersionOf(subnet));
    }

    /// <summary>Prepares a new subnet without neurons.</summary>
    internal void Open(NetUid subnet, ushort capacity, ushort immunityPeriod)
    {
        _count[subnet] = 0;
        _capacity[subnet] = capacity;
        _immunityPeriod[subnet] = immunityPeriod;
    }

    /// <summary>Seats a hotkey at the next uid.</summary>
    internal Uid Append(NetUid subnet, Hotkey hotkey, BlockNumber now)
    {
        Uid uid = new(_count[subnet]);
        Append(subnet, [hotkey], now);
        return uid;
    }

    /// <summary>Seats hotkeys at the next uids, in their order.</summary>
    internal void Append(NetUid subnet, ReadOnlySpan<Hotkey> hotkeys, BlockNumber now)
    {
        // Every list grows once, however many come.
        Push(_rank, subnet, hotkeys.Length, default);
        Push(_trust, subnet, hotkeys.Length, default);
        Push(_active, subnet, hotkeys.Length, true);
        Push(_emission, subnet, hotkeys.Length, default);
        Push(_consensus, subnet, hotkeys.Length, default);
        Push(_incentive, subnet, hotkeys.Length, default);
        Push(_dividends, subnet, hotkeys.Length, default);
        Push(_lastUpdate, subnet, hotkeys.Length, now.Value);
        Push(_pruningScores, subnet, hotkeys.Length, default);
        Push(_validatorTrust, subnet, hotkeys.Length, default);
        Push(_validatorPermit, subnet, hotkeys.Length, false);
        foreach (Hotkey hotkey in hotkeys)
        {
            Uid uid = new(_count[subnet]);
            _count[subnet] = (ushort)Math.Min(uid.Value + 1, ushort.MaxValue);
            Seat(subnet, uid, hotkey, now);
        }
    }

    /// <summary>
    /// Seats a hotkey where another sat; the newcomer inherits what is not reset.
    /// </summary>
    internal void Replace(NetUid subnet, Uid uid, Hotkey hotkey, BlockNumber now)
    {
        Hotkey old = _keys[subnet, uid];
        _uids.Remove(subnet, old);
        _isMember.Remove(subnet, old);
        Write(_active, subnet, uid, true);
        Seat(subnet, uid, hotkey, now);
        Write(_emission, subnet, uid, default);
        Write(_trust, subnet, uid, default);
        Write(_consensus, subnet, uid, default);
        Write(_incentive, subnet, uid, default);
        Write(_dividends, subnet, uid, default);
    }

    /// <summary>Remembers that a neuron set or committed weights.</summary>
    internal void RecordUpdate(NetUid subnet, Uid uid, BlockNumber now) =>
        Write(_lastUpdate, subnet, uid, now.Value);

    /// <summary>Gives a validator permit, for genesis.</summary>
    internal void GrantPermit(NetUid subnet, Uid uid) =>
        Write(_validatorPermit, subnet, uid, true);

    /// <summary>Marks the neuron that was chosen for pruning.</summary>
    internal void MarkForPruning(NetUid subnet, Uid uid) =>
        Write(_pruningScores, subnet, uid, NoScore);

    /// <summary>Writes what an epoch found.</summary>
    internal void Record(NetUid subnet, EpochOutput found)
    {
        _stakeWeight[subnet] = found.StakeWeight;
        _active[subnet] = found.Active;
        _emission[subnet] = found.Emission;
        _rank[subnet] = found.Rank;
        _trust[subnet] = found.Trust;
        _consensus[subnet] = found.Consensus;
        _incentive[subnet] = found.Incentive;
        _dividends[subnet] = found.Dividends;
        _pruningScores[subnet] = found.PruningScores;
        _validatorTrust[subnet] = found.ValidatorTrust;
        _validatorPermit[subnet] = found.ValidatorPermit;
    }

    /// <summary>Rebuilds membership from the seats, as the dTAO migration does.</summary>
    internal void RebuildMembership(IReadOnlyList<NetUid> subnets)
    {
        _isMember.Clear();
        foreach (NetUid subnet in subnets)
        {
            ReadOnlySpan<Hotkey> keys = _keys.OfSubnet(subnet);
            for (int uid = 0; uid < keys.Length; uid++)
            {
                if (!_keys.Contains(subnet, new((ushort)uid))) continue;
                _isMember[subnet, keys[uid]] = true;
            }
        }
    }

    private static void Push<T>(SubnetItem<T[]> lists, NetUid subnet, int count, T value)
    {
        T[] old = lists[subnet];
        T[] longer = new T[old.Length + count];
        old.CopyTo(longer, 0);
        Array.Fill(longer, value, old.Length, count);
        lists[subnet] = longer;
    }

    private static void Write<T>(SubnetItem<T[]> lists, NetUid subnet, Uid uid, T value)
    {
        T[] list = lists[subnet];
        if (uid.Value >= list.Length) return;
        T[] copy = (T[])list.Clone();
        copy[uid.Value] = value;
        lists[subnet] = copy;
    }

    private void Seat(NetUid subnet, Uid uid, Hotkey hotkey, BlockNumber now)
    {
        _keys[subnet, uid] = hotkey;
        _uids[subnet, hotkey] = uid.Value;
        _registeredAt[subnet, uid] = now;
        _isMember[subnet, hotkey] = true;
    }
}
