using Dtao.Numerics;

namespace Dtao.Runtime.Registration;

// What governance and owners set; every value is accepted here, the settings check.
public sealed partial class RegistrationLedger
{
    /// <summary>Opens or closes burned registration.</summary>
    internal void SwitchBurn(NetUid subnet, bool isOpen) => _burnAllowed[subnet] = isOpen;

    /// <summary>Opens or closes registration by proof of work.</summary>
    internal void SwitchWork(NetUid subnet, bool isOpen) => _workAllowed[subnet] = isOpen;

    /// <summary>Sets the registrations aimed at in an interval.</summary>
    internal void SetTarget(NetUid subnet, ushort registrations) => _target[subnet] = registrations;

    /// <summary>Sets the registrations in a block at most.</summary>
    internal void SetMaximumPerBlock(NetUid subnet, ushort registrations) =>
        _maximumPerBlock[subnet] = registrations;

    /// <summary>Sets the blocks between adjustments.</summary>
    internal void SetAdjustmentInterval(NetUid subnet, ushort blocks) =>
        _adjustmentInterval[subnet] = blocks;

    /// <summary>Sets the weight of the old value, in units of 2^-64.</summary>
    internal void SetAdjustmentAlpha(NetUid subnet, ulong weight) =>
        _adjustmentAlpha[subnet] = weight;

    /// <summary>Sets the upper bound of the burn.</summary>
    internal void SetMaximumBurn(NetUid subnet, Tao maximum) => _maximumBurn[subnet] = maximum;

    /// <summary>Sets the difficulty of registration by proof of work.</summary>
    internal void SetDifficulty(NetUid subnet, ulong difficulty) =>
        _difficulty[subnet] = difficulty;

    /// <summary>Sets the upper bound of the difficulty.</summary>
    internal void SetMaximumDifficulty(NetUid subnet, ulong maximum) =>
        _maximumDifficulty[subnet] = maximum;

    /// <summary>Sets the counter of burn charged so far.</summary>
    internal void SetRecycled(NetUid subnet, Tao amount) => _recycled[subnet] = amount;
}
