using Dtao.Crypto;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Weights;

public sealed partial class WeightLedger
{
    private readonly NeuronItem<UidWeight[]> _rows;
    private readonly SubnetItem<ulong> _versionKey;
    private readonly SubnetItem<ushort> _minimumLength;
    private readonly SubnetItem<ushort> _maximumWeight;
    private readonly SubnetItem<ulong> _rateLimit;
    private readonly SubnetItem<bool> _commitReveal;
    private readonly SubnetItem<ulong> _revealPeriod;

    internal WeightLedger(StateLayer state)
    {
        _rows = state.Open(Storage.Rows);
        _versionKey = state.Open(Storage.VersionKey);
        _minimumLength = state.Open(Storage.MinimumLength);
        _maximumWeight = state.Open(Storage.MaximumWeight);
        _rateLimit = state.Open(Storage.RateLimit);
        _commitReveal = state.Open(Storage.CommitReveal);
        _revealPeriod = state.Open(Storage.RevealPeriod);
    }

    /// <summary>
    /// What weights keep in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>
        /// Weight row of a neuron, in the order in which it was set.
        /// Unit: 1/65535 of the largest.
        /// </summary>
        public static readonly NeuronDescriptor<UidWeight[]> Rows =
            Declare.ByUid<UidWeight[]>(
                "Weights", Shapes.List(Shapes.UidWeight), [], "1/65535 of the largest");

        /// <summary>Lowest accepted version key; 0 accepts all. Unit: none.</summary>
        public static readonly SubnetDescriptor<ulong> VersionKey =
            Declare.BySubnet<ulong>("WeightsVersionKey", Shapes.U64, 0, "none");

        /// <summary>Weights in a row at least. Unit: weights.</summary>
        public static readonly SubnetDescriptor<ushort> MinimumLength =
            Declare.BySubnet<ushort>("MinAllowedWeights", Shapes.U16, 1_024, "weights");

        /// <summary>Largest share of one weight in its row. Unit: 1/65535.</summary>
        public static readonly SubnetDescriptor<ushort> MaximumWeight =
            Declare.BySubnet<ushort>("MaxWeightsLimit", Shapes.U16, 1_000, "1/65535");

        /// <summary>Blocks between two updates of a neuron. Unit: blocks.</summary>
        public static readonly SubnetDescriptor<ulong> RateLimit =
            Declare.BySubnet<ulong>("WeightsSetRateLimit", Shapes.U64, 100, "blocks");

        /// <summary>Weights are committed and revealed. Unit: none.</summary>
        public static readonly SubnetDescriptor<bool> CommitReveal =
            Declare.BySubnet<bool>("CommitRevealWeightsEnabled", Shapes.Bool, false, "none");

        /// <summary>Epochs between commit and reveal. Unit: epochs.</summary>
        public static readonly SubnetDescriptor<ulong> RevealPeriod =
            Declare.BySubnet<ulong>(
                "RevealPeriodEpochs", Shapes.U64, 1, "epochs", KeyHasher.Twox64Concat);
    }
}
