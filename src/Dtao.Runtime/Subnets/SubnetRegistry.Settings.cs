using Dtao.Numerics;

namespace Dtao.Runtime.Subnets;

// What governance and owners set; every value is accepted here, the settings check.
public sealed partial class SubnetRegistry
{
    /// <summary>Delay of a scheduled dissolution. Unit: blocks.</summary>
    public uint DissolveDelay => _dissolveDelay.Value;

    /// <summary>Sets a bound that nothing enforces, in rao.</summary>
    internal void SetMaximumStake(NetUid subnet, ulong stake) => _maximumStake[subnet] = stake;

    /// <summary>Sets the least distance of two subnet registrations in blocks.</summary>
    internal void SetRateLimit(ulong blocks) => _rateLimit.Value = blocks;

    /// <summary>Sets the blocks in which a subnet is immune; nothing prunes subnets.</summary>
    internal void SetImmunityPeriod(ulong blocks) => _immunityPeriod.Value = blocks;

    /// <summary>Sets the lower bound of the lock cost.</summary>
    internal void SetMinimumLockCost(Tao minimum) => _minimumLockCost.Value = minimum;

    /// <summary>Sets the blocks in which the lock cost falls by one last cost.</summary>
    internal void SetLockReductionInterval(ulong blocks) => _lockReductionInterval.Value = blocks;

    /// <summary>Sets a bound that nothing enforces, in subnets.</summary>
    internal void SetLimit(ushort subnets) => _limit.Value = subnets;

    /// <summary>Sets the delay of a scheduled dissolution in blocks.</summary>
    internal void SetDissolveDelay(uint blocks) => _dissolveDelay.Value = blocks;
}
