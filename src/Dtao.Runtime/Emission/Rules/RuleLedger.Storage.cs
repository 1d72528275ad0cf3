using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Emission.Rules;

public sealed partial class RuleLedger
{
    private static readonly Shape<FlowAverage?> Average = Shapes.Optional(
        Shapes.Pair<FlowAverage, BlockNumber, I64F64>(
            Shapes.Block, Shapes.I64F64,
            static average => (average.Block, average.Value),
            static (block, value) => new FlowAverage(block, value)));

    private readonly SubnetItem<ulong?> _firstBlock;
    private readonly SubnetItem<ulong> _halvingBlocks;
    private readonly SubnetItem<bool> _subtoken;
    private readonly SubnetItem<Alpha> _rootAlpha;
    private readonly SubnetItem<Alpha> _servers;
    private readonly SubnetItem<Alpha> _validators;
    private readonly SubnetItem<long> _taoFlow;
    private readonly SubnetItem<FlowAverage?> _taoAverage;
    private readonly ValueItem<I64F64> _cutoff;
    private readonly ValueItem<U64F64> _exponent;
    private readonly ValueItem<ulong> _smoothing;
    private readonly SubnetItem<long> _protocolFlow;
    private readonly SubnetItem<FlowAverage?> _protocolAverage;
    private readonly ValueItem<bool> _netFlow;
    private readonly SubnetItem<bool> _emits;
    private readonly SubnetItem<bool> _cutEnabled;
    private readonly SubnetItem<Tao> _excess;
    private readonly SubnetItem<Tao> _rootSales;
    private readonly SubnetItem<Alpha> _protocolAlpha;
    private readonly SubnetItem<U96F32> _burned;
    private readonly SubnetItem<U96F32> _rootShare;
    private readonly FlowJournal _flows;

    internal RuleLedger(StateLayer state)
    {
        _flows = state.Flows;
        _gateBar = state.Open(Storage.GateBar);
        _gateQuantile = state.Open(Storage.GateQuantile);
        _gateRank = state.Open(Storage.GateRank);
        _gateExponent = state.Open(Storage.GateExponent);
        _score = state.Open(Storage.Score);
        _scorePart = state.Open(Storage.ScorePart);
        _votes = state.Open(Storage.Votes);
        _firstBlock = state.Open(Storage.FirstBlock);
        _halvingBlocks = state.Open(Storage.HalvingBlocks);
        _subtoken = state.Open(Storage.Subtoken);
        _rootAlpha = state.Open(Storage.RootAlpha);
        _servers = state.Open(Storage.Servers);
        _validators = state.Open(Storage.Validators);
        _taoFlow = state.Open(Storage.TaoFlow);
        _taoAverage = state.Open(Storage.TaoAverage);
        _cutoff = state.Open(Storage.Cutoff);
        _exponent = state.Open(Storage.Exponent);
        _smoothing = state.Open(Storage.Smoothing);
        _protocolFlow = state.Open(Storage.ProtocolFlow);
        _protocolAverage = state.Open(Storage.ProtocolAverage);
        _netFlow = state.Open(Storage.NetFlow);
        _emits = state.Open(Storage.Emits);
        _cutEnabled = state.Open(Storage.CutEnabled);
        _excess = state.Open(Storage.Excess);
        _rootSales = state.Open(Storage.RootSales);
        _protocolAlpha = state.Open(Storage.ProtocolAlpha);
        _burned = state.Open(Storage.Burned);
        _rootShare = state.Open(Storage.RootShare);
    }

    /// <summary>
    /// What rules of later releases keep in the state. Private, so nothing else can write it.
    /// </summary>
    private static partial class Storage
    {
        /// <summary>
        /// First block in which the subnet emits; absent: it was not started.
        /// Unit: block.
        /// </summary>
        public static readonly SubnetDescriptor<ulong?> FirstBlock =
            Declare.Later(257, Declare.BySubnet<ulong?>(
                "FirstEmissionBlockNumber", Shapes.Optional(Shapes.U64), null, "block"));

        /// <summary>Age at which a moving price follows at half its speed. Unit: blocks.</summary>
        public static readonly SubnetDescriptor<ulong> HalvingBlocks =
            Declare.Later(252, Declare.BySubnet<ulong>(
                "EMAPriceHalvingBlocks", Shapes.U64, 201_600, "blocks"));

        /// <summary>The subnet's alpha is traded. Unit: none.</summary>
        public static readonly SubnetDescriptor<bool> Subtoken =
            Declare.Later(267, Declare.BySubnet<bool>(
                "SubtokenEnabled", Shapes.Bool, false, "none"));

        /// <summary>Alpha that waits for root. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> RootAlpha =
            Declare.Later(334, Declare.BySubnet<Alpha>(
                "PendingRootAlphaDivs", Shapes.Alpha, Alpha.Zero, "10^-9 alpha"));

