using System.Text.Json;
using Dtao.Numerics;
using Dtao.Runtime.Root;
using Dtao.Runtime.Staking;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>
/// Emission shares, injection, owner cut, root share and the leak of root dividends.
/// </summary>
internal static class CoinbaseExamples
{
    private static readonly NetUid One = new(1);

    public static IEnumerable<KeyValuePair<string, Action<JsonElement>>> All =>
    [
        .. Enumerable.Range(1, 9).Select(static number =>
            new KeyValuePair<string, Action<JsonElement>>($"C{number}", Coinbases)),
        new("C10", RootShareOfStableSubnet),
        new("C11", RootShareStepByStep),
        new("X1", RootDividendLeak),
    ];

    private static void Coinbases(JsonElement example)
    {
        JsonElement given = example.Inputs();
        Chain chain = new(Spec.Specs.Latest);
        chain.SetBlock(new(given.U64("block")));
        chain.Put("NetworksAdded", true, NetUid.Root);
        chain.Put("SubnetTAO", given.Text("SubnetTAO_root"), NetUid.Root);
        chain.Put("TaoWeight", given.Text("TaoWeight"));
        chain.Put("SubnetOwnerCut", given.Text("SubnetOwnerCut"));
        foreach (JsonProperty subnet in given.GetProperty("subnets").EnumerateObject())
        {
            chain.Put("NetworksAdded", true, subnet.Name);
            chain.Put("Tempo", given.Text("Tempo"), subnet.Name);
            foreach (JsonProperty item in subnet.Value.EnumerateObject())
            {
                object value = item.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? item.Value.GetBoolean()
                    : item.Value.ToString();
                chain.Put(
                    item.Name.Replace("_raw", string.Empty, StringComparison.Ordinal), value,
                    subnet.Name);
            }
        }

        JsonElement after = example.Expected();
        foreach (JsonProperty subnet in after.GetProperty("subnets").EnumerateObject())
        {
            CheckPrice(chain, subnet, "price_raw_before");
        }

        chain.Coinbase.Run(chain, Fractional<Tao>.From(given.Tao("block_emission")));

        Assert.Equal(after.U64("TotalStake"), chain.Pools.TotalStake.Rao);
        Assert.Equal(after.U64("TotalIssuance"), chain.Issuance.Total.Rao);
        Assert.Equal(after.U64("BlockEmission"), chain.Emission.NewestCurveValue);
        foreach (JsonProperty subnet in after.GetProperty("subnets").EnumerateObject())
        {
            CheckSubnet(chain, subnet);
            CheckPrice(chain, subnet, "price_raw_after");
        }
    }

    private static void CheckSubnet(Chain chain, JsonProperty subnet)
    {
        foreach (JsonProperty item in subnet.Value.EnumerateObject())
        {
            if (item.Name.StartsWith("price_", StringComparison.Ordinal)) continue;
            byte[] expected = WireValue.Encode(
                chain.Item(item.Name).ValueShape, item.Value.ToString());
            Assert.True(
                expected.AsSpan().SequenceEqual(chain.Read(item.Name, subnet.Name)),
                $"{item.Name}({subnet.Name}) should be {item.Value}");
        }
    }

    private static void CheckPrice(Chain chain, JsonProperty subnet, string name)
    {
        if (!subnet.Value.TryGetProperty(name, out JsonElement price)) return;
        NetUid number = ExampleValue.NetUid(subnet.Name);
        Assert.Equal(price.Number(), chain.Pools.SpotPrice(number).Value.Bits);
    }

