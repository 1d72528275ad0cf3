using Dtao.Lab.Agents;
using Dtao.Lab.Plans;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Xunit;

namespace Dtao.Lab.Tests.Agents;

/// <summary>Owners, miners and validators do what they say, by the chain's own calls.</summary>
public class OwnerAndValidatorTests
{
    [Fact]
    public void An_owner_with_customers_buys_back_what_it_receives()
    {
        World world = SmallWorld.Run(
            "kind: buy-back-owner\nsubnets: 5\nrevenue: 40 TAO/day\nstarts: 1 hours", 30);

        GroupAccount account = SmallWorld.AccountOf(world);
        Assert.Equal(50, account.Received);
        Assert.InRange(account.Spent, 39, 40);
        Assert.True(account.TokensAfter > 0);
    }

    [Fact]
    public void A_business_pays_its_costs_and_sells_tokens_for_what_is_short()
    {
        World world = SmallWorld.Run(
            """
            kind: business-owner
            subnets: 5
            capital: 20 TAO
            costs: 15 TAO/day
            revenue: 5 TAO/day
            starts: 1 hours
            """,
            100);

        GroupAccount account = SmallWorld.AccountOf(world);
        Assert.True(account.Paid > account.Received);
        Assert.True(account.Raised > 0);
    }

    [Fact]
    public void A_selling_owner_sells_its_cut()
    {
        World world = SmallWorld.Run("kind: selling-owner\nsubnets: 5", 50);

        Assert.True(SmallWorld.AccountOf(world).Raised > 0);
    }

    [Fact]
    public void Miners_sell_and_pay_their_costs()
    {
        World world = SmallWorld.Run(
            "kind: selling-miners\nsubnets: 5\ncosts: 50 %", 100);

        GroupAccount account = SmallWorld.AccountOf(world);
        Assert.True(account.Raised > 0);
        Assert.InRange(account.Paid, 0.01m, account.Raised);
    }

    [Fact]
    public void Selling_validators_take_out_what_compounding_ones_keep_on_root()
    {
        World selling = SmallWorld.Run("kind: selling-validator\nperiod: 6 hours", 24);
        World compounding = SmallWorld.Run("kind: compounding-validator\nperiod: 6 hours", 24);

        Assert.True(SmallWorld.AccountOf(selling).FreeAfter > 1);
        Assert.Equal(0, SmallWorld.AccountOf(compounding).FreeAfter, 3);
        Assert.True(RootOf(compounding) > RootOf(selling));
    }

    [Fact]
    public void Who_leaves_root_has_less_there_and_tokens_instead()
    {
        World world = SmallWorld.Run(
            "kind: root-leaver\nstarts: 2 hours\nperiod: 2 hours\nleaves: 50 %/day", 12);

        World staying = SmallWorld.Run(
            "kind: selling-validator\nsells: 0 %\nwithdraws: 0 %", 12);

        Assert.True(SmallWorld.AccountOf(world).Spent > 0);
        Assert.True(RootOf(world) < RootOf(staying));
    }

    [Fact]
    public void Miners_can_sell_in_every_tempo()
    {
        const string miners = "kind: selling-miners\nsubnets: 5\nsells: 100 %\n";

        World daily = SmallWorld.Run(miners, 30);
        World often = SmallWorld.Run(miners + "period: 100 blocks", 30);

        Assert.True(often.Crew!.Tally.Applied > 5 * daily.Crew!.Tally.Applied);
        Assert.True(SmallWorld.AccountOf(often).TokensAfter
            < SmallWorld.AccountOf(daily).TokensAfter / 5);
    }

    [Fact]
    public void A_weight_copier_stakes_until_it_has_a_permit_and_then_copies()
    {
        World world = SmallWorld.Run(
            "kind: weight-copier\ncount: 1 agents\nsubnets: 5\ncapital: 3000 TAO", 30);

        Purse purse = world.Crew!.Members[0].Purse;
        Uid? uid = world.Chain.Neurons.UidOf(new(5), purse.Hotkey);
        Assert.NotNull(uid);
        Assert.True(world.Chain.Neurons.ValidatorPermits(new(5))[uid.Value.Value]);
        Assert.NotEmpty(world.Chain.Weights.RowOf(new(5), uid.Value));
    }

    [Fact]
    public void Who_intervenes_acts_on_a_rank_that_it_saw_not_long_ago()
    {
        const string pump = """
              pump:
                kind: attacker
                count: 1 agents
                subnets: 28
                starts: 6 hours
                multiple: 1000 x
                capital: 100000 TAO
                holds: 1 hours
                period: 10 minutes
            """;
        const string foundation =
            "kind: intervenor\nsubnets: 28\nprogram: counter\nearliest: 12 hours\nrank: 1 subnets\n"
            + "notice: 1 block\n";

        World remembering = SmallWorld.Run(Plan(foundation + "remembers: 8 hours"), 13);
        World forgetful = SmallWorld.Run(Plan(foundation + "remembers: 1 hours"), 13);

        Assert.True(remembering.Crew!.Market.RankOf(new(28)) > 1);
        Assert.NotNull(remembering.Crew.Market.NoticeOf(new(28)));
        Assert.Null(forgetful.Crew!.Market.NoticeOf(new(28)));

        static Plan Plan(string kind) =>
            ScenarioFile.Read("small.yaml", SmallWorld.TextOf(kind) + "\n" + pump);
    }

    private static decimal RootOf(World world) => world.Validators.Sum(validator =>
        (decimal)world.Chain.Stakes.StakeOf(validator.Hotkey, NetUid.Root).Rao);
}
