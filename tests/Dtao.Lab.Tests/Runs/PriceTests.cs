using Dtao.Lab.Datasets;
using Dtao.Lab.Networks;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Staking;
using Xunit;

namespace Dtao.Lab.Tests.Runs;

/// <summary>What prices do when nobody trades, and after one trade.</summary>
public class PriceTests(LaunchRuns runs)
{
    private const double ValidatorsPart = 0.41;

    [Fact]
    public void After_5486_blocks_a_price_is_at_rest_where_root_sales_and_emission_balance()
    {
        // The point of rest rises while the root share falls; the price is a little behind.
        Assert.All(runs.FirstPrices.Last.Subnets, static subnet =>
        {
            double share = Number(subnet.RootShares.Protocol);
            double rest = Number(subnet.EmissionShare) / (1 + (2 * ValidatorsPart * share));

            Assert.InRange(Number(subnet.Price.Value) / rest, 0.998, 1.0);
        });
    }

    [Fact]
    public void After_5486_blocks_the_upper_tier_is_at_0_5512_of_its_emission_within_a_thousandth()
    {
        double emission = LaunchDataset.Instance.Subnets[0].Emission.Rao / 1e9;

        double price = Number(runs.FirstPrices.Last.Subnets[0].Price.Value);

        Assert.InRange(price / emission, 0.5512 * 0.999, 0.5512 * 1.001);
    }

    [Fact]
    public void Quiet_subnets_stay_6_to_13_per_cent_below_the_prices_of_14_February()
    {
        // A regression test only: the first moving prices come from these very prices.
        NetworkSample last = runs.FirstPrices.Last;
        Assert.Equal("2025-02-14T16:00:00Z", LaunchDataset.Clock.TextOf(last.Block));
        for (int index = 0; index < 64; index++)
        {
            LaunchSubnet subnet = LaunchDataset.Instance.Subnets[index];
            if (subnet.EmissionStatus != ValueStatus.Inferred) continue;
            double price = Number(last.Subnets[index].Price.Value);
            double below = Math.Round(100 * (1 - (price / (subnet.NextDayPrice / 1e9))));

            if (subnet.NetUid.Value == 57) Assert.Equal(22, below);
            else Assert.InRange(below, 6, 13);
        }
    }

    [Fact]
    public void Alpha_issuance_is_one_and_one_a_block_and_what_the_pools_were_given()
    {
        Chain chain = StartedChain();
        NetUid subnet = new(28);
        decimal expected = 1;
        for (int block = 0; block < 50; block++)
        {
            decimal share = Exact(chain.Pools.MovingPriceOf(subnet).Value) / SumOfMoving(chain);
            expected += 1 + Math.Min(share / Exact(chain.Pools.SpotPrice(subnet).Value), 1);
            BlockExecutor.RunBlock(chain);
        }

        decimal issuance = chain.Pools.AlphaIssuance(subnet).Rao / 1e9m;
        Assert.InRange(issuance - expected, -0.000_001m, 0.000_001m);
    }

    [Fact]
    public void A_price_above_its_emission_sinks_by_the_root_sales()
    {
        Chain chain = StartedChain();
        NetUid subnet = new(1);
        for (int block = 0; block < 3_000; block++)
        {
            BlockExecutor.RunBlock(chain);
        }

        Buy(chain, subnet, Tao.Whole(200));
        double expected = 0;
        double before = Number(chain.Pools.SpotPrice(subnet).Value);
        for (int block = 0; block < 100; block++)
        {
            double alpha = chain.Pools.AlphaReserve(subnet).Rao / 1e9;
            double issuance = chain.Pools.AlphaIssuance(subnet).Rao / 1e9;
            double root = 0.18 * 5_930_000;
            expected -= 2 * ValidatorsPart * root / (root + issuance) / alpha;
            BlockExecutor.RunBlock(chain);
        }

        double found = Math.Log(Number(chain.Pools.SpotPrice(subnet).Value) / before);
        Assert.InRange(found / expected, 0.995, 1.005);
    }

    private static Chain StartedChain() => LaunchGenesis.Build(Seed()).Chain;

    private static SeedTree Seed() =>
        SeedTree.From(Point.UsualSeed).Branch(LaunchScenario.Value.Name);

    private static void Buy(Chain chain, NetUid subnet, Tao amount)
    {
        Hotkey hotkey = LaunchDataset.Instance.Validators[0].Hotkey;
        DispatchResult result = chain.Dispatch(
            new AddStake(hotkey, subnet, amount), Seed().Branch("everyone else").Account());
        Assert.True(result.IsOk);
    }

    private static decimal SumOfMoving(Chain chain) => LaunchDataset.Instance.Subnets.Sum(
        subnet => Exact(chain.Pools.MovingPriceOf(subnet.NetUid).Value));

    private static decimal Exact(I96F32 value) => (decimal)value.Bits / 4_294_967_296m;

    private static double Number(I96F32 value) => (double)Exact(value);
}