        /// <summary>Alpha that waits for miners. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> Servers =
            Declare.Later(343, Declare.BySubnet<Alpha>(
                "PendingServerEmission", Shapes.Alpha, Alpha.Zero, "10^-9 alpha"));

        /// <summary>Alpha that waits for validators. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> Validators =
            Declare.Later(343, Declare.BySubnet<Alpha>(
                "PendingValidatorEmission", Shapes.Alpha, Alpha.Zero, "10^-9 alpha"));

        /// <summary>
        /// TAO that users staked less what they unstaked since it was last read.
        /// Unit: rao.
        /// </summary>
        public static readonly SubnetDescriptor<long> TaoFlow =
            Declare.Later(334, Declare.BySubnet<long>(
                "SubnetTaoFlow", Shapes.I64, 0, "rao"));

        /// <summary>Moving average of the users' flow. Unit: rao per block, 2^-64.</summary>
        public static readonly SubnetDescriptor<FlowAverage?> TaoAverage =
            Declare.Later(334, Declare.BySubnet<FlowAverage?>(
                "SubnetEmaTaoFlow", Average, null, "rao per block, 2^-64"));

        /// <summary>Flows below this give no share. Unit: rao per block, 2^-64.</summary>
        public static readonly ValueDescriptor<I64F64> Cutoff =
            Declare.Later(334, Declare.Value<I64F64>(
                "TaoFlowCutoff", Shapes.I64F64, I64F64.Zero, "rao per block, 2^-64"));

        /// <summary>Power to which flows are raised. Unit: 2^-64.</summary>
        public static readonly ValueDescriptor<U64F64> Exponent =
            Declare.Later(334, Declare.Value<U64F64>(
                "FlowNormExponent", Shapes.U64F64, U64F64.One, "2^-64"));

        /// <summary>Smoothing factor of the flows. Unit: 1/(2^63-1) per block.</summary>
        public static readonly ValueDescriptor<ulong> Smoothing =
            Declare.Later(334, Declare.Value<ulong>(
                "FlowEmaSmoothingFactor", Shapes.U64, 29_597_889_189_277, "1/(2^63-1) per block"));

        /// <summary>
        /// TAO that the chain put into the pool less what root took out since it was last read.
        /// Unit: rao.
        /// </summary>
        public static readonly SubnetDescriptor<long> ProtocolFlow =
            Declare.Later(411, Declare.BySubnet<long>(
                "SubnetProtocolFlow", Shapes.I64, 0, "rao"));

        /// <summary>Moving average of the chain's own flow. Unit: rao per block, 2^-64.</summary>
        public static readonly SubnetDescriptor<FlowAverage?> ProtocolAverage =
            Declare.Later(411, Declare.BySubnet<FlowAverage?>(
                "SubnetEmaProtocolFlow", Average, null, "rao per block, 2^-64"));

        /// <summary>The chain's own flow is taken off the users'. Unit: none.</summary>
        public static readonly ValueDescriptor<bool> NetFlow =
            Declare.Later(411, Declare.Value<bool>(
                "NetTaoFlowEnabled", Shapes.Bool, true, "none"));

        /// <summary>The subnet may have a share. Unit: none.</summary>
        public static readonly SubnetDescriptor<bool> Emits =
            Declare.Later(411, Declare.BySubnet<bool>(
                "SubnetEmissionEnabled", Shapes.Bool, true, "none"));

        /// <summary>The owner has a cut. Unit: none.</summary>
        public static readonly SubnetDescriptor<bool> CutEnabled =
            Declare.Later(411, Declare.BySubnet<bool>(
                "OwnerCutEnabled", Shapes.Bool, true, "none"));

        /// <summary>TAO for which the chain bought alpha in the last block. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> Excess =
            Declare.Later(411, Declare.BySubnet<Tao>(
                "SubnetExcessTao", Shapes.Tao, Tao.Zero, "rao"));

        /// <summary>TAO for which root's alpha was sold in the last block. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> RootSales =
            Declare.Later(411, Declare.BySubnet<Tao>(
                "SubnetRootSellTao", Shapes.Tao, Tao.Zero, "rao"));

        /// <summary>Alpha that the chain bought and keeps. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> ProtocolAlpha =
            Declare.Later(413, Declare.BySubnet<Alpha>(
                "SubnetProtocolAlpha", Shapes.Alpha, Alpha.Zero, "10^-9 alpha"));

        /// <summary>
        /// Part of the miners' alpha that went to the owner at the last epoch.
        /// Unit: 2^-32.
        /// </summary>
        public static readonly SubnetDescriptor<U96F32> Burned =
            Declare.Later(421, Declare.BySubnet<U96F32>(
                "MinerBurned", Shapes.U96F32, U96F32.Zero, "2^-32"));

        /// <summary>Root's share after the last block. Unit: 2^-32.</summary>
        public static readonly SubnetDescriptor<U96F32> RootShare =
            Declare.Later(365, Declare.BySubnet<U96F32>(
                "RootProp", Shapes.U96F32, U96F32.Zero, "2^-32"));
    }
}
