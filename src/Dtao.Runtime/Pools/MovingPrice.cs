using Dtao.Numerics;
using Dtao.Runtime.Spec;

namespace Dtao.Runtime.Pools;

/// <summary>The moving average that decides emission, and how it follows the price.</summary>
/// <remarks>Source: docs/spec/pools.md#moving-price; vectors: vectors/pool.json.gz.</remarks>
public static class MovingPrice
{
    /// <summary>Age at which the rate reaches half of its final value. Unit: blocks.</summary>
    public const ulong HalfTime = 100_800;

    private const ulong OneBits = 1UL << I96F32.FractionBits;

    /// <summary>The average after one more block.</summary>
    /// <param name="rule">How the version at hand follows the price.</param>
    /// <param name="rate">Smoothing factor of the chain, per block.</param>
    /// <param name="ageInBlocks">Blocks since the subnet's registration.</param>
    /// <param name="spot">Price after injection and root sale.</param>
    /// <param name="moving">The average so far.</param>
    /// <remarks>Both products are cut, so a constant price is approached from below.</remarks>
    public static Price Next(
        MovingPriceRule rule, I96F32 rate, ulong ageInBlocks, Price spot, Price moving) =>
        Next(rule, HalfTime, rate, ageInBlocks, spot, moving);

    /// <summary>The average after one more block, with another half time.</summary>
    /// <param name="rule">How the version at hand follows the price.</param>
    /// <param name="halfTime">Age at which the rate reaches half. Unit: blocks.</param>
    /// <param name="rate">Smoothing factor of the chain, per block.</param>
    /// <param name="ageInBlocks">Blocks since the subnet's registration or start.</param>
    /// <param name="spot">Price after injection and root sale.</param>
    /// <param name="moving">The average so far.</param>
    public static Price Next(
        MovingPriceRule rule,
        ulong halfTime,
        I96F32 rate,
        ulong ageInBlocks,
        Price spot,
        Price moving)
    {
        if (IsSmall(rule, halfTime, rate, ageInBlocks, spot, moving))
        {
            return NextSmall(rule, halfTime, rate, ageInBlocks, spot, moving);
        }

        I96F32 alpha = rate;
        if (rule == MovingPriceRule.CappedWithAgeRamp)
        {
            I96F32 age = I96F32.FromInteger(ageInBlocks);
            I96F32 ramp = age.SafeDivide(age.SaturatingAdd(I96F32.FromInteger(halfTime)));
            alpha = rate.SaturatingMultiply(ramp);
        }

        I96F32 input = spot.Value;
        if (rule != MovingPriceRule.Uncapped) input = I96F32.Min(input, I96F32.One);
        I96F32 fresh = alpha.SaturatingMultiply(input);
        I96F32 kept = I96F32.One.SaturatingSubtract(alpha).SaturatingMultiply(moving.Value);
        return Price.FromValue(fresh.SaturatingAdd(kept));
    }

    /// <summary>All products and the ramp's dividend fit 64 bits.</summary>
    private static bool IsSmall(
        MovingPriceRule rule,
        ulong halfTime,
        I96F32 rate,
        ulong ageInBlocks,
        Price spot,
        Price moving) =>
        rule != MovingPriceRule.Uncapped
        && rate.Bits >= 0 && rate.Bits < OneBits
        && moving.Value.Bits >= 0 && moving.Value.Bits < OneBits
        && spot.Value.Bits >= 0
        && ageInBlocks <= int.MaxValue
        && halfTime is > 0 and <= int.MaxValue;

    /// <summary>The same arithmetic in 64 bits: nothing saturates, everything is cut.</summary>
    private static Price NextSmall(
        MovingPriceRule rule,
        ulong halfTime,
        I96F32 rate,
        ulong ageInBlocks,
        Price spot,
        Price moving)
    {
        ulong alpha = (ulong)rate.Bits;
        if (rule == MovingPriceRule.CappedWithAgeRamp)
        {
            ulong ramp = (ageInBlocks << I96F32.FractionBits) / (ageInBlocks + halfTime);
            alpha = (alpha * ramp) >> I96F32.FractionBits;
        }

        ulong input = spot.Value.Bits < OneBits ? (ulong)spot.Value.Bits : OneBits;
        ulong fresh = (alpha * input) >> I96F32.FractionBits;
        ulong kept = ((OneBits - alpha) * (ulong)moving.Value.Bits) >> I96F32.FractionBits;
        return Price.FromValue(I96F32.FromBits(fresh + kept));
    }
}
