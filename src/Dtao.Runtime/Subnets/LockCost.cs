using Dtao.Numerics;

namespace Dtao.Runtime.Subnets;

/// <summary>
/// What registering a subnet costs: doubled by each registration, falling with time.
/// </summary>
/// <remarks>Source: docs/spec/subnets.md#lock-cost; vectors: vectors/adjust.json.gz.</remarks>
public static class LockCost
{
    /// <summary>Blocks in which the cost falls by one last cost, at the present emission.</summary>
    /// <param name="interval">Interval of the chain before any halving. Unit: blocks.</param>
    /// <param name="curve">Emission of the curve. Unit: rao per block.</param>
    public static ulong EffectiveInterval(ulong interval, ulong curve)
    {
        I64F64 halving = I64F64.FromInteger(curve)
            .SafeDivide(I64F64.FromInteger(1_000_000_000UL));
        return I64F64.FromInteger(interval).SaturatingMultiply(halving).FloorToUInt64();
    }

    /// <summary>The cost now.</summary>
    /// <remarks>The step is cut first, so one interval does not quite undo the doubling.</remarks>
    public static Tao At(
        Tao last, Tao minimum, BlockNumber lastRegistered, ulong interval, BlockNumber now)
    {
        ulong doubled = lastRegistered.Value == 0
            ? last.Rao
            : SaturatingMultiply(last.Rao, 2);
        ulong step = interval == 0 ? 0 : last.Rao / interval;
        ulong age = now.Value > lastRegistered.Value ? now.Value - lastRegistered.Value : 0;
        ulong fallen = SaturatingMultiply(step, age);
        Tao cost = Tao.FromRao(doubled > fallen ? doubled - fallen : 0);
        return Tao.Max(cost, minimum);
    }

    private static ulong SaturatingMultiply(ulong left, ulong right)
    {
        UInt128 product = (UInt128)left * right;
        return product > ulong.MaxValue ? ulong.MaxValue : (ulong)product;
    }
}
