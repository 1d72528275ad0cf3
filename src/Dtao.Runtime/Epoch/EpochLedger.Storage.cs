using Dtao.Crypto;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Epoch;

public sealed partial class EpochLedger
{
    private readonly NeuronItem<UidWeight[]> _bonds;
    private readonly SubnetItem<ushort> _rho;
    private readonly SubnetItem<ushort> _kappa;
    private readonly SubnetItem<ushort> _activityCutoff;
    private readonly SubnetItem<ushort> _maximumValidators;
    private readonly SubnetItem<ulong> _bondsMovingAverage;
    private readonly SubnetItem<ushort> _bondsPenalty;
    private readonly SubnetItem<bool> _liquidAlphaOn;
    private readonly SubnetItem<(ushort Low, ushort High)> _alphaValues;
    private readonly SubnetItem<ulong> _validatorPruneLength;
    private readonly SubnetItem<ushort> _scalingLawPower;

    internal EpochLedger(StateLayer state)
    {
        _bonds = state.Open(Storage.Bonds);
        _rho = state.Open(Storage.Rho);
        _kappa = state.Open(Storage.Kappa);
        _activityCutoff = state.Open(Storage.ActivityCutoff);
        _maximumValidators = state.Open(Storage.MaximumValidators);
        _bondsMovingAverage = state.Open(Storage.BondsMovingAverage);
        _bondsPenalty = state.Open(Storage.BondsPenalty);
        _liquidAlphaOn = state.Open(Storage.LiquidAlphaOn);
        _alphaValues = state.Open(Storage.AlphaValues);
        _validatorPruneLength = state.Open(Storage.ValidatorPruneLength);
        _scalingLawPower = state.Open(Storage.ScalingLawPower);
    }

    /// <summary>
    /// What the epoch keeps in the state, and its parameters. Private, so that nothing else can
    /// write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>
        /// Bond row of a validator, by ascending uid.
        /// Unit: 1/65535 of the column maximum.
        /// </summary>
        public static readonly NeuronDescriptor<UidWeight[]> Bonds =
            Declare.ByUid<UidWeight[]>(
                "Bonds", Shapes.List(Shapes.UidWeight), [], "1/65535 of the column maximum");

        /// <summary>Not used by the epoch of these versions. Unit: none.</summary>
        public static readonly SubnetDescriptor<ushort> Rho =
            Declare.BySubnet<ushort>("Rho", Shapes.U16, 10, "none");

        /// <summary>Majority of stake that decides consensus. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<ushort> Kappa =
            Declare.BySubnet<ushort>("Kappa", Shapes.U16, 32_767, "1/65535");

        /// <summary>Blocks without update before a validator is inactive. Unit: blocks.</summary>
        public static readonly SubnetDescriptor<ushort> ActivityCutoff =
            Declare.BySubnet<ushort>("ActivityCutoff", Shapes.U16, 5_000, "blocks");

        /// <summary>Number of validator permits. Unit: neurons.</summary>
        public static readonly SubnetDescriptor<ushort> MaximumValidators =
            Declare.BySubnet<ushort>("MaxAllowedValidators", Shapes.U16, 128, "neurons");

        /// <summary>Part of the old bonds that is kept. Unit: 10^-6.</summary>
        public static readonly SubnetDescriptor<ulong> BondsMovingAverage =
            Declare.BySubnet<ulong>("BondsMovingAverage", Shapes.U64, 900_000, "10^-6");

        /// <summary>Share of clipping that is applied to bonds. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<ushort> BondsPenalty =
            Declare.BySubnet<ushort>("BondsPenalty", Shapes.U16, 0, "1/65535");

        /// <summary>Bonds move at a rate of their own for each neuron. Unit: none.</summary>
        public static readonly SubnetDescriptor<bool> LiquidAlphaOn =
            Declare.BySubnet<bool>(
                "LiquidAlphaOn", Shapes.Bool, false, "none", KeyHasher.Blake2_128Concat);

        /// <summary>Lowest and highest rate of liquid alpha. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<(ushort Low, ushort High)> AlphaValues =
            Declare.BySubnet<(ushort Low, ushort High)>(
                "AlphaValues", Shapes.Keys(Shapes.U16, Shapes.U16), (45_875, 58_982), "1/65535");

        /// <summary>Not used. Unit: none.</summary>
        public static readonly SubnetDescriptor<ulong> ValidatorPruneLength =
            Declare.BySubnet<ulong>("ValidatorPruneLen", Shapes.U64, 1, "none");

        /// <summary>Not used. Unit: none.</summary>
        public static readonly SubnetDescriptor<ushort> ScalingLawPower =
            Declare.BySubnet<ushort>("ScalingLawPower", Shapes.U16, 50, "none");
    }
}
