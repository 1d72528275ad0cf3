using System.Text.Json;
using Dtao.Numerics;
using Dtao.Runtime.Pools;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>Prices, swaps, moving prices and price limits.</summary>
internal static class PoolExamples
{
    private static readonly NetUid One = new(1);

    public static IEnumerable<KeyValuePair<string, Action<JsonElement>>> All =>
    [
        new("P1", Prices),
        new("P2", Buys),
        new("P3", Sales),
        new("P4", BuyAndSellBack),
        new("P5", RootPool),
        new("MP1", MovingPrices),
        new("MP2", MovingPrices),
        new("MP3", MovingPrices),
        new("MP4", MovingPrices),
        new("L1", MostToBuy),
        new("L2", MostToSell),
        new("L3", MostToMove),
    ];

    private static void Prices(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            Assert.Equal(row.Number("price_raw"), PoolOf(row).SpotPrice.Value.Bits);
        }
    }

    private static void Buys(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            bool done = PoolOf(row).TryQuoteBuy(row.Tao("tao_in"), out Alpha received);
            Assert.Equal(!row.IsNull("alpha_out"), done);
            if (done) Assert.Equal(row.U64("alpha_out"), received.Rao);
        }
    }

    private static void Sales(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            bool done = PoolOf(row).TryQuoteSell(row.Alpha("alpha_in"), out Tao received);
            Assert.Equal(!row.IsNull("tao_out"), done);
            if (done) Assert.Equal(row.U64("tao_out"), received.Rao);
        }
    }

    private static void BuyAndSellBack(JsonElement example)
    {
        JsonElement given = example.Inputs();
        Chain chain = new ChainBuilder()
            .WithSubnet(
                1, given.Tao("SubnetTAO"), given.Alpha("SubnetAlphaIn"),
                given.Alpha("SubnetAlphaOut"))
            .Build();

        Alpha bought = chain.Pools.Buy(One, given.Tao("tao_in"));
        Assert.Equal(example.Expected().U64("alpha_received"), bought.Rao);
        CheckPool(chain, example.Expected().GetProperty("after_buy"));

        Tao back = chain.Pools.Sell(One, bought);
        Assert.Equal(example.Expected().U64("tao_back"), back.Rao);
        CheckPool(chain, example.Expected().GetProperty("after_sell"));
    }

    private static void CheckPool(Chain chain, JsonElement expected)
    {
        Assert.Equal(expected.U64("SubnetTAO"), chain.Pools.TaoReserve(One).Rao);
        Assert.Equal(expected.U64("SubnetAlphaIn"), chain.Pools.AlphaReserve(One).Rao);
        Assert.Equal(expected.U64("SubnetAlphaOut"), chain.Pools.AlphaOutstanding(One).Rao);
        Assert.Equal(expected.U64("TotalStake"), chain.Pools.TotalStake.Rao);
        Assert.Equal(expected.Number("SubnetVolume"), chain.Pools.Volume(One));
    }

    private static void RootPool(JsonElement example)
    {
        JsonElement given = example.Inputs();
        Chain chain = new ChainBuilder().WithRoot(given.Tao("SubnetTAO")).Build();
        chain.Put("SubnetAlphaIn", given.Text("SubnetAlphaIn"), NetUid.Root);
        JsonElement[] operations = [.. given.Rows("ops")];
        JsonElement[] returns = [.. example.Expected().Rows("returns")];
        JsonElement[] states = [.. example.Expected().Rows("states")];

        for (int step = 0; step < operations.Length; step++)
        {
            string[] words = operations[step].ToString().Split(' ');
            ulong amount = ExampleValue.Parse(words[1]);
            ulong returned = words[0] == "swap_tao_for_alpha"
                ? chain.Pools.Buy(NetUid.Root, Tao.FromRao(amount)).Rao
                : chain.Pools.Sell(NetUid.Root, Alpha.FromRao(amount)).Rao;

            Assert.Equal(returns[step].U64(), returned);
            JsonElement state = states[step];
            Assert.Equal(state.U64("SubnetTAO"), chain.Pools.RootTao.Rao);
            Assert.Equal(state.U64("SubnetAlphaIn"), chain.Pools.AlphaReserve(NetUid.Root).Rao);
            Assert.Equal(
                state.U64("SubnetAlphaOut"), chain.Pools.AlphaOutstanding(NetUid.Root).Rao);
        }
    }

    private static void MovingPrices(JsonElement example)
    {
        JsonElement given = example.Inputs();
        Chain chain = new ChainBuilder()
            .WithSubnet(1, given.Tao("SubnetTAO"), given.Alpha("SubnetAlphaIn"), Alpha.Zero)
            .With("SubnetMovingPrice", given.Text("SubnetMovingPrice_raw"), One)
            .With("SubnetMovingAlpha", given.Text("SubnetMovingAlpha_raw"))
            .With("NetworkRegisteredAt", given.Text("NetworkRegisteredAt"), One)
            .Build();

        foreach (JsonElement update in example.Expected().Rows("updates"))
        {
            chain.Pools.UpdateMovingPrice(
                One, chain.Spec.MovingPrice, new BlockNumber(update.U64("block")));
            Assert.Equal(
                update.Number("SubnetMovingPrice_raw"), chain.Pools.MovingPriceOf(One).Value.Bits);
        }
    }

    private static void MostToBuy(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            Tao most = PriceLimit.MaximumBuy(PoolOf(row), row.U64("limit_price"));
            Assert.Equal(row.U64("max_amount"), most.Rao);
        }
    }

    private static void MostToSell(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            Alpha most = PriceLimit.MaximumSell(PoolOf(row), row.U64("limit_price"));
            Assert.Equal(row.U64("max_amount"), most.Rao);
        }
    }

    private static void MostToMove(JsonElement example)
    {
        Pool root = new(PoolMechanism.Stable, Tao.Whole(1_000), Alpha.Zero);
        foreach (JsonElement row in example.Expected().Rows("dynamic_to_dynamic"))
        {
            Pool from = Dynamic(row.Tao("SubnetTAO_1"), row.Alpha("SubnetAlphaIn_1"));
            Pool to = Dynamic(row.Tao("SubnetTAO_2"), row.Alpha("SubnetAlphaIn_2"));
            CheckMove(from, to, row);
        }

        Pool half = Dynamic(Tao.Whole(50), Alpha.Whole(100));
        foreach (JsonElement row in example.Expected().Rows("root_to_dynamic(pool 50e9/100e9)"))
        {
            CheckMove(root, half, row);
        }

        Pool dear = Dynamic(Tao.Whole(150), Alpha.Whole(100));
        foreach (JsonElement row in example.Expected().Rows("dynamic_to_root(pool 150e9/100e9)"))
        {
            CheckMove(dear, root, row);
        }
    }

    private static void CheckMove(Pool from, Pool to, JsonElement row)
    {
        Alpha most = PriceLimit.MaximumMove(from, to, row.U64("limit_price"));
        Assert.True(row.U64("max_amount") == most.Rao, $"{row}: got {most.Rao}");
    }

    private static Pool Dynamic(Tao tao, Alpha alpha) => new(PoolMechanism.Dynamic, tao, alpha);

    private static Pool PoolOf(JsonElement row) =>
        Dynamic(row.Tao("SubnetTAO"), row.Alpha("SubnetAlphaIn"));
}