    private static void RootShareOfStableSubnet(JsonElement example)
    {
        Chain chain = new ChainBuilder()
            .WithRoot(Tao.Zero)
            .WithSubnet(1, Tao.Zero, Alpha.Zero, Alpha.Zero)
            .With("SubnetMechanism", 0, One)
            .With("SubnetOwnerCut", 0)
            .With("TaoWeight", 0)
            .Build();
        List<ulong> sold = [];

        chain.Coinbase.Run(chain, Fractional<Tao>.Zero);
        sold.Add(chain.Emission.PendingAlphaSwapped(One).Rao);
        chain.Put("SubnetTAO", 1_000_000_000, NetUid.Root);
        chain.Coinbase.Run(chain, Fractional<Tao>.Zero);
        sold.Add(chain.Emission.PendingAlphaSwapped(One).Rao);
        chain.Put("TaoWeight", ulong.MaxValue);
        chain.Put("PendingEmission", 0, One);
        chain.Coinbase.Run(chain, Fractional<Tao>.Zero);
        sold.Add(chain.Emission.PendingAlphaSwapped(One).Rao);

        JsonElement after = example.Expected();
        Assert.Equal(after.Rows("PendingAlphaSwapped").Select(static row => row.U64()), sold);
        Assert.Equal(
            after.U64("PendingEmission_after_third"), chain.Emission.PendingAlpha(One).Rao);
        Assert.Equal(
            after.U64("PendingRootDivs_after_third"), chain.Emission.PendingRootDividends(One).Rao);
    }

    private static void RootShareStepByStep(JsonElement example)
    {
        JsonElement given = example.Inputs();
        JsonElement after = example.Expected();
        I96F32 weight = TaoWeight.Of(3_320_413_933_267_719_290);
        Fractional<Alpha> alphaOut = Fractional<Alpha>.From(Alpha.Whole(1));

        Fractional<Tao> root = Fractional<Tao>.From(given.Tao("root_tao")).Times(weight);
        Fractional<Alpha> cut = alphaOut.Times(Take.Of(11_796));
        Fractional<Alpha> rest = alphaOut.SaturatingSubtract(cut);
        I96F32 share = RootShare.Of(root, given.Alpha("alpha_issuance"));
        Fractional<Alpha> forRoot = RootShare.AlphaFor(share, rest);

        Assert.Equal(given.Number("tao_weight_raw"), weight.Bits);
        Assert.Equal(after.Number("weighted_root_tao_raw"), root.Value.Bits);
        Assert.Equal(after.Number("owner_cut_fraction_raw"), Take.Of(11_796).Bits);
        Assert.Equal(after.Number("owner_cut_raw"), cut.Value.Bits);
        Assert.Equal(after.Number("alpha_out_after_cut_raw"), rest.Value.Bits);
        Assert.Equal(after.Number("root_proportion_raw"), share.Bits);
        Assert.Equal(after.Number("root_alpha_raw"), forRoot.Value.Bits);
        Assert.Equal(after.U64("root_alpha_u64"), forRoot.Floor().Rao);
        Assert.Equal(after.U64("pending_alpha_u64"), rest.SaturatingSubtract(forRoot).Floor().Rao);
    }

    private static void RootDividendLeak(JsonElement example)
    {
        Chain chain = new ChainBuilder()
            .WithRoot(Tao.Whole(1_000_000))
            .WithSubnet(1, Tao.Whole(50_000), Alpha.Whole(100_000), Alpha.Whole(100_000))
            .With("SubnetMovingPrice", 1L << 31, One)
            .With("TaoWeight", 3_320_413_933_267_719_290)
            .AtBlock(1_000)
            .Build();
        Assert.Equal(example.Inputs().U64("TotalStake"), chain.Pools.TotalStake.Rao);
        Assert.Equal(example.Inputs().U64("TotalIssuance"), chain.Issuance.Total.Rao);

        foreach (JsonElement row in example.Expected().Rows())
        {
            BlockExecutor.RunBlock(chain);

            ulong gap = chain.Issuance.Total.Rao - chain.Pools.TotalStake.Rao;
            Assert.Equal(row.U64("block"), chain.Block.Value);
            Assert.Equal(row.U64("TotalIssuance"), chain.Issuance.Total.Rao);
            Assert.Equal(row.U64("TotalStake"), chain.Pools.TotalStake.Rao);
            Assert.Equal(row.U64("gap"), gap);
            Assert.Equal(
                row.U64("PendingRootDivs"), chain.Emission.PendingRootDividends(One).Rao);
        }
    }
}
