using Dtao.Numerics;

namespace Dtao.Runtime.Pools;

/// <summary>The two reserves of one subnet's pool, and what a trade would give.</summary>
/// <remarks>
/// Constant product in numbers with 18 fraction bits: the drained reserve after the trade is the
/// product divided by the fed reserve, cut to a multiple of 2^-18. A value without storage and
/// without fees; see <see cref="PoolLedger"/> for both.
/// Source: docs/spec/pools.md#swap; vectors: vectors/pool.json.gz.
/// </remarks>
/// <param name="Mechanism">How the token trades.</param>
/// <param name="TaoReserve">TAO in the pool. Unit: rao.</param>
/// <param name="AlphaReserve">Alpha in the pool. Unit: 10^-9 alpha.</param>
public readonly record struct Pool(
    PoolMechanism Mechanism, Tao TaoReserve, Alpha AlphaReserve)
{
    /// <summary>A trade may not drain a reserve below this many rao.</summary>
    public const ulong MinimumReserve = 10_000_000;

    /// <summary>
    /// Weight of TAO in units of 10^-18 where an emission rule weighs pools; 0 elsewhere.
    /// </summary>
    public ulong QuoteWeight { get; init; }

    /// <summary>
    /// TAO per alpha, rounded down to a multiple of 2^-32; zero for an empty pool.
    /// </summary>
    /// <remarks>A stable pool's price is exactly one.</remarks>
    public Price SpotPrice
    {
        get
        {
            if (Mechanism == PoolMechanism.Stable) return Price.One;
            return QuoteWeight == 0
                ? Price.Of(TaoReserve, AlphaReserve)
                : Price.FromValue(Weighted.SpotPrice.ToI96F32());
        }
    }

    /// <summary>The same reserves with their weights.</summary>
    internal WeightedPool Weighted => new(TaoReserve, AlphaReserve, QuoteWeight);

    /// <summary>Alpha that would be received for TAO.</summary>
    /// <returns>False when the pool would be left with too little alpha.</returns>
    public bool TryQuoteBuy(Tao paid, out Alpha received)
    {
        if (Mechanism != PoolMechanism.Dynamic)
        {
            received = Alpha.FromRao(paid.Rao);
            return true;
        }

        if (QuoteWeight != 0) return Weighted.TryQuoteBuy(paid, out received);
        bool done = TryQuote(TaoReserve.Rao, AlphaReserve.Rao, paid.Rao, out ulong drained);
        received = Alpha.FromRao(drained);
        return done;
    }

    /// <summary>TAO that would be received for alpha.</summary>
    /// <returns>False when the pool would be left with too little TAO.</returns>
    public bool TryQuoteSell(Alpha sold, out Tao received)
    {
        if (Mechanism != PoolMechanism.Dynamic)
        {
            received = Tao.FromRao(sold.Rao);
            return true;
        }

        if (QuoteWeight != 0) return Weighted.TryQuoteSell(sold, out received);
        bool done = TryQuote(AlphaReserve.Rao, TaoReserve.Rao, sold.Rao, out ulong drained);
        received = Tao.FromRao(drained);
        return done;
    }

    private static bool TryQuote(ulong fed, ulong drained, ulong amount, out ulong received)
    {
        I110F18 before = I110F18.FromInteger(drained);
        I110F18 product = I110F18.FromInteger(fed).SaturatingMultiply(before);
        I110F18 after = product.SafeDivide(
            I110F18.FromInteger(fed).SaturatingAdd(I110F18.FromInteger(amount)));

        // The floor holds for the reserve after the trade, even for a trade of nothing.
        received = 0;
        if (after < Floor) return false;
        received = before.SaturatingSubtract(after).FloorToUInt64();
        return true;
    }

    private static I110F18 Floor => I110F18.FromInteger(MinimumReserve);
}
