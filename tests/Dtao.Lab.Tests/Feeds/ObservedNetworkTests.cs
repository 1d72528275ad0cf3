using Dtao.Lab.Datasets;
using Dtao.Lab.Feeds;
using Dtao.Lab.Measures;
using Dtao.Numerics;
using Dtao.Runtime.Pools;
using Dtao.Runtime.Spec;
using Xunit;

namespace Dtao.Lab.Tests.Feeds;

/// <summary>What is carried along observed prices, on feeds of a few rows.</summary>
public sealed class ObservedNetworkTests : IDisposable
{
    // October 2025: ages count from the start, and TAO for pools is bound by the price.
    private const ulong First = 6_700_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("dtao-feed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Constant_prices_share_emission_in_their_proportion()
    {
        FeedMoment moment = Open(["0.3,0.1"], columns: 2).MomentAt(First + 7_200);

        Assert.Equal([1, 2], moment.Subnets.Select(static subnet => (int)subnet.NetUid.Value));
        Assert.Equal(0.75m, Round(moment.MovingShareOf(moment.Subnets[0]), 5));
        Assert.Equal(0.25m, Round(moment.MovingShareOf(moment.Subnets[1]), 5));
    }

    [Fact]
    public void Every_block_follows_the_chains_own_rule()
    {
        ObservedNetwork network = Open(
            ["0.3,0.1", "0.5,0.1", ",0.2"], columns: 2, FeedSettings.OfRecord with
            {
                Between = BetweenRows.Last,
            });
        MovingRate rate = FeedSettings.OfRecord.RateAt(First);
        Price moving = PriceText.Parse("0.3");
        for (ulong block = First + 1; block < First + 25; block++)
        {
            Price spot = PriceText.Parse(block <= First + 10 ? "0.3" : "0.5");
            moving = MovingPrice.Next(
                MovingPriceRule.CappedWithAgeRamp, 201_600, rate.Rate,
                block - PriceRules.StartOfAll.Value, spot, moving);
        }

        FeedMoment moment = network.MomentAt(First + 25);

        Assert.Equal(moving, moment.Subnets[0].Moving);
        Assert.Equal(PriceText.Parse("0.5"), moment.Subnets[0].Spot);
    }

    [Theory]
    [InlineData("0.1", "0.2")]
    [InlineData("0.2", "0.1")]
    [InlineData("0.1", "0.100000001")]
    public void A_line_goes_evenly_and_arrives_at_the_observation(string from, string to)
    {
        string[] rows = [from + ",0.1", to + ",0.1"];
        long first = (long)PriceText.Parse(from).Value.Bits;
        long last = (long)PriceText.Parse(to).Value.Bits;

        // A block uses the price with which the one before it ended.
        for (ulong passed = 0; passed <= 10; passed++)
        {
            FeedMoment moment = Open(rows, columns: 2).MomentAt(First + passed + 1);

            long expected = first + ((last - first) * (long)passed / 10);
            Assert.InRange(
                (long)moment.Subnets[0].Spot.Value.Bits - expected, -1, 1);
        }
    }

    [Fact]
    public void A_subnet_absent_for_up_to_a_day_keeps_its_price_and_then_is_out()
    {
        string[] rows = ["0.3,0.1", ",0.1", ",0.1"];

        FeedMoment day = Open(rows, 2, every: 7_200).MomentAt(First + 14_400);
        FeedMoment later = Open(rows, 2, every: 7_200).MomentAt(First + 14_401);

        Assert.Equal(2, day.Subnets.Length);
        Assert.Equal([2], later.Subnets.Select(static subnet => (int)subnet.NetUid.Value));
        Assert.Equal(1m, Round(later.MovingShareOf(later.Subnets[0]), 6));
    }

    [Fact]
    public void A_pool_that_was_not_started_gets_nothing_and_begins_at_zero()
    {
        string row = string.Join(',', Enumerable.Repeat("0.1", 64));
        string[] rows = [row + ",7.5", row + ",0.61", row + ",0.05"];

        FeedMoment before = Open(rows, columns: 65).MomentAt(First + 20);
        FeedMoment after = Open(rows, columns: 65).MomentAt(First + 22);

        Assert.Equal(64, before.Subnets.Length);
        FeedSubnet started = Assert.Single(
            after.Subnets, static subnet => subnet.NetUid.Value == 65);
        Assert.True(started.Moving < PriceText.Parse("0.000001"));
        Assert.Equal(IssuanceOrigin.Carried, started.Origin);
    }

    [Fact]
    public void A_number_registered_anew_begins_again()
    {
        ObservedNetwork network = Open(
            ["0.3,0.1", "0.3,0.1"], columns: 2, registered: $"1,{First + 5}\n2,1411451\n");

        FeedMoment before = network.MomentAt(First + 10);
        FeedMoment after = network.MomentAt(First + 11);

        Assert.Equal(0.75m, Round(before.MovingShareOf(before.Subnets[0]), 4));
        Assert.Equal(Price.Zero, after.Subnets[0].Moving);
    }

    [Fact]
    public void Tao_beyond_the_price_buys_alpha_and_the_injection_keeps_its_cap()
    {
        FeedMoment moment = Open(["0.3,0.1"], columns: 2).MomentAt(First + 1);

        FeedTerms terms = moment.Subnets[0].Terms;
        Assert.True(moment.IsBound);
        Assert.Equal(0.3m, Round(moment.ShareOf(moment.Subnets[0]), 6));
        Assert.Equal(0.45m, Round(terms.Buying.Value, 0) / 1_000_000_000m, 6);
        Assert.Equal(Alpha.Whole(1), terms.AlphaIn.Floor());
    }

    [Fact]
    public void Before_the_bound_all_of_the_share_enters_the_pool()
    {
        FeedMoment moment = Open(
            ["0.3,0.1"], 2, FeedSettings.OfRecord with { Pinned = PriceRules.Find(297) })
            .MomentAt(First + 1);

        Assert.False(moment.IsBound);
        Assert.Equal(0.75m, Round(moment.ShareOf(moment.Subnets[0]), 6));
        Assert.Equal(Fractional<Tao>.Zero, moment.Subnets[0].Terms.Buying);
    }

    [Fact]
    public void A_feed_that_leaves_subnets_out_is_not_bound()
    {
        ObservedNetwork network = Open(["0.3,0.1"], columns: 2, header: "sn1,sn3");

        FeedMoment moment = network.MomentAt(First + 1);

        Assert.False(moment.IsBound);
        Assert.Equal(0.75m, Round(moment.ShareOf(moment.Subnets[0]), 6));
    }

    [Fact]
    public void The_injection_is_emission_over_price_up_to_one()
    {
        FeedMoment moment = Open(["0.9,0.6"], columns: 2).MomentAt(First + 1);

        Assert.Equal(0.6m, Round(moment.MovingShareOf(moment.Subnets[0]), 6));
        Assert.InRange(
            moment.Subnets[0].Terms.AlphaIn.Floor().Rao, 666_666_000UL, 666_667_000UL);
    }

    [Fact]
    public void A_moment_that_has_passed_is_refused()
    {
        ObservedNetwork network = Open(["0.3,0.1"], columns: 2);
        network.MomentAt(First + 100);

        Assert.Throws<ArgumentOutOfRangeException>(() => network.MomentAt(First + 99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Open(["1"], 1).MomentAt(First - 1));
    }

    [Theory]
    [InlineData(232, null)]
    [InlineData(233, 233)]
    [InlineData(247, 246)]
    [InlineData(257, 252)]
    [InlineData(320, 298)]
    [InlineData(333, 298)]
    [InlineData(334, null)]
    public void A_version_has_the_rule_of_the_last_change(int version, int? expected) =>
        Assert.Equal(expected, PriceRules.Find(version)?.Version);

    [Fact]
    public void Rules_of_the_engines_versions_are_the_engines() => Assert.All(
        Specs.All,
        static spec => Assert.Equal(
            spec.MovingPrice, PriceRules.Find(spec.Version)!.MovingPrice));

    private ObservedNetwork Open(
        string[] rows,
        int columns,
        FeedSettings? settings = null,
        ulong every = 10,
        string registered = "1,1497824\n2,1411451\n",
        string? header = null)
    {
        string prices = Path.Combine(_folder, "prices.csv");
        string blocks = Path.Combine(_folder, "registered.csv");
        header ??= string.Join(',', Enumerable.Range(1, columns).Select(static n => $"sn{n}"));
        DateTime start = new(2025, 10, 20, 12, 0, 0, DateTimeKind.Utc);
        IEnumerable<string> lines = rows.Select((row, index) =>
        {
            ulong passed = every * (ulong)index;
            string time = UtcText.Of(start.AddSeconds(12 * passed));
            return FormattableString.Invariant($"{First + passed},{time},{row}");
        });
        File.WriteAllText(prices, $"block,time_utc,{header}\n{string.Join('\n', lines)}\n");
        File.WriteAllText(blocks, "netuid,registered_block\n" + registered);
        return new(
            PriceFeed.Read(prices),
            RegisteredBlocks.Read(blocks),
            settings ?? FeedSettings.OfRecord);
    }

    private static decimal Round(I96F32 value, int decimals) =>
        decimal.Round(ReadableNumber.Of(value), decimals);
}
