using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Neurons;

public sealed partial class NeuronLedger
{
    private readonly SubnetItem<ushort> _count;
    private readonly SubnetItem<ushort> _capacity;
    private readonly SubnetItem<ushort> _immunityPeriod;
    private readonly NeuronItem<Hotkey> _keys;
    private readonly SubnetMapItem<Hotkey, ushort?> _uids;
    private readonly SubnetMapItem<Hotkey, bool> _isMember;
    private readonly NeuronItem<BlockNumber> _registeredAt;
    private readonly SubnetItem<bool[]> _active;
    private readonly SubnetItem<ushort[]> _rank;
    private readonly SubnetItem<ushort[]> _trust;
    private readonly SubnetItem<ushort[]> _consensus;
    private readonly SubnetItem<ushort[]> _incentive;
    private readonly SubnetItem<ushort[]> _dividends;
    private readonly SubnetItem<ulong[]> _emission;
    private readonly SubnetItem<ulong[]> _lastUpdate;
    private readonly SubnetItem<ushort[]> _validatorTrust;
    private readonly SubnetItem<ushort[]> _pruningScores;
    private readonly SubnetItem<bool[]> _validatorPermit;
    private readonly SubnetItem<ushort[]> _stakeWeight;
    private readonly SubnetItem<ushort> _toPrune;

    internal NeuronLedger(StateLayer state)
    {
        _count = state.Open(Storage.Count);
        _capacity = state.Open(Storage.Capacity);
        _immunityPeriod = state.Open(Storage.ImmunityPeriod);
        _keys = state.Open(Storage.Keys);
        _uids = state.Open(Storage.Uids);
        _isMember = state.Open(Storage.IsMember);
        _registeredAt = state.Open(Storage.RegisteredAt);
        _active = state.Open(Storage.Active);
        _rank = state.Open(Storage.Rank);
        _trust = state.Open(Storage.Trust);
        _consensus = state.Open(Storage.Consensus);
        _incentive = state.Open(Storage.Incentive);
        _dividends = state.Open(Storage.Dividends);
        _emission = state.Open(Storage.Emission);
        _lastUpdate = state.Open(Storage.LastUpdate);
        _validatorTrust = state.Open(Storage.ValidatorTrust);
        _pruningScores = state.Open(Storage.PruningScores);
        _validatorPermit = state.Open(Storage.ValidatorPermit);
        _stakeWeight = state.Open(Storage.StakeWeight);
        _toPrune = state.Open(Storage.ToPrune);
    }

    /// <summary>
    /// What is kept for each neuron slot. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>Number of uids in use. Unit: neurons.</summary>
        public static readonly SubnetDescriptor<ushort> Count =
            Declare.BySubnet<ushort>("SubnetworkN", Shapes.U16, 0, "neurons");

        /// <summary>Number of uids at most. Unit: neurons.</summary>
        public static readonly SubnetDescriptor<ushort> Capacity =
            Declare.BySubnet<ushort>("MaxAllowedUids", Shapes.U16, 4_096, "neurons");

        /// <summary>
        /// Blocks in which a neuron is no first choice for pruning.
        /// Unit: blocks.
        /// </summary>
        public static readonly SubnetDescriptor<ushort> ImmunityPeriod =
            Declare.BySubnet<ushort>("ImmunityPeriod", Shapes.U16, 4_096, "blocks");

        /// <summary>Hotkey at a uid. Unit: none.</summary>
        public static readonly NeuronDescriptor<Hotkey> Keys =
            Declare.ByUid("Keys", Shapes.Hotkey, default(Hotkey), "none");

        /// <summary>Uid of a hotkey. Unit: uid.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, ushort?> Uids =
            Declare.BySubnetAndHotkey<ushort?>(
                "Uids", Shapes.Optional(Shapes.U16), null, "uid");

        /// <summary>The hotkey has a uid on the subnet. Unit: none.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, bool> IsMember =
            Declare.ByHotkeyAndSubnet<bool>("IsNetworkMember", Shapes.Bool, false, "none");

        /// <summary>Block in which the uid was given. Unit: block.</summary>
        public static readonly NeuronDescriptor<BlockNumber> RegisteredAt =
            Declare.ByUid("BlockAtRegistration", Shapes.Block, default(BlockNumber), "block");

        /// <summary>Activity by uid. Unit: none.</summary>
        public static readonly SubnetDescriptor<bool[]> Active =
            Declare.BySubnet<bool[]>("Active", Shapes.List(Shapes.Bool), [], "none");

        /// <summary>Rank by uid. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<ushort[]> Rank =
            Declare.BySubnet<ushort[]>("Rank", Shapes.List(Shapes.U16), [], "1/65535");

        /// <summary>Trust by uid. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<ushort[]> Trust =
            Declare.BySubnet<ushort[]>("Trust", Shapes.List(Shapes.U16), [], "1/65535");

        /// <summary>Consensus by uid. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<ushort[]> Consensus =
            Declare.BySubnet<ushort[]>("Consensus", Shapes.List(Shapes.U16), [], "1/65535");

        /// <summary>Incentive by uid. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<ushort[]> Incentive =
            Declare.BySubnet<ushort[]>("Incentive", Shapes.List(Shapes.U16), [], "1/65535");

        /// <summary>Dividends by uid. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<ushort[]> Dividends =
            Declare.BySubnet<ushort[]>("Dividends", Shapes.List(Shapes.U16), [], "1/65535");

        /// <summary>Emission by uid at the last epoch. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<ulong[]> Emission =
            Declare.BySubnet<ulong[]>("Emission", Shapes.List(Shapes.U64), [], "10^-9 alpha");

        /// <summary>Block of the last weight update by uid. Unit: block.</summary>
        public static readonly SubnetDescriptor<ulong[]> LastUpdate =
            Declare.BySubnet<ulong[]>("LastUpdate", Shapes.List(Shapes.U64), [], "block");

        /// <summary>Validator trust by uid. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<ushort[]> ValidatorTrust =
            Declare.BySubnet<ushort[]>("ValidatorTrust", Shapes.List(Shapes.U16), [], "1/65535");

        /// <summary>Pruning score by uid. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<ushort[]> PruningScores =
            Declare.BySubnet<ushort[]>("PruningScores", Shapes.List(Shapes.U16), [], "1/65535");

        /// <summary>Validator permit by uid. Unit: none.</summary>
        public static readonly SubnetDescriptor<bool[]> ValidatorPermit =
            Declare.BySubnet<bool[]>("ValidatorPermit", Shapes.List(Shapes.Bool), [], "none");

        /// <summary>Stake weight by uid at the last epoch. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<ushort[]> StakeWeight =
            Declare.BySubnet<ushort[]>("StakeWeight", Shapes.List(Shapes.U16), [], "1/65535");

        /// <summary>Not used in these versions. Unit: none.</summary>
        public static readonly SubnetDescriptor<ushort> ToPrune =
            Declare.BySubnet<ushort>("NeuronsToPruneAtNextEpoch", Shapes.U16, 0, "none");
    }
}
