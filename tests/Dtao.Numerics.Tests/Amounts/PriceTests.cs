using System.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Numerics.Tests.Amounts;

public class PriceTests
{
    private static readonly BigInteger MostAmount = ulong.MaxValue;

    [Fact]
    public void The_price_of_a_pool_is_its_quotient_cut_to_32_bits()
    {
        Draws draws = Draws.For(1_501);
        for (int round = 0; round < 5_000; round++)
        {
            ulong tao = (ulong)draws.Bits(64);
            ulong alpha = (ulong)draws.Bits(64);

            Price price = Price.Of(Tao.FromRao(tao), Alpha.FromRao(alpha));

            BigInteger expected = alpha == 0 ? 0 : ((BigInteger)tao << 32) / alpha;
            Assert.True(expected == price.Value.Bits, $"{draws}: {tao} / {alpha}");
        }
    }

    [Fact]
    public void The_value_of_alpha_is_the_floor_of_the_product()
    {
        Draws draws = Draws.For(1_502);
        for (int round = 0; round < 5_000; round++)
        {
            BigInteger bits = draws.Bits(96);
            ulong alpha = (ulong)draws.Bits(64);
            Price price = Price.FromValue(I96F32.FromBits((Int128)bits));

            Fractional<Tao> value = price.ValueOf(Alpha.FromRao(alpha));

            BigInteger exact = BigInteger.Min((BigInteger.One << 127) - 1, alpha * bits);
            Assert.True(exact == value.Value.Bits, $"{draws}: {alpha} at raw {bits}");
            Assert.Equal(BigInteger.Min(MostAmount, exact >> 32), value.Floor().Rao);
        }
    }

    [Fact]
    public void The_worth_of_tao_is_the_cut_quotient_and_does_not_exist_at_price_zero()
    {
        Draws draws = Draws.For(1_503);
        for (int round = 0; round < 5_000; round++)
        {
            BigInteger bits = draws.Bits(64) + 1;
            ulong tao = (ulong)draws.Bits(64);
            Price price = Price.FromValue(I96F32.FromBits((Int128)bits));

            bool exists = price.TryWorthOf(
                Fractional<Tao>.From(Tao.FromRao(tao)), out Fractional<Alpha> worth);

            BigInteger exact = ((BigInteger)tao << 64) / bits;
            Assert.Equal(exact >> 127 == 0, exists);
            if (exists) Assert.True(exact == worth.Value.Bits, $"{draws}: {tao} at raw {bits}");
        }

        Assert.False(Price.Zero.TryWorthOf(Fractional<Tao>.Zero, out _));
    }

    [Fact]
    public void Prices_are_ordered_by_value_and_show_their_unit()
    {
        Price half = Price.FromValue(I96F32.FromBits((Int128)1 << 31));

        Assert.True(half < Price.One);
        Assert.True(half <= Price.One);
        Assert.True(Price.One > half);
        Assert.True(Price.One >= Price.One);
        Assert.False(Price.One < Price.One);
        Assert.Equal("0.5 TAO per alpha", half.ToString());
        Assert.Equal(default, Price.Zero);
    }

    [Fact]
    public void A_fraction_of_an_amount_leaves_only_by_its_floor()
    {
        Fractional<Alpha> one = Fractional<Alpha>.From(Alpha.FromRao(1));
        I96F32 twoThirds = I96F32.FromInteger(2UL) / I96F32.FromInteger(3UL);

        Fractional<Alpha> part = one.Times(twoThirds);

        Assert.Equal(Alpha.Zero, part.Floor());
        Assert.Equal(Alpha.FromRao(1), part.SaturatingAdd(part).Floor());
        Assert.Equal(Alpha.Zero, part.SaturatingSubtract(one).Floor());
        Assert.Equal(part, Fractional<Alpha>.Min(part, one));
        Assert.Equal(
            Alpha.MaxValue,
            Fractional<Alpha>.From(Alpha.MaxValue).SaturatingAdd(one).Floor());
        Assert.Equal(default, Fractional<Tao>.Zero);
    }
}
