using System.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>The pool of a subnet by the words of the specification.</summary>
/// <remarks>Source: docs/spec/pools.md#swap, docs/spec/pools.md#price-limit.</remarks>
/// <param name="IsDynamic">Constant product; otherwise one alpha is one TAO.</param>
/// <param name="Tao">TAO reserve. Unit: rao.</param>
/// <param name="Alpha">Alpha reserve. Unit: 10^-9 alpha.</param>
/// <param name="Outside">Alpha outside the pool. Unit: 10^-9 alpha.</param>
internal readonly record struct PoolModel(
    bool IsDynamic, BigInteger Tao, BigInteger Alpha, BigInteger Outside)
{
    private static readonly BigInteger LeastReserve = 10_000_000;
    private static readonly BigInteger Billion = 1_000_000_000;

    private static FixedFormat F => FixedFormat.I96F32;

    private static FixedFormat G => FixedFormat.I110F18;

    private static FixedFormat S => FixedFormat.U64F64;

    /// <summary>TAO per alpha in units of 2^-32.</summary>
    public BigInteger Price => IsDynamic ? F.Divide(F.Of(Tao), F.Of(Alpha)) : F.One;

    /// <summary>Alpha for TAO; null when the pool refuses.</summary>
    public BigInteger? Buy(BigInteger paid) => IsDynamic ? Swap(Tao, Alpha, paid) : paid;

    /// <summary>TAO for alpha; null when the pool refuses.</summary>
    public BigInteger? Sell(BigInteger sold) => IsDynamic ? Swap(Alpha, Tao, sold) : sold;

    public BigInteger MaximumBuy(BigInteger limit)
    {
        if (!IsDynamic) return limit >= Billion ? Amount.Most : 0;
        if (Alpha.IsZero || Tao.IsZero || limit.IsZero) return 0;
        if (limit < (Price >> F.Fraction) * Billion) return 0;
        return Amount.Clamp((limit * Alpha / Billion) - Tao);
    }

    public BigInteger MaximumSell(BigInteger limit)
    {
        if (!IsDynamic) return limit <= Billion ? Amount.Most : 0;
        if (Alpha.IsZero || Tao.IsZero) return 0;
        if (limit.IsZero) return Amount.Most;
        if (limit >= Tao * Billion / Alpha) return 0;
        return Amount.Clamp((Tao * Billion / limit) - Alpha);
    }

    public BigInteger MaximumMoveTo(PoolModel destination, BigInteger limit)
    {
        if (!IsDynamic && !destination.IsDynamic) return limit > Billion ? 0 : Amount.Most;
        if (!IsDynamic)
        {
            if (limit.IsZero) return Amount.Most;
            BigInteger inverse = S.Divide(S.Of(Billion), S.Of(limit));
            return destination.MaximumBuy(S.Floor(S.Multiply(inverse, S.Of(Billion))));
        }

        if (!destination.IsDynamic) return MaximumSell(limit);
        if ((Tao * Alpha * destination.Tao * destination.Alpha).IsZero) return 0;
        BigInteger wanted = S.Divide(S.Of(limit), S.Of(Billion));
        BigInteger current = F.Divide(Price, destination.Price);
        if (wanted > current << (S.Fraction - F.Fraction)) return 0;
        if (limit.IsZero) return Amount.Most;
        BigInteger sum = S.Add(S.Of(destination.Tao), S.Of(Tao));
        BigInteger own = S.Divide(S.Of(Tao), sum);
        BigInteger other = S.Divide(S.Of(destination.Tao), sum);
        BigInteger bound = S.Divide(S.Multiply(S.Of(destination.Alpha), own), wanted);
        return S.Floor(S.Subtract(bound, S.Multiply(S.Of(Alpha), other)));
    }

    private static BigInteger? Swap(BigInteger fed, BigInteger drained, BigInteger paid)
    {
        BigInteger product = G.Multiply(G.Of(drained), G.Of(fed));
        BigInteger after = G.Divide(product, G.Add(G.Of(fed), G.Of(paid)));
        return after < G.Of(LeastReserve)
            ? null
            : G.Floor(G.Subtract(G.Of(drained), after));
    }
}
