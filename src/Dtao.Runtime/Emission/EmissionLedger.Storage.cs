using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Emission;

public sealed partial class EmissionLedger
{
    private readonly ValueItem<ulong> _blockEmission;
    private readonly SubnetItem<Tao> _taoIn;
    private readonly SubnetItem<Alpha> _alphaIn;
    private readonly SubnetItem<Alpha> _alphaOut;
    private readonly SubnetItem<Alpha> _alphaSold;
    private readonly SubnetItem<Alpha> _pendingAlpha;
    private readonly SubnetItem<Tao> _pendingRootDividends;
    private readonly SubnetItem<Alpha> _pendingAlphaSwapped;
    private readonly SubnetItem<Alpha> _pendingOwnerCut;
    private readonly SubnetItem<ulong> _blocksSinceEpoch;
    private readonly SubnetItem<BlockNumber> _lastEpochBlock;
    private readonly SubnetItem<ulong> _emissionValues;
    private readonly ValueItem<ushort> _ownerCutShare;
    private readonly SubnetMapItem<Hotkey, Alpha> _alphaDividends;
    private readonly SubnetMapItem<Hotkey, Tao> _taoDividends;
    private readonly SubnetMapItem<Hotkey, ulong> _lastHotkeyEmission;
    private readonly FlowJournal _flows;
    private readonly SubnetMapItem<(Hotkey Hotkey, Coldkey Coldkey), ulong> _lastPairEmission;

    internal EmissionLedger(StateLayer state)
    {
        _flows = state.Flows;
        _blockEmission = state.Open(Storage.BlockEmission);
        _taoIn = state.Open(Storage.TaoIn);
        _alphaIn = state.Open(Storage.AlphaIn);
        _alphaOut = state.Open(Storage.AlphaOut);
        _alphaSold = state.Open(Storage.AlphaSold);
        _pendingAlpha = state.Open(Storage.PendingAlpha);
        _pendingRootDividends = state.Open(Storage.PendingRootDividends);
        _pendingAlphaSwapped = state.Open(Storage.PendingAlphaSwapped);
        _pendingOwnerCut = state.Open(Storage.PendingOwnerCut);
        _blocksSinceEpoch = state.Open(Storage.BlocksSinceEpoch);
        _lastEpochBlock = state.Open(Storage.LastEpochBlock);
        _emissionValues = state.Open(Storage.EmissionValues);
        _ownerCutShare = state.Open(Storage.OwnerCutShare);
        _alphaDividends = state.Open(Storage.AlphaDividends);
        _taoDividends = state.Open(Storage.TaoDividends);
        _lastHotkeyEmission = state.Open(Storage.LastHotkeyEmission);
        _lastPairEmission = state.Open(Storage.LastPairEmission);
    }

    /// <summary>
    /// What emission keeps in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>Result of the newest curve evaluation, TAO or alpha. Unit: rao.</summary>
        public static readonly ValueDescriptor<ulong> BlockEmission =
            Declare.Value<ulong>("BlockEmission", Shapes.U64, 1_000_000_000, "rao");

        /// <summary>TAO injected into the pool in the last block. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> TaoIn =
            Declare.BySubnet("SubnetTaoInEmission", Shapes.Tao, Tao.Zero, "rao");

        /// <summary>Alpha injected into the pool in the last block. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> AlphaIn =
            Declare.BySubnet("SubnetAlphaInEmission", Shapes.Alpha, Alpha.Zero, "10^-9 alpha");

        /// <summary>Alpha minted for participants in the last block. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> AlphaOut =
            Declare.BySubnet("SubnetAlphaOutEmission", Shapes.Alpha, Alpha.Zero, "10^-9 alpha");

        /// <summary>Never written in these versions. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> AlphaSold =
            Declare.BySubnet("SubnetAlphaEmissionSell", Shapes.Alpha, Alpha.Zero, "10^-9 alpha");

        /// <summary>Alpha that waits for the next epoch. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> PendingAlpha =
            Declare.BySubnet("PendingEmission", Shapes.Alpha, Alpha.Zero, "10^-9 alpha");

        /// <summary>TAO from the sold root share that waits. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> PendingRootDividends =
            Declare.BySubnet("PendingRootDivs", Shapes.Tao, Tao.Zero, "rao");

        /// <summary>Alpha sold for the waiting root dividends. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> PendingAlphaSwapped =
            Declare.BySubnet("PendingAlphaSwapped", Shapes.Alpha, Alpha.Zero, "10^-9 alpha");

        /// <summary>Alpha that waits for the subnet owner. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> PendingOwnerCut =
            Declare.BySubnet("PendingOwnerCut", Shapes.Alpha, Alpha.Zero, "10^-9 alpha");

        /// <summary>Blocks since the last epoch. Unit: blocks.</summary>
        public static readonly SubnetDescriptor<ulong> BlocksSinceEpoch =
            Declare.BySubnet<ulong>("BlocksSinceLastStep", Shapes.U64, 0, "blocks");

        /// <summary>Block of the last epoch; the wire name is misspelt. Unit: block.</summary>
        public static readonly SubnetDescriptor<BlockNumber> LastEpochBlock =
            Declare.BySubnet("LastMechansimStepBlock", Shapes.Block, default(BlockNumber), "block");

        /// <summary>Emission of each subnet before dTAO; legacy. Unit: rao per block.</summary>
        public static readonly SubnetDescriptor<ulong> EmissionValues =
            Declare.BySubnet<ulong>("EmissionValues", Shapes.U64, 0, "rao per block");

        /// <summary>Share of the alpha emission that goes to owners. Unit: 1/65535.</summary>
        public static readonly ValueDescriptor<ushort> OwnerCutShare =
            Declare.Value<ushort>("SubnetOwnerCut", Shapes.U16, 11_796, "1/65535");

        /// <summary>
        /// Alpha paid to the nominators of a hotkey at the last epoch.
        /// Unit: 10^-9 alpha.
        /// </summary>
        public static readonly SubnetMapDescriptor<Hotkey, Alpha> AlphaDividends =
            Declare.BySubnetAndHotkey(
                "AlphaDividendsPerSubnet", Shapes.Alpha, Alpha.Zero, "10^-9 alpha");

        /// <summary>TAO paid to the root pool of a hotkey at the last epoch. Unit: rao.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, Tao> TaoDividends =
            Declare.BySubnetAndHotkey("TaoDividendsPerSubnet", Shapes.Tao, Tao.Zero, "rao");

        /// <summary>Not used in these versions. Unit: rao.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, ulong> LastHotkeyEmission =
            Declare.ByHotkeyAndSubnet<ulong>("LastHotkeyEmissionOnNetuid", Shapes.U64, 0, "rao");

        /// <summary>Never written in these versions. Unit: rao.</summary>
        public static readonly SubnetMapDescriptor<(
                Hotkey Hotkey, Coldkey Coldkey), ulong> LastPairEmission =
            new(
                ItemDescriptor.Subtensor,
                "LastHotkeyColdkeyEmissionOnNetuid",
                [
                    new("account", KeyHasher.Blake2_128Concat),
                    new("account", KeyHasher.Blake2_128Concat),
                    new("u16", KeyHasher.Identity),
                ],
                SubnetKeyPlace.Last,
                Shapes.Keys(Shapes.Hotkey, Shapes.Coldkey),
                Shapes.U64,
                0,
                "rao");
    }
}
