using System.Numerics;
using Dtao.Numerics;

namespace Dtao.Runtime.Pools;

/// <summary>The pool of the newest releases: its two sides have weights.</summary>
/// <remarks>
/// With equal weights it is the constant-product pool. Emission changes the weights instead of
/// the price. Source: docs/spec/rules.md#weighted-pool; vectors: vectors/rules (pool-balancer).
/// </remarks>
/// <param name="TaoReserve">TAO in the pool. Unit: rao.</param>
/// <param name="AlphaReserve">Alpha in the pool. Unit: 10^-9 alpha.</param>
/// <param name="QuoteWeight">Weight of TAO in units of 10^-18; alpha has the rest.</param>
public readonly record struct WeightedPool(Tao TaoReserve, Alpha AlphaReserve, ulong QuoteWeight)
{
    /// <summary>One, in units of the weights.</summary>
    public const ulong Unit = 1_000_000_000_000_000_000;

    /// <summary>The least weight of either side.</summary>
    public const ulong LeastWeight = Unit / 100;

    /// <summary>A reserve that pays out holds at least so many rao.</summary>
    public const ulong LeastReserve = 1_000_000;

    private const ulong MostTimesReserve = 1_000;

    /// <summary>Weight of alpha in units of 10^-18.</summary>
    public ulong BaseWeight => Unit - QuoteWeight;

    /// <summary>TAO per alpha; zero for an empty pool.</summary>
    public U64F64 SpotPrice
    {
        get
        {
            U64F64 weights = U64F64.FromInteger(BaseWeight)
                .SafeDivide(U64F64.FromInteger(QuoteWeight));
            U64F64 reserves = U64F64.FromInteger(TaoReserve.Rao)
                .SafeDivide(U64F64.FromInteger(AlphaReserve.Rao));
            return weights.SaturatingMultiply(reserves);
        }
    }

    /// <summary>Part of the TAO reserve that is left when alpha is sold; at most one.</summary>
    public U64F64 LeftAfterSale(Alpha sold) => Left(
        AlphaReserve.Rao, sold.Rao, BaseWeight, QuoteWeight);

    /// <summary>Part of the alpha reserve that is left when TAO buys; at most one.</summary>
    public U64F64 LeftAfterPurchase(Tao paid) => Left(
        TaoReserve.Rao, paid.Rao, QuoteWeight, BaseWeight);

    /// <summary>TAO that alpha brings, whatever the pool allows.</summary>
    public Tao ValueOf(Alpha sold) => Tao.FromRao(
        Paid(TaoReserve.Rao, LeftAfterSale(sold)));

    /// <summary>Alpha that TAO brings, whatever the pool allows.</summary>
    public Alpha WorthOf(Tao paid) => Alpha.FromRao(
        Paid(AlphaReserve.Rao, LeftAfterPurchase(paid)));

    /// <summary>Alpha that would be received for TAO.</summary>
    /// <returns>False when the pool refuses.</returns>
    public bool TryQuoteBuy(Tao paid, out Alpha received)
    {
        received = Alpha.Zero;
        if (!Accepts(AlphaReserve.Rao, TaoReserve.Rao, paid.Rao)) return false;
        received = WorthOf(paid);
        return received > Alpha.Zero;
    }

    /// <summary>TAO that would be received for alpha.</summary>
    /// <returns>False when the pool refuses.</returns>
    public bool TryQuoteSell(Alpha sold, out Tao received)
    {
        received = Tao.Zero;
        if (!Accepts(TaoReserve.Rao, AlphaReserve.Rao, sold.Rao)) return false;
        received = ValueOf(sold);
        return received > Tao.Zero;
    }

    /// <summary>The part of a payment after which the price has not passed a limit.</summary>
    /// <param name="paid">TAO.</param>
    /// <param name="limit">Highest price, in TAO per alpha.</param>
    public Tao UpTo(Tao paid, U64F64 limit)
    {
        // A thousandth of the reserve moves the price by less than half at any weights.
        U64F64 price = SpotPrice;
        bool isSmall = (UInt128)paid.Rao * MostTimesReserve <= TaoReserve.Rao;
        if (isSmall && price.SaturatingAdd(price) <= limit) return paid;
        WeightedPool after = this with
        {
            TaoReserve = TaoReserve.SaturatingAdd(paid),
            AlphaReserve = AlphaReserve.SaturatingSubtract(WorthOf(paid)),
        };
        if (after.SpotPrice <= limit || price == U64F64.Zero) return paid;
        BigInteger growth = RationalPower.ScaledFloor(
            Unit, (BigInteger)limit.Bits, (BigInteger)price.Bits, BaseWeight, Unit);
        growth = BigInteger.Min(growth, ulong.MaxValue) - Unit;
        BigInteger most = growth.Sign <= 0 ? 0 : growth * TaoReserve.Rao / Unit;
        return Tao.FromRao((ulong)BigInteger.Min(most, paid.Rao));
    }

    /// <summary>The weights that keep the price when both reserves grow.</summary>
    /// <param name="tao">TAO that comes.</param>
    /// <param name="alpha">Alpha that comes.</param>
    /// <param name="quoteWeight">Weight of TAO afterwards; the old one if refused.</param>
    /// <returns>False when a weight would be too small.</returns>
    public bool TryGrow(Tao tao, Alpha alpha, out ulong quoteWeight)
    {
        BigInteger y = TaoReserve.Rao;
        BigInteger x = AlphaReserve.Rao;
        BigInteger ofAlpha = Weighed(BaseWeight, y * Sum(AlphaReserve.Rao, alpha.Rao));
        BigInteger ofTao = Weighed(QuoteWeight, x * Sum(TaoReserve.Rao, tao.Rao));
        BigInteger sum = BigInteger.Min(ofAlpha + ofTao, UInt128.MaxValue);
        ulong next = sum.IsZero ? Unit / 2 : (ulong)(ofTao * Unit / sum);
        bool isAccepted = next >= LeastWeight && next <= Unit - LeastWeight;
        quoteWeight = isAccepted ? next : QuoteWeight;
        return isAccepted;
    }

    private static BigInteger Weighed(ulong weight, BigInteger amount) =>
        ((2 * weight * BigInteger.Min(amount, UInt128.MaxValue)) + Unit) / (2 * (BigInteger)Unit);

    private static ulong Sum(ulong reserve, ulong added) =>
        reserve > ulong.MaxValue - added ? ulong.MaxValue : reserve + added;

    private static bool Accepts(ulong paying, ulong fed, ulong amount) =>
        paying >= LeastReserve && amount <= (UInt128)fed * MostTimesReserve;

    private static U64F64 Left(ulong fed, ulong amount, ulong weight, ulong other)
    {
        ulong sum = Sum(fed, amount);
        if (fed == 0 || sum == 0) return U64F64.Zero;
        BigInteger part = RationalPower.ScaledFloor(Unit, fed, sum, weight, other);
        U64F64 left = U64F64.FromInteger((ulong)part).SafeDivide(U64F64.FromInteger(Unit));
        return U64F64.Min(left, U64F64.One);
    }

    private static ulong Paid(ulong reserve, U64F64 left) =>
        U64F64.FromInteger(reserve)
            .SaturatingMultiply(U64F64.One.SaturatingSubtract(left))
            .FloorToUInt64();
}
