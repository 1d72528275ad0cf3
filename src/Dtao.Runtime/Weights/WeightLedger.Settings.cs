using Dtao.Numerics;

namespace Dtao.Runtime.Weights;

// What governance and owners set; every value is accepted here, the settings check.
public sealed partial class WeightLedger
{
    /// <summary>Sets how many weights a row has at least.</summary>
    internal void SetMinimumLength(NetUid subnet, ushort weights) =>
        _minimumLength[subnet] = weights;

    /// <summary>Sets the largest share of one weight, in units of 1/65535.</summary>
    internal void SetMaximumWeight(NetUid subnet, ushort share) => _maximumWeight[subnet] = share;

    /// <summary>Sets the lowest accepted version key.</summary>
    internal void SetVersionKey(NetUid subnet, ulong versionKey) =>
        _versionKey[subnet] = versionKey;

    /// <summary>Sets the blocks between two updates of a neuron.</summary>
    internal void SetRateLimit(NetUid subnet, ulong blocks) => _rateLimit[subnet] = blocks;

    /// <summary>Switches commit and reveal on or off; queues stay as they are.</summary>
    internal void SwitchCommitReveal(NetUid subnet, bool isOn) => _commitReveal[subnet] = isOn;

    /// <summary>Sets the epochs between commit and reveal, also for commits under way.</summary>
    internal void SetRevealPeriod(NetUid subnet, ulong epochs) => _revealPeriod[subnet] = epochs;
}
