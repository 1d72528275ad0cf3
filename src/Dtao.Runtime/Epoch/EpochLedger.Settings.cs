using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

// What governance and owners set; every value is accepted here, the settings check.
public sealed partial class EpochLedger
{
    /// <summary>Bonds move at a rate of their own for each neuron.</summary>
    public bool LiquidAlphaIsOn(NetUid subnet) => _liquidAlphaOn[subnet];

    /// <summary>Sets the majority of stake that decides consensus, in units of 1/65535.</summary>
    internal void SetKappa(NetUid subnet, ushort share) => _kappa[subnet] = share;

    /// <summary>Sets a value that these versions do not use.</summary>
    internal void SetRho(NetUid subnet, ushort value) => _rho[subnet] = value;

    /// <summary>Sets the part of the old bonds that is kept, in units of 10^-6.</summary>
    internal void SetBondsMovingAverage(NetUid subnet, ulong part) =>
        _bondsMovingAverage[subnet] = part;

    /// <summary>Sets the share of clipping applied to bonds, in units of 1/65535.</summary>
    internal void SetBondsPenalty(NetUid subnet, ushort share) => _bondsPenalty[subnet] = share;

    /// <summary>Switches liquid alpha on or off.</summary>
    internal void SwitchLiquidAlpha(NetUid subnet, bool isOn) => _liquidAlphaOn[subnet] = isOn;

    /// <summary>Sets the number of validator permits.</summary>
    internal void SetMaximumValidators(NetUid subnet, ushort permits) =>
        _maximumValidators[subnet] = permits;

    /// <summary>Sets the lowest and highest rate, in units of 1/65535.</summary>
    internal void SetAlphaValues(NetUid subnet, ushort low, ushort high) =>
        _alphaValues[subnet] = (low, high);
}
