using System.Globalization;
using Dtao.Numerics;
using Dtao.Runtime.Emission.Rules;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Rules;

/// <summary>The Hill gate gives the shares that were published for 10 August 2026.</summary>
public class HillGateTests
{
    private const double PublishedBar = 0.00733118;

    // Subnet, demand share, gate factor, share of the TAO, as the official site showed them.
    private static readonly (ushort Subnet, double Demand, double Gate, double Share)[] Published =
    [
        (64, 0.06609757, 0.99863738, 0.11625179),
        (51, 0.05598891, 0.99776003, 0.09838627),
        (107, 0.04706569, 0.99623495, 0.08257957),
        (120, 0.04584816, 0.99592822, 0.08041856),
        (4, 0.04359424, 0.99526659, 0.07641434),
        (44, 0.03258447, 0.98873914, 0.05674123),
        (9, 0.02552844, 0.97686426, 0.04392025),
        (53, 0.02535953, 0.97640986, 0.04360936),
        (8, 0.02280065, 0.96782796, 0.03886437),
    ];

    [Fact]
    public void Published_shares_are_matched_to_a_ten_millionth()
    {
        Chain chain = Network();
        chain.Rules.SetGateBar(FromDouble(PublishedBar));

        Dictionary<ushort, double> shares = SharesOf(chain);

        Assert.All(Published, row => Assert.Equal(row.Share, shares[row.Subnet], 1e-7));
        Assert.Equal(1, shares.Values.Sum(), 1e-9);
    }

    [Fact]
    public void Subnets_without_permission_have_no_share_but_their_demand_counts_for_the_bar()
    {
        Chain chain = Network();

        Dictionary<ushort, double> shares = SharesOf(chain);

        Assert.Equal(0.00789676, ToDouble(chain.Rules.GateBar), 1e-8);
        Assert.All(
            shares.Where(share => !chain.Rules.MayEmit(new(share.Key))),
            static share => Assert.Equal(0, share.Value));
    }

    [Fact]
    public void A_bar_by_rank_is_the_share_of_that_rank()
    {
        Chain chain = Network();
        chain.Rules.SetGate(chain.Rules.GateQuantile, rank: 2);

        SharesOf(chain);

        Assert.Equal(0.05598891, ToDouble(chain.Rules.GateBar), 1e-8);
    }

    [Fact]
    public void A_bar_stays_until_the_next_block_that_is_a_multiple_of_360()
    {
        Chain chain = Network();
        SharesOf(chain);
        U64F64 first = chain.Rules.GateBar;
        chain.Put("SubnetMovingPrice", 1L << 31, 64);

        SharesOf(chain);
        U64F64 kept = chain.Rules.GateBar;
        chain.SetBlock(new(720));
        SharesOf(chain);

        Assert.Equal(first, kept);
        Assert.NotEqual(first, chain.Rules.GateBar);
    }

    private static Chain Network()
    {
        ChainBuilder builder = new ChainBuilder().AtBlock(100).WithRoot(Tao.Whole(5_413_546));
        (ushort Subnet, double Price, bool IsEnabled)[] rows = [.. Rows()];
        foreach ((ushort subnet, double price, _) in rows)
        {
            builder.WithSubnet(subnet, Tao.Whole(1_000), Alpha.Whole(9_000), Alpha.Whole(9_000))
                .With("SubnetMovingPrice", (long)Math.Round(price * (1L << 32)), subnet);
        }

        Chain chain = builder.Build();
        chain.UseEmissionRule(EmissionRules.Find("R7"));
        foreach ((ushort subnet, _, bool isEnabled) in rows)
        {
            if (!isEnabled) chain.Rules.SetMayEmit(new(subnet), false);
        }

        return chain;
    }

    private static IEnumerable<(ushort Subnet, double Price, bool IsEnabled)> Rows() => File
        .ReadLines(RepositoryRoot.Combine("data", "gate", "snapshot_2026-08-10.csv"))
        .Skip(1)
        .Select(static line => line.Split(','))
        .Select(static cells => (
            ushort.Parse(cells[0], CultureInfo.InvariantCulture),
            double.Parse(cells[1], CultureInfo.InvariantCulture),
            bool.Parse(cells[2])));

    private static Dictionary<ushort, double> SharesOf(Chain chain)
    {
        chain.RuleCoinbase.Divide(chain.EmissionRule!, Tao.FromRao(500_000_000));
        return chain.RuleCoinbase.Block.Subnets.ToArray().ToDictionary(
            static terms => terms.Subnet.Value, static terms => ToDouble(terms.Share));
    }

    private static double ToDouble(U64F64 value) => (double)value.Bits / Math.Pow(2, 64);

    private static U64F64 FromDouble(double value) =>
        U64F64.FromBits((UInt128)(value * Math.Pow(2, 64)));
}
