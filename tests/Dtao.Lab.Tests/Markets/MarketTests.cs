using Dtao.Lab.Markets;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Tests.Agents;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Admin;
using Dtao.Runtime.Dispatch;
using Xunit;

namespace Dtao.Lab.Tests.Markets;

/// <summary>What agents see is worked out from the chain, and by the scenario's own numbers.
/// </summary>
public class MarketTests
{
    private const string Quiet = "kind: noise-trader\ncount: 1 agents\ncapital: 0 TAO";
    private static readonly NetUid Subnet = new(5);

    [Fact]
    public void Stakers_yields_follow_the_chains_own_cut_and_take()
    {
        (double usual, double byTerms) = YieldAfter(static _ => { }, cut: 0.18, take: 0.18);
        (double halved, double byHalf) = YieldAfter(
            static chain => Set(chain, NetworkSettings.OwnerCut, 32_768), cut: 0.5, take: 0.18);
        (double kept, double byAll) = YieldAfter(
            static chain => Set(chain, DelegationSettings.MaximumTake, 0), cut: 0.18, take: 0);

        Assert.Equal(1, usual / byTerms, 0.0001);
        Assert.Equal(1, halved / byHalf, 0.0001);
        Assert.Equal(1, kept / byAll, 0.0001);
        Assert.True(halved < usual);
        Assert.True(kept > usual);
    }

    [Fact]
    public void A_scenario_says_how_long_talk_lasts_and_how_it_grows()
    {
        Market market = SmallWorld.Run(Quiet, 0.1).Crew!.Market;
        Market other = SmallWorld.Run(Quiet, 0.1, "talk-lasts: 3 days\ntalk-grows: 2 x")
            .Crew!.Market;

        Assert.Equal(Talk.UsualLifetime, market.Talk.Lifetime);
        Assert.Equal(Talk.UsualExcitement, market.Talk.Excitement);
        Assert.Equal(21_600, other.Talk.Lifetime);
        Assert.Equal(2, other.Talk.Excitement);
    }

    [Fact]
    public void Talk_fades_in_its_lifetime()
    {
        Market brief = SmallWorld.Run(Quiet, 1, "talk-lasts: 1 hours").Crew!.Market;
        Market lasting = SmallWorld.Run(Quiet, 1, "talk-lasts: 10 days").Crew!.Market;
        double quiet = brief.Talk[0];
        brief.Talk.Add(0, 100);
        lasting.Talk.Add(0, 100);

        for (int step = 0; step < 12; step++)
        {
            brief.Talk.Hear(0, 0);
            lasting.Talk.Hear(0, 0);
        }

        Assert.InRange(brief.Talk[0] - quiet, 20, 40);
        Assert.InRange(lasting.Talk[0], 99, 102);
    }

    /// <summary>What agents see on the first full hour, and the same by the formula.</summary>
    private static (double Seen, double ByFormula) YieldAfter(
        Action<Chain> change, double cut, double take)
    {
        World world = LaunchScenario.Value.WorldOf(1);
        change(world.Chain);
        Market market = new(world.Chain, [.. LaunchScenario.Value.Subnets.Select(
            static subnet => subnet.NetUid)]);
        do
        {
            BlockExecutor.RunBlock(world.Chain);
            market.Refresh();
        }
        while (world.Chain.Block.Value % 300 != 0);
        Dtao.Runtime.Pools.Pool pool = world.Chain.Pools.Of(Subnet);
        double outside = world.Chain.Pools.AlphaOutstanding(Subnet).Rao;
        double all = outside + pool.AlphaReserve.Rao;
        double local = all / ((world.Chain.Pools.RootTao.Rao * 0.18) + all);
        double perDay = world.Chain.Emission.AlphaOut(Subnet).Rao * 7_200.0 * (1 - cut) / 2;
        return (market.StakerYield(Subnet), perDay * local * (1 - take) / outside);
    }

    private static void Set(Chain chain, Setting setting, ulong value) =>
        Assert.True(chain.DispatchAs(Origin.Root, setting.To(value)).IsOk);
}
