using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Moves a subnet's moving price by one block, as later releases do.</summary>
/// <remarks>
/// The rate grows with age: half of it at the halving age. Source:
/// docs/spec/rules.md#moving-price; vectors: vectors/rules (moving_price).
/// </remarks>
internal static class RuleMovingPrice
{
    /// <summary>Moves the price of a subnet in the present block.</summary>
    public static void Move(Chain chain, EmissionRule rule, NetUid subnet)
    {
        ulong age = AgeOf(chain, rule, subnet);
        ulong halving = rule.HalvingBlocks ?? chain.Rules.HalvingBlocks(subnet);
        I96F32 rate = chain.Pools.MovingAlpha;
        I96F32 moving = chain.Pools.MovingPriceOf(subnet).Value;
        I96F32 spot = chain.Pools.SpotPrice(subnet).Value;
        I96F32 next = rule.MovingPrices switch
        {
            PriceFormat.I96F32 => Next(rate, age, halving, spot, moving),
            PriceFormat.U96F32 => Next(
                rate.ToU96F32(), age, halving, spot.ToU96F32(), moving.ToU96F32()).ToI96F32(),
            _ => Next(
                rate.ToU64F64(), age, halving, chain.Pools.FineSpotPrice(subnet),
                moving.ToU64F64()).ToI96F32(),
        };
        chain.Pools.SetMovingPrice(subnet, Price.FromValue(next));
    }

    private static ulong AgeOf(Chain chain, EmissionRule rule, NetUid subnet)
    {
        ulong origin = rule.Age == AgeOrigin.Registration
            ? chain.Subnets.RegisteredAt(subnet).Value
            : Less(chain.Rules.FirstBlock(subnet)?.Value ?? 0, 1);
        return Less(chain.Block.Value, origin);
    }

    private static ulong Less(ulong value, ulong other) => value > other ? value - other : 0;

    private static T Next<T>(T rate, ulong age, ulong halving, T spot, T moving)
        where T : struct, IFixedPoint<T>
    {
        T blocks = T.FromInteger(age);
        T ramp = blocks.SafeDivide(blocks.SaturatingAdd(T.FromInteger(halving)));
        T alpha = rate.SaturatingMultiply(ramp);
        return alpha.SaturatingMultiply(T.Min(spot, T.One))
            .SaturatingAdd(T.One.SaturatingSubtract(alpha).SaturatingMultiply(moving));
    }
}
