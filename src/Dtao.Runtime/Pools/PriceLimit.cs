using Dtao.Numerics;

namespace Dtao.Runtime.Pools;

/// <summary>How much can be traded before the average price passes a limit.</summary>
/// <remarks>
/// A limit is in rao of TAO for 10^9 rao of alpha; for a move it is alpha of the destination for
/// 10^9 rao of the origin's alpha. Fees are not considered.
/// Source: docs/spec/pools.md#price-limit; vectors: vectors/pool.json.gz.
/// </remarks>
public static class PriceLimit
{
    private const ulong Billion = 1_000_000_000;

    /// <summary>The most TAO that may be paid so that alpha costs at most the limit.</summary>
    public static Tao MaximumBuy(Pool pool, ulong limit)
    {
        if (pool.Mechanism == PoolMechanism.Stable)
        {
            return limit >= Billion ? Tao.MaxValue : Tao.Zero;
        }

        ulong alpha = pool.AlphaReserve.Rao;
        ulong tao = pool.TaoReserve.Rao;
        if (alpha == 0 || tao == 0) return Tao.Zero;

        // Upstream: the price is cut to whole TAO; the subtraction below makes up for it.
        if (limit < pool.SpotPrice.Value.FloorToUInt128() * Billion || limit == 0)
        {
            return Tao.Zero;
        }

        UInt128 bound = (UInt128)limit * alpha / Billion;
        return Tao.FromRao(bound > tao ? Saturate(bound - tao) : 0);
    }

    /// <summary>The most alpha that may be sold so that it brings at least the limit.</summary>
    public static Alpha MaximumSell(Pool pool, ulong limit)
    {
        if (pool.Mechanism == PoolMechanism.Stable)
        {
            return limit <= Billion ? Alpha.MaxValue : Alpha.Zero;
        }

        ulong alpha = pool.AlphaReserve.Rao;
        ulong tao = pool.TaoReserve.Rao;
        if (alpha == 0 || tao == 0) return Alpha.Zero;
        if (limit == 0) return Alpha.MaxValue;

        UInt128 scaled = (UInt128)tao * Billion;
        if (limit >= scaled / alpha) return Alpha.Zero;
        UInt128 bound = scaled / limit;
        return Alpha.FromRao(bound > alpha ? Saturate(bound - alpha) : 0);
    }

    /// <summary>The most alpha that may be moved so that it brings at least the limit.</summary>
    public static Alpha MaximumMove(Pool origin, Pool destination, ulong limit)
    {
        bool originIsStable = origin.Mechanism == PoolMechanism.Stable;
        bool destinationIsStable = destination.Mechanism == PoolMechanism.Stable;
        if (originIsStable && destinationIsStable)
        {
            return limit > Billion ? Alpha.Zero : Alpha.MaxValue;
        }

        if (originIsStable)
        {
            if (limit == 0) return Alpha.MaxValue;
            U64F64 billion = U64F64.FromInteger(Billion);
            U64F64 inverse = billion.SafeDivide(U64F64.FromInteger(limit));
            ulong buyLimit = inverse.SaturatingMultiply(billion).FloorToUInt64();
            return Alpha.FromRao(MaximumBuy(destination, buyLimit).Rao);
        }

        return destinationIsStable
            ? MaximumSell(origin, limit)
            : MaximumMoveBetweenDynamic(origin, destination, limit);
    }

    private static Alpha MaximumMoveBetweenDynamic(Pool origin, Pool destination, ulong limit)
    {
        ulong originTao = origin.TaoReserve.Rao;
        ulong destinationTao = destination.TaoReserve.Rao;
        if (originTao == 0 || destinationTao == 0) return Alpha.Zero;
        if (origin.AlphaReserve == Alpha.Zero) return Alpha.Zero;
        if (destination.AlphaReserve == Alpha.Zero) return Alpha.Zero;

        U64F64 wanted = U64F64.FromInteger(limit).SafeDivide(U64F64.FromInteger(Billion));
        I96F32 current = origin.SpotPrice.Value.SafeDivide(destination.SpotPrice.Value);

        // Exact comparison of numbers with 64 and 32 fraction bits; the price is never negative.
        if (wanted.Bits >> 32 > (UInt128)current.Bits
            || (wanted.Bits >> 32 == (UInt128)current.Bits
                && (uint)(wanted.Bits & 0xFFFF_FFFF) != 0))
        {
            return Alpha.Zero;
        }

        if (limit == 0) return Alpha.MaxValue;
        U64F64 originPart = U64F64.FromInteger(originTao);
        U64F64 destinationPart = U64F64.FromInteger(destinationTao);
        U64F64 sum = destinationPart.SaturatingAdd(originPart);
        U64F64 originWeight = originPart.SafeDivide(sum);
        U64F64 destinationWeight = destinationPart.SafeDivide(sum);
        U64F64 bound = U64F64.FromInteger(destination.AlphaReserve.Rao)
            .SaturatingMultiply(originWeight)
            .SafeDivide(wanted);
        U64F64 reserve = U64F64.FromInteger(origin.AlphaReserve.Rao)
            .SaturatingMultiply(destinationWeight);
        return Alpha.FromRao(bound.SaturatingSubtract(reserve).FloorToUInt64());
    }

    private static ulong Saturate(UInt128 value) =>
        value > ulong.MaxValue ? ulong.MaxValue : (ulong)value;
}
