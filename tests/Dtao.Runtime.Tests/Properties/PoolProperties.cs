using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Pools;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Properties;

/// <summary>What every trade keeps, up to the 18 bits in which the chain computes it.</summary>
public class PoolProperties
{
    private const ulong Supply = 21_000_000_000_000_000;
    private const int Rounds = 20_000;

    [Fact]
    public void The_product_shrinks_by_less_than_a_rao_of_the_fed_reserve_in_18_bits()
    {
        Draws draws = Draws.For(5_001);
        int accepted = 0;
        for (int round = 0; round < Rounds; round++)
        {
            Pool pool = Draw(draws);
            ulong paid = draws.Scaled(0, Supply);
            if (!pool.TryQuoteBuy(Tao.FromRao(paid), out Alpha bought)) continue;
            accepted++;

            CheckProduct(draws, pool.TaoReserve.Rao, pool.AlphaReserve.Rao, paid, bought.Rao);
        }

        Assert.True(accepted > Rounds / 10, $"{draws}: only {accepted} trades");
    }

    [Fact]
    public void Selling_keeps_the_product_as_buying_does()
    {
        Draws draws = Draws.For(5_002);
        for (int round = 0; round < Rounds; round++)
        {
            Pool pool = Draw(draws);
            ulong sold = draws.Scaled(0, Supply);
            if (!pool.TryQuoteSell(Alpha.FromRao(sold), out Tao received)) continue;

            CheckProduct(draws, pool.AlphaReserve.Rao, pool.TaoReserve.Rao, sold, received.Rao);
        }
    }

    [Fact]
    public void The_product_shrinks_only_where_the_exact_reserve_is_just_above_a_whole_rao()
    {
        // 10^16 · 10^16 / (10^16 + 1) is a whole rao and less than 2^-18 of one.
        Pool pool = Dynamic(10_000_000_000_000_000, 10_000_000_000_000_000);

        Assert.True(pool.TryQuoteBuy(Tao.FromRao(1), out Alpha bought));

        BigInteger before = BigInteger.Pow(10, 32);
        BigInteger after = (BigInteger)10_000_000_000_000_001 * (10_000_000_000_000_000 - bought.Rao);
        Assert.Equal(1UL, bought.Rao);
        Assert.Equal(BigInteger.One, before - after);
    }

    [Fact]
    public void No_trade_leaves_less_than_the_minimum_and_one_rao_more_is_refused()
    {
        Pool pool = Dynamic(10_000_000_000, 20_000_000);

        Assert.True(pool.TryQuoteBuy(Tao.FromRao(10_000_000_000), out Alpha bought));
        Assert.False(pool.TryQuoteBuy(Tao.FromRao(10_000_000_001), out _));

        Assert.Equal(10_000_000UL, bought.Rao);
    }

    [Fact]
    public void Even_a_trade_of_nothing_is_refused_below_the_minimum()
    {
        Assert.True(Dynamic(5, 10_000_000).TryQuoteBuy(Tao.Zero, out Alpha nothing));
        Assert.False(Dynamic(5, 9_999_999).TryQuoteBuy(Tao.Zero, out _));
        Assert.Equal(Alpha.Zero, nothing);
    }

    [Fact]
    public void More_tao_never_buys_less_and_never_at_a_better_price()
    {
        Draws draws = Draws.For(5_003);
        for (int round = 0; round < Rounds; round++)
        {
            Pool pool = Draw(draws);
            ulong less = draws.Scaled(1, Supply / 2);
            ulong more = less + draws.Scaled(1, Supply / 2);
            if (!pool.TryQuoteBuy(Tao.FromRao(more), out Alpha large)) continue;
            Assert.True(pool.TryQuoteBuy(Tao.FromRao(less), out Alpha small), draws.ToString());

            Assert.True(large >= small, $"{draws}: {pool} {less} {more}");

            // Within the rao that each of the two is cut by.
            BigInteger left = (BigInteger)large.Rao * less;
            BigInteger right = ((BigInteger)small.Rao + 1) * more;
            Assert.True(left <= right, $"{draws}: {pool} {less} {more}");
        }
    }

    [Fact]
    public void A_stable_pool_trades_one_for_one_without_a_limit()
    {
        Pool pool = new(PoolMechanism.Stable, Tao.Zero, Alpha.Zero);

        Assert.True(pool.TryQuoteBuy(Tao.MaxValue, out Alpha bought));
        Assert.True(pool.TryQuoteSell(Alpha.MaxValue, out Tao received));
        Assert.Equal(Alpha.MaxValue, bought);
        Assert.Equal(Tao.MaxValue, received);
        Assert.Equal(Price.One, pool.SpotPrice);
    }

    [Fact]
    public void The_most_that_a_limit_lets_buy_does_not_cross_it()
    {
        Draws draws = Draws.For(5_004);
        int crossed = 0;
        for (int round = 0; round < Rounds; round++)
        {
            Pool pool = Draw(draws);
            ulong limit = draws.Scaled(1, ulong.MaxValue);
            Tao most = PriceLimit.MaximumBuy(pool, limit);
            if (most == Tao.Zero) continue;
            crossed++;

            // Upstream's bound: the limit times the alpha reserve, less the TAO reserve.
            BigInteger bound = (BigInteger)limit * pool.AlphaReserve.Rao / 1_000_000_000;
            Assert.Equal(
                BigInteger.Min(ulong.MaxValue, bound - pool.TaoReserve.Rao), most.Rao);
        }

        Assert.True(crossed > Rounds / 20, draws.ToString());
    }

    private static void CheckProduct(
        Draws draws, ulong fed, ulong drained, ulong amount, ulong received)
    {
        BigInteger fedAfter = (BigInteger)fed + amount;
        BigInteger before = (BigInteger)fed * drained;
        BigInteger after = fedAfter * (drained - received);
        BigInteger shrunk = before - after;
        Assert.True(
            shrunk <= 0 || shrunk << 18 < fedAfter,
            $"{draws}: {fed} {drained} {amount}: product shrinks by {shrunk}");
        Assert.True(received <= drained, $"{draws}: {fed} {drained} {amount}");
    }

    private static Pool Draw(Draws draws) =>
        Dynamic(draws.Scaled(1, Supply), draws.Scaled(1, Supply));

    private static Pool Dynamic(ulong tao, ulong alpha) =>
        new(PoolMechanism.Dynamic, Tao.FromRao(tao), Alpha.FromRao(alpha));
}
