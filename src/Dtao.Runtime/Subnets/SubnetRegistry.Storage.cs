using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Subnets;

public sealed partial class SubnetRegistry
{
    private readonly SubnetItem<bool> _added;
    private readonly ValueItem<ushort> _total;
    private readonly SubnetItem<Coldkey> _owner;
    private readonly SubnetItem<Hotkey> _ownerHotkey;
    private readonly SubnetItem<Tao> _locked;
    private readonly SubnetItem<Tao> _largestLocked;
    private readonly FlowJournal _flows;
    private readonly SubnetItem<BlockNumber> _registeredAt;
    private readonly SubnetItem<ushort> _modality;
    private readonly SubnetItem<byte[]> _symbol;
    private readonly SubnetItem<byte[]> _customName;
    private readonly SubnetItem<ushort> _mechanism;
    private readonly SubnetItem<ushort> _tempo;
    private readonly ValueItem<ushort> _limit;
    private readonly ValueItem<ulong> _immunityPeriod;
    private readonly ValueItem<ushort> _minimumAllowedUids;
    private readonly ValueItem<Tao> _minimumLockCost;
    private readonly ValueItem<Tao> _lastLockCost;
    private readonly ValueItem<BlockNumber> _lastRegistered;
    private readonly ValueItem<ulong> _lockReductionInterval;
    private readonly ValueItem<ulong> _rateLimit;
    private readonly ValueItem<uint> _dissolveDelay;
    private readonly SubnetItem<ulong> _maximumStake;
    private readonly SubnetItem<Tao> _totalStakeAtDynamic;
    private readonly ValueItem<BlockNumber> _dynamicBlock;

    internal SubnetRegistry(StateLayer state)
    {
        _added = state.Open(Storage.Added);
        _total = state.Open(Storage.Total);
        _owner = state.Open(Storage.Owner);
        _ownerHotkey = state.Open(Storage.OwnerHotkey);
        _flows = state.Flows;
        _locked = state.Open(Storage.Locked);
        _largestLocked = state.Open(Storage.LargestLocked);
        _registeredAt = state.Open(Storage.RegisteredAt);
        _modality = state.Open(Storage.Modality);
        _symbol = state.Open(Storage.Symbol);
        _customName = state.Open(Storage.CustomName);
        _mechanism = state.Open(Storage.Mechanism);
        _tempo = state.Open(Storage.Tempo);
        _limit = state.Open(Storage.Limit);
        _immunityPeriod = state.Open(Storage.ImmunityPeriod);
        _minimumAllowedUids = state.Open(Storage.MinimumAllowedUids);
        _minimumLockCost = state.Open(Storage.MinimumLockCost);
        _lastLockCost = state.Open(Storage.LastLockCost);
        _lastRegistered = state.Open(Storage.LastRegistered);
        _lockReductionInterval = state.Open(Storage.LockReductionInterval);
        _rateLimit = state.Open(Storage.RateLimit);
        _dissolveDelay = state.Open(Storage.DissolveDelay);
        _maximumStake = state.Open(Storage.MaximumStake);
        _totalStakeAtDynamic = state.Open(Storage.TotalStakeAtDynamic);
        _dynamicBlock = state.Open(Storage.DynamicBlock);
    }

    /// <summary>
    /// What is known of subnets as such. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>Subnets that exist, root included. Unit: none.</summary>
        public static readonly SubnetDescriptor<bool> Added =
            Declare.BySubnet<bool>("NetworksAdded", Shapes.Bool, false, "none");

        /// <summary>Number of subnets, root included. Unit: subnets.</summary>
        public static readonly ValueDescriptor<ushort> Total =
            Declare.Value<ushort>("TotalNetworks", Shapes.U16, 0, "subnets");

        /// <summary>Owner of each subnet. Unit: none.</summary>
        public static readonly SubnetDescriptor<Coldkey> Owner =
            Declare.BySubnet("SubnetOwner", Shapes.Coldkey, default(Coldkey), "none");

        /// <summary>Hotkey that receives the owner cut. Unit: none.</summary>
        public static readonly SubnetDescriptor<Hotkey> OwnerHotkey =
            Declare.BySubnet("SubnetOwnerHotkey", Shapes.Hotkey, default(Hotkey), "none");

        /// <summary>TAO locked before dTAO; zero afterwards. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> Locked =
            Declare.BySubnet("SubnetLocked", Shapes.Tao, Tao.Zero, "rao");

        /// <summary>Largest lock; legacy. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> LargestLocked =
            Declare.BySubnet("LargestLocked", Shapes.Tao, Tao.Zero, "rao");

