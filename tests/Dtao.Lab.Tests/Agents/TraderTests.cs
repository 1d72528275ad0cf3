using Dtao.Lab.Agents;
using Dtao.Lab.Scenarios;
using Xunit;

namespace Dtao.Lab.Tests.Agents;

/// <summary>Each kind of trader does what it says, by the chain's own calls.</summary>
public class TraderTests
{
    [Fact]
    public void Noise_traders_buy_and_sell()
    {
        World world = SmallWorld.Run("kind: noise-trader\ncount: 10 agents\nsubnets: 5", 12);

        GroupAccount account = SmallWorld.AccountOf(world);
        Assert.True(account.Spent > 0);
        Assert.True(account.Raised > 0);
    }

    [Fact]
    public void Value_traders_lift_prices_that_are_below_their_opinion()
    {
        World quiet = SmallWorld.Run("kind: noise-trader\ncount: 1 agents\ncapital: 0 TAO", 12);
        World valued = SmallWorld.Run("kind: value-trader\ncount: 40 agents", 12);

        Assert.True(SumOfPrices(valued) > SumOfPrices(quiet) * 1.2);
    }

    [Fact]
    public void A_flash_attacker_lifts_the_price_for_a_block_and_is_out_again()
    {
        World world = SmallWorld.Run(
            """
            kind: attacker
            count: 1 agents
            subnets: 5
            starts: 6 hours
            multiple: 9 x
            """,
            8);

        GroupAccount account = SmallWorld.AccountOf(world);
        Assert.True(account.TiedUp > 0);
        Assert.Equal(0, account.TokensAfter, 3);
        Assert.InRange(account.Profit, -1, 0);
    }

    [Fact]
    public void A_sustained_attacker_holds_the_price_until_it_leaves()
    {
        const string attack = """
            kind: attacker
            count: 1 agents
            subnets: 5
            starts: 6 hours
            multiple: 4 x
            holds: 5 hours
            """;

        World holding = SmallWorld.Run(attack, 10);
        World left = SmallWorld.Run(attack, 13);

        double high = holding.Crew!.Market.PriceOf(new(5));
        Assert.True(high > 3 * left.Crew!.Market.PriceOf(new(5)));
        Assert.Equal(0, SmallWorld.AccountOf(left).TokensAfter, 3);
    }

    [Fact]
    public void A_wash_trader_turns_its_capital_over_again_and_again()
    {
        World world = SmallWorld.Run(
            """
            kind: wash-trader
            count: 2 agents
            subnets: 28
            capital: 20 TAO
            cycles: 8 x
            starts: 2 hours
            """,
            12,
            "open: 28\nscored: 28");

        GroupAccount account = SmallWorld.AccountOf(world);
        Assert.True(account.Spent > account.ValueBefore);
        Assert.True(account.Raised > account.Spent / 2);
    }

    [Fact]
    public void Arbitrageurs_move_stake_from_one_subnet_to_another()
    {
        World world = SmallWorld.Run(
            "kind: arbitrageur\ncount: 5 agents\ngap: 1 %\nperiod: 30 minutes", 24);

        Assert.True(SmallWorld.AccountOf(world).Spent > 0);
        Assert.True(world.Crew!.Tally.Applied > 0);
    }

    [Fact]
    public void A_whale_buys_in_large_steps_and_sells_when_its_time_is_over()
    {
        World world = SmallWorld.Run(
            """
            kind: whale
            count: 1 agents
            period: 1 hours
            holds: 8 hours
            step: 100 %
            """,
            18);

        GroupAccount account = SmallWorld.AccountOf(world);
        Assert.True(account.TiedUp > 1);
        Assert.True(account.Raised > 0);
    }

    private static double SumOfPrices(World world) =>
        world.Crew!.Market.Subnets.Sum(subnet => world.Crew.Market.PriceOf(subnet));
}
