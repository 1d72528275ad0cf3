using Dtao.Numerics;

namespace Dtao.Runtime.Neurons;

// What governance and owners set; every value is accepted here, the settings check.
public sealed partial class NeuronLedger
{
    /// <summary>Sets the number of uids at most.</summary>
    internal void SetCapacity(NetUid subnet, ushort neurons) => _capacity[subnet] = neurons;

    /// <summary>Sets the blocks in which a neuron is no first choice for pruning.</summary>
    internal void SetImmunityPeriod(NetUid subnet, ushort blocks) =>
        _immunityPeriod[subnet] = blocks;
}