        /// <summary>Block of registration. Unit: block.</summary>
        public static readonly SubnetDescriptor<BlockNumber> RegisteredAt =
            Declare.BySubnet("NetworkRegisteredAt", Shapes.Block, default(BlockNumber), "block");

        /// <summary>Always zero. Unit: none.</summary>
        public static readonly SubnetDescriptor<ushort> Modality =
            Declare.BySubnet<ushort>("NetworkModality", Shapes.U16, 0, "none");

        /// <summary>Symbol of the token, UTF-8. Unit: none.</summary>
        public static readonly SubnetDescriptor<byte[]> Symbol =
            Declare.BySubnet(
                "TokenSymbol", Shapes.List(Shapes.U8), [0xf0, 0x9d, 0x9c, 0x8f], "none");

        /// <summary>Custom name; nothing writes it. Unit: none.</summary>
        public static readonly SubnetDescriptor<byte[]> CustomName =
            Declare.BySubnet(
                "SubnetName", Shapes.List(Shapes.U8), [0xf0, 0x9d, 0x9c, 0x8f], "none");

        /// <summary>0 is stable (1:1), 1 is dynamic (constant product). Unit: none.</summary>
        public static readonly SubnetDescriptor<ushort> Mechanism =
            Declare.BySubnet<ushort>("SubnetMechanism", Shapes.U16, 0, "none");

        /// <summary>Epochs are this many blocks plus one apart; 0 is never. Unit: blocks.</summary>
        public static readonly SubnetDescriptor<ushort> Tempo =
            Declare.BySubnet<ushort>("Tempo", Shapes.U16, 360, "blocks");

        /// <summary>Stored, not enforced. Unit: subnets.</summary>
        public static readonly ValueDescriptor<ushort> Limit =
            Declare.Value<ushort>("SubnetLimit", Shapes.U16, 12, "subnets");

        /// <summary>Stored; read by the uncalled subnet pruning. Unit: blocks.</summary>
        public static readonly ValueDescriptor<ulong> ImmunityPeriod =
            Declare.Value<ulong>("NetworkImmunityPeriod", Shapes.U64, 50_400, "blocks");

        /// <summary>Not used. Unit: neurons.</summary>
        public static readonly ValueDescriptor<ushort> MinimumAllowedUids =
            Declare.Value<ushort>("NetworkMinAllowedUids", Shapes.U16, 128, "neurons");

        /// <summary>
        /// Lower bound of the lock cost and first size of both reserves.
        /// Unit: rao.
        /// </summary>
        public static readonly ValueDescriptor<Tao> MinimumLockCost =
            Declare.Value("NetworkMinLockCost", Shapes.Tao, Tao.Whole(1_000), "rao");

        /// <summary>What the last registration paid. Unit: rao.</summary>
        public static readonly ValueDescriptor<Tao> LastLockCost =
            Declare.Value("NetworkLastLockCost", Shapes.Tao, Tao.Whole(1_000), "rao");

        /// <summary>Block of the last subnet registration. Unit: block.</summary>
        public static readonly ValueDescriptor<BlockNumber> LastRegistered =
            Declare.Value("NetworkLastRegistered", Shapes.Block, default(BlockNumber), "block");

        /// <summary>Blocks in which the cost falls by one last cost. Unit: blocks.</summary>
        public static readonly ValueDescriptor<ulong> LockReductionInterval =
            Declare.Value<ulong>("NetworkLockReductionInterval", Shapes.U64, 100_800, "blocks");

        /// <summary>Least distance of two subnet registrations. Unit: blocks.</summary>
        public static readonly ValueDescriptor<ulong> RateLimit =
            Declare.Value<ulong>("NetworkRateLimit", Shapes.U64, 7_200, "blocks");

        /// <summary>Delay of a scheduled dissolution. Unit: blocks.</summary>
        public static readonly ValueDescriptor<uint> DissolveDelay =
            Declare.Value<uint>("DissolveNetworkScheduleDuration", Shapes.U32, 36_000, "blocks");

        /// <summary>Settable, not enforced. Unit: rao.</summary>
        public static readonly SubnetDescriptor<ulong> MaximumStake =
            Declare.BySubnet<ulong>("NetworkMaxStake", Shapes.U64, ulong.MaxValue, "rao");

        /// <summary>Stake of the network when the subnet came. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> TotalStakeAtDynamic =
            Declare.BySubnet("TotalStakeAtDynamic", Shapes.Tao, Tao.Zero, "rao");

        /// <summary>Block at which dTAO was switched on. Unit: block.</summary>
        public static readonly ValueDescriptor<BlockNumber> DynamicBlock =
            Declare.Value("DynamicBlock", Shapes.Block, default(BlockNumber), "block");
    }
}
