using Dtao.Lab.Measures;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Xunit;

namespace Dtao.Lab.Tests.Runs;

public class RootShareTests(LaunchRuns runs)
{
    [Fact]
    public void On_day_seven_both_definitions_are_where_they_are_expected()
    {
        NetworkSample day7 = runs.Week.AtDay(7)!;

        Assert.Equal(2, LaunchScenario.Value.Claims.Length);
        Assert.All(
            LaunchScenario.Value.Claims,
            claim => Assert.True(claim.HoldsFor(day7.RootShares), claim.Name));
    }

    [Fact]
    public void On_day_seven_root_share_by_the_chains_formula_is_914_to_955_thousandths()
    {
        NetworkSample day7 = runs.Week.AtDay(7)!;

        Assert.All(
            day7.Subnets,
            static subnet => Assert.InRange(
                Claim.InThousandths(subnet.RootShares.Protocol), 914, 955));
    }

    [Fact]
    public void Root_share_falls_from_sample_to_sample()
    {
        IEnumerable<I96F32> shares =
            runs.Week.Samples.Select(static sample => sample.RootShares.Protocol);

        Assert.Equal(shares.OrderByDescending(static share => share.Bits), shares);
    }

    [Fact]
    public void More_is_staked_than_the_chain_counts_while_dividends_are_paid_twice()
    {
        NetworkSample day7 = runs.Week.AtDay(7)!;

        Assert.Equal(239, day7.Version);
        Assert.All(
            day7.Subnets,
            static subnet => Assert.True(subnet.AlphaStaked > subnet.AlphaOutstanding));
    }

    [Fact]
    public void Root_stake_grows_by_dividends_that_the_root_share_does_not_see()
    {
        NetworkSample day7 = runs.Week.AtDay(7)!;

        Assert.True(day7.RootStaked > day7.RootTao);
        Assert.Equal(runs.Week.First.RootTao, day7.RootTao);
    }

    [Theory]
    [InlineData(0.9135, 914)]
    [InlineData(0.91349, 913)]
    [InlineData(0, 0)]
    [InlineData(1, 1_000)]
    public void A_claim_compares_thousandths_with_the_half_rounded_up(double share, int expected)
    {
        // Given a little more than the decimal, which is not exact in binary.
        I96F32 value = I96F32.FromBits((Int128)Math.Ceiling(share * 4_294_967_296.0));

        Assert.Equal(expected, Claim.InThousandths(value));
    }

    [Fact]
    public void The_mean_of_no_subnets_is_zero()
    {
        Assert.Equal(default, RootShares.MeanOf([]));
    }
}
