using Dtao.Numerics;
using Dtao.Runtime.Spec;

namespace Dtao.Runtime.Pools;

/// <summary>The moving average that decides emission, and how it follows the price.</summary>
/// <remarks>Source: docs/spec/pools.md#moving-price; vectors: vectors/pool.json.gz.</remarks>
public static class MovingPrice
{
    /// <summary>Age at which the rate reaches half of its final value. Unit: blocks.</summary>
    public const ulong HalfTime = 100_800;

    /// <summary>The average after one more block.</summary>
    /// <param name="rule">How the version at hand follows the price.</param>
    /// <param name="rate">Smoothing factor of the chain, per block.</param>
    /// <param name="ageInBlocks">Blocks since the subnet's registration.</param>
    /// <param name="spot">Price after injection and root sale.</param>
    /// <param name="moving">The average so far.</param>
    /// <remarks>Both products are cut, so a constant price is approached from below.</remarks>
    public static Price Next(
        MovingPriceRule rule, I96F32 rate, ulong ageInBlocks, Price spot, Price moving)
    {
        I96F32 alpha = rate;
        if (rule == MovingPriceRule.CappedWithAgeRamp)
        {
            I96F32 age = I96F32.FromInteger(ageInBlocks);
            I96F32 ramp = age.SafeDivide(age.SaturatingAdd(I96F32.FromInteger(HalfTime)));
            alpha = rate.SaturatingMultiply(ramp);
        }

        I96F32 input = spot.Value;
        if (rule != MovingPriceRule.Uncapped) input = I96F32.Min(input, I96F32.One);
        I96F32 fresh = alpha.SaturatingMultiply(input);
        I96F32 kept = I96F32.One.SaturatingSubtract(alpha).SaturatingMultiply(moving.Value);
        return Price.FromValue(fresh.SaturatingAdd(kept));
    }
}
