using Dtao.Numerics;
using Dtao.Runtime.Emission.Rules;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Rules;

/// <summary>Rules of which only the formula is known give what the formula gives.</summary>
public class FormulaShareTests
{
    private const double Tolerance = 1e-8;

    // TAO and alpha in the pool, alpha outside of it; moving prices are set apart.
    private static readonly (double Tao, double In, double Out)[] Pools =
        [(1_000, 4_000, 16_000), (3_000, 3_000, 1_000), (500, 10_000, 40_000)];

    private static readonly double[] Prices = [0.25, 1, 0.05];

    [Fact]
    public void Reserve_share_is_that_of_the_TAO_in_the_pool()
    {
        AssertShares(Network("R1"), static pool => pool.Tao);
    }

    [Fact]
    public void Spot_price_share_follows_the_price_of_the_moment()
    {
        AssertShares(Network("spot"), static pool => pool.Tao / pool.In);
    }

    [Fact]
    public void Market_cap_counts_all_alpha_or_only_what_is_outside_the_pool()
    {
        AssertShares(
            Network("cap"), static pool => pool.Tao / pool.In * (pool.In + pool.Out));
        AssertShares(
            Network("cap-outstanding"), static pool => pool.Tao / pool.In * pool.Out);
    }

    [Fact]
    public void Performance_counts_no_stake_above_the_percentile()
    {
        Chain chain = Network("P7");
        chain.Rules.SetScore(new(1), U64F64.FromInteger(2UL));
        double cap = 4_000;

        AssertShares(chain, pool =>
            Math.Min(pool.Tao / pool.In * pool.Out, cap) * (pool.Tao == 1_000 ? 2 : 1));
    }

    [Fact]
    public void An_objective_decides_its_part_and_prices_the_rest()
    {
        Chain chain = Network("P8");
        chain.Rules.SetScorePart(U64F64.FromInteger(1UL) / U64F64.FromInteger(4UL));
        chain.Rules.SetScore(new(1), U64F64.Zero);
        chain.Rules.SetScore(new(2), U64F64.FromInteger(1UL));
        chain.Rules.SetScore(new(3), U64F64.FromInteger(4UL));

        double[] shares = SharesOf(chain);

        Assert.Equal(0.75 * 0.25 / 1.3, shares[0], Tolerance);
        Assert.Equal((0.75 * 1 / 1.3) + (0.25 * 0.2), shares[1], Tolerance);
        Assert.Equal((0.75 * 0.05 / 1.3) + (0.25 * 0.8), shares[2], Tolerance);
    }

    [Fact]
    public void Root_votes_count_by_stake_and_by_how_much_stake_agrees()
    {
        Chain chain = Network("R0");
        chain.Rules.SetVote(Account.Hotkey(1), [new(1, 30), new(2, 10)]);
        chain.Rules.SetVote(Account.Hotkey(2), [new(2, 7)]);

        double[] shares = SharesOf(chain);

        double first = 0.75 * 0.75 * Consensus(0.75);
        double second = ((0.75 * 0.25) + 0.25) * Consensus(1);
        Assert.Equal(first / (first + second), shares[0], 1e-6);
        Assert.Equal(second / (first + second), shares[1], 1e-6);
        Assert.Equal(0, shares[2]);
    }

    [Fact]
    public void Without_votes_the_last_ones_of_before_dynamic_TAO_stay()
    {
        Chain chain = Network("R0");
        chain.Put("EmissionValues", 300_000_000, 1);
        chain.Put("EmissionValues", 700_000_000, 3);

        double[] shares = SharesOf(chain);

        Assert.Equal([0.3, 0, 0.7], shares.Select(static share => Math.Round(share, 9)));
    }

    [Fact]
    public void A_part_of_more_than_all_is_refused()
    {
        Chain chain = Network("P8");

        Assert.Throws<ArgumentOutOfRangeException>(
            () => chain.Rules.SetScorePart(U64F64.FromInteger(2UL)));
    }

    private static double Consensus(double trust) =>
        1 / (1 + Math.Exp(-10 * (trust - (32_767.0 / 65_535))));

    private static void AssertShares(
        Chain chain, Func<(double Tao, double In, double Out), double> weight)
    {
        double sum = Pools.Sum(weight);

        double[] shares = SharesOf(chain);

        for (int index = 0; index < Pools.Length; index++)
        {
            Assert.Equal(weight(Pools[index]) / sum, shares[index], Tolerance);
        }
    }

    private static Chain Network(string rule)
    {
        ChainBuilder builder = new ChainBuilder()
            .AtBlock(1_000)
            .WithRoot(Tao.Whole(400))
            .WithOwner(Account.Hotkey(1), Account.Coldkey(11))
            .WithOwner(Account.Hotkey(2), Account.Coldkey(12))
            .WithStake(Account.Hotkey(1), Account.Coldkey(11), 0, Alpha.Whole(300))
            .WithStake(Account.Hotkey(2), Account.Coldkey(12), 0, Alpha.Whole(100));
        for (int index = 0; index < Pools.Length; index++)
        {
            (double tao, double inside, double outside) = Pools[index];
            ushort subnet = (ushort)(index + 1);
            builder.WithSubnet(
                    subnet, Tao.Whole((ulong)tao), Alpha.Whole((ulong)inside),
                    Alpha.Whole((ulong)outside))
                .With("SubnetMovingPrice", (long)(Prices[index] * (1L << 32)), subnet);
        }

        Chain chain = builder.Build();
        chain.UseEmissionRule(EmissionRules.Find(rule));
        return chain;
    }

    private static double[] SharesOf(Chain chain)
    {
        chain.RuleCoinbase.Divide(chain.EmissionRule!, Tao.Whole(1));
        return [.. chain.RuleCoinbase.Block.Subnets.ToArray()
            .Select(static terms => (double)terms.Share.Bits / Math.Pow(2, 64))];
    }
}
