using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>Bonds between validators and neurons, and the parameters of the epoch.</summary>
/// <remarks>Source: docs/spec/epoch.md.</remarks>
public sealed partial class EpochLedger
{
    /// <summary>The bonds that a validator holds, by ascending uid.</summary>
    public IReadOnlyList<UidWeight> BondsOf(NetUid subnet, Uid uid) => _bonds[subnet, uid];

    /// <summary>Number of validator permits.</summary>
    public ushort MaximumValidators(NetUid subnet) => _maximumValidators[subnet];

    /// <summary>Blocks after which a validator without new weights counts as inactive.</summary>
    public ushort ActivityCutoff(NetUid subnet) => _activityCutoff[subnet];

    /// <summary>Bond rows of a subnet; may be shorter than the subnet.</summary>
    internal ReadOnlySpan<UidWeight[]> Bonds(NetUid subnet) => _bonds.OfSubnet(subnet);

    /// <summary>Copies the parameters of a subnet.</summary>
    internal void CopyParameters(NetUid subnet, EpochInput input)
    {
        input.ActivityCutoff = _activityCutoff[subnet];
        input.Kappa = _kappa[subnet];
        input.BondsPenalty = _bondsPenalty[subnet];
        input.MaximumValidators = _maximumValidators[subnet];
        input.BondsMovingAverage = _bondsMovingAverage[subnet];
        input.LiquidAlpha = _liquidAlphaOn[subnet];
        (input.AlphaLow, input.AlphaHigh) = _alphaValues[subnet];
    }

    /// <summary>Stores the bond rows that an epoch changed.</summary>
    internal void Record(NetUid subnet, EpochOutput found)
    {
        for (int uid = 0; uid < found.Bonds.Length; uid++)
        {
            if (found.Bonds[uid] is { } row) _bonds[subnet, new((ushort)uid)] = row;
        }
    }

    /// <summary>Sets the blocks after which a silent validator is inactive.</summary>
    internal void SetActivityCutoff(NetUid subnet, ushort blocks) =>
        _activityCutoff[subnet] = blocks;

    /// <summary>Sets the parameters of a new subnet.</summary>
    internal void Open(NetUid subnet, ushort maximumValidators)
    {
        _maximumValidators[subnet] = maximumValidators;
        if (!_kappa.Contains(subnet)) _kappa[subnet] = _kappa[subnet];
        if (!_activityCutoff.Contains(subnet)) _activityCutoff[subnet] = _activityCutoff[subnet];
    }

    /// <summary>Removes bonds and parameters of a subnet that ends.</summary>
    internal void Close(NetUid subnet)
    {
        _bonds.RemoveSubnet(subnet);
        _kappa.Remove(subnet);
        _activityCutoff.Remove(subnet);
    }
}
