using Dtao.Numerics;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Spec;

namespace Dtao.Runtime.Genesis;

/// <summary>Builds the state of a network as it was before dTAO, ready for the switch.</summary>
/// <remarks>
/// Nothing here has a token yet: pools, root stake and moving prices come out of the migration
/// itself when <see cref="Switch"/> upgrades the chain to the first dTAO version, as on the real
/// network. Source: docs/spec/state.md#genesis, docs/spec/versions.md#dynamic-tao.
/// </remarks>
public sealed class GenesisBuilder
{
    private const ushort RootCapacity = 64;
    private const ushort RootTempo = 100;

    private readonly Chain _chain = new(Specs.All[0]);

    /// <summary>An empty network at a block.</summary>
    /// <param name="block">Last block before the switch.</param>
    /// <param name="tempo">Tempo of every subnet. Unit: blocks.</param>
    public GenesisBuilder(BlockNumber block, ushort tempo)
    {
        _chain.SetBlock(block);
        Tempo = tempo;
        AddRoot();
    }

    /// <summary>Tempo that subnets get. Unit: blocks.</summary>
    public ushort Tempo { get; }

    /// <summary>Adds a subnet with its owner.</summary>
    /// <param name="subnet">Number of the subnet, above root.</param>
    /// <param name="owner">Coldkey of the owner; it becomes the owner hotkey at the switch.</param>
    /// <param name="registeredAt">Block of registration.</param>
    /// <param name="emission">Emission of before dTAO, which becomes the moving price.</param>
    public void AddSubnet(NetUid subnet, Coldkey owner, BlockNumber registeredAt, Tao emission)
    {
        Invariant.Holds(subnet != NetUid.Root, "root is always there");

        _chain.Subnets.Settle(subnet, owner, registeredAt, Tempo);
        _chain.Neurons.Open(subnet, capacity: 256, immunityPeriod: 5_000);
        _chain.Weights.Open(subnet);
        _chain.Registration.Open(subnet);
        _chain.Epochs.Open(subnet, 64);
        _chain.Emission.SetLegacyEmission(subnet, emission);
    }

    /// <summary>Seats a hotkey at the next uid of a subnet.</summary>
    /// <param name="subnet">The subnet.</param>
    /// <param name="hotkey">Hotkey to seat; its account is created when it has none.</param>
    /// <param name="coldkey">Owner of the hotkey.</param>
    /// <param name="registeredAt">Block of registration.</param>
    public Uid Seat(NetUid subnet, Hotkey hotkey, Coldkey coldkey, BlockNumber registeredAt)
    {
        _chain.Stakes.CreateAccount(coldkey, hotkey);
        return _chain.Neurons.Append(subnet, hotkey, registeredAt);
    }

    /// <summary>Seats hotkeys at the next uids of a subnet, in their order.</summary>
    /// <param name="subnet">The subnet.</param>
    /// <param name="pairs">Hotkeys to seat, each with its owner.</param>
    /// <param name="registeredAt">Block of registration of all of them.</param>
    /// <remarks>The state is that of seating one after the other, at a fraction of the cost.
    /// </remarks>
    public void SeatAll(
        NetUid subnet, IReadOnlyList<(Hotkey Hotkey, Coldkey Coldkey)> pairs,
        BlockNumber registeredAt)
    {
        Hotkey[] hotkeys = new Hotkey[pairs.Count];
        for (int index = 0; index < hotkeys.Length; index++)
        {
            hotkeys[index] = pairs[index].Hotkey;
            _chain.Stakes.CreateAccount(pairs[index].Coldkey, pairs[index].Hotkey);
        }

        _chain.Neurons.Append(subnet, hotkeys, registeredAt);
    }

    /// <summary>
    /// Gives a neuron a validator permit and its weights, set in the present block.
    /// </summary>
    /// <param name="subnet">The subnet.</param>
    /// <param name="uid">The validator.</param>
    /// <param name="row">Its weights, scaled so that the largest is 65535.</param>
    public void SetWeights(NetUid subnet, Uid uid, UidWeight[] row)
    {
        _chain.Weights.SetRow(subnet, uid, row);
        _chain.Neurons.RecordUpdate(subnet, uid, _chain.Block);
        _chain.Neurons.GrantPermit(subnet, uid);
    }

    /// <summary>Adds stake of before dTAO, which the switch moves to root.</summary>
    public void AddStake(Hotkey hotkey, Coldkey coldkey, Tao amount)
    {
        _chain.Stakes.CreateAccount(coldkey, hotkey);
        _chain.Stakes.SetLegacyStake(hotkey, coldkey, amount);
        _chain.Pools.CountLegacyStake(amount);
    }

    /// <summary>Credits a free balance.</summary>
    public void Deposit(Coldkey who, Tao amount) => _chain.Deposit(who, amount);

    /// <summary>Switches to dynamic TAO and hands the chain out; the builder is used up.</summary>
    public Chain Switch()
    {
        _chain.UpgradeTo(Specs.All[0]);
        return _chain;
    }

    private void AddRoot()
    {
        NetUid root = NetUid.Root;
        _chain.Subnets.Settle(root, owner: null, registeredAt: default, RootTempo);
        _chain.Neurons.Open(root, RootCapacity, immunityPeriod: 4_096);
        _chain.Weights.OpenRoot();
        _chain.Registration.OpenRoot();
        _chain.Epochs.Open(root, RootCapacity);
    }
}
