using System.Text.Json;
using Dtao.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>Stake calls in a small world, with everything they change.</summary>
internal static class StakingExamples
{
    public static IEnumerable<KeyValuePair<string, Action<JsonElement>>> All =>
        Enumerable.Range(1, 19).Select(static number =>
            new KeyValuePair<string, Action<JsonElement>>($"ST{number}", Calls));

    /// <summary>
    /// Steps of a set-up: <c>inc hotkey coldkey netuid amount</c>, <c>set Item keys value</c>.
    /// </summary>
    public static void SetUp(Chain chain, string[] words)
    {
        if (words[0] == "inc")
        {
            chain.Stakes.AddShares(
                ExampleValue.Hotkey(words[1]), ExampleValue.Coldkey(words[2]),
                ExampleValue.NetUid(words[3]), Alpha.FromRao(ExampleValue.Parse(words[4])));
            return;
        }

        Assert.Equal("set", words[0]);
        object value = bool.TryParse(words[^1], out bool truth) ? truth : words[^1];
        chain.Put(words[1], value, [.. words[2..^1]]);
    }

    /// <summary>Compares the stake of <c>hotkey/coldkey/netuid</c>.</summary>
    public static void CheckStake(Chain chain, JsonProperty stake)
    {
        string[] keys = stake.Name.Split('/');
        Alpha found = chain.Stakes.StakeOf(
            ExampleValue.Hotkey(keys[0]), ExampleValue.Coldkey(keys[1]),
            ExampleValue.NetUid(keys[2]));
        Assert.Equal(stake.Value.U64(), found.Rao);
    }

    private static void Calls(JsonElement example)
    {
        Chain chain = World(example.Inputs().GetProperty("world"));
        chain.Events.IsKept = true;
        foreach (JsonElement step in example.Inputs().Rows("extra_setup"))
        {
            SetUp(chain, step.ToString().Split(' '));
        }

        foreach (JsonElement step in example.Expected().Rows("steps"))
        {
            string before = chain.HashText();
            chain.State.BeginBlock();
            chain.Events.BeginBlock();

            string result = ExampleCall.Run(chain, step.Text("call"));

            Assert.True(step.Text("result") == result, $"{step.Text("call")}: got {result}");
            if (result != "ok") Assert.Equal(before, chain.HashText());
            Assert.Equal(
                step.Rows("events").Select(static happened => happened.ToString()),
                ExampleEvent.TextsOf(chain));
            Check(chain, step.GetProperty("after"));
        }
    }

    public static Chain World(JsonElement world)
    {
        Chain chain = new(Spec.Specs.Latest);
        chain.SetBlock(new(world.U64("block")));
        AddPool(chain, NetUid.Root.ToString(), world.GetProperty("root_pool"));
        foreach (JsonProperty pool in world.GetProperty("pools").EnumerateObject())
        {
            AddPool(chain, pool.Name, pool.Value);
        }

        foreach (JsonProperty balance in world.GetProperty("balances").EnumerateObject())
        {
            chain.Deposit(ExampleValue.Coldkey(balance.Name), Tao.FromRao(balance.Value.U64()));
        }

        foreach (JsonProperty owner in world.GetProperty("Owner").EnumerateObject())
        {
            chain.Put("Owner", owner.Value.ToString(), owner.Name);
        }

        chain.Put("TotalStake", world.Text("TotalStake"));
        chain.Put("TotalIssuance", world.Text("TotalIssuance"));
        Assert.Equal(
            world.U64("ExistentialDeposit"), Balances.BalanceLedger.ExistentialDeposit.Rao);
        return chain;
    }

    private static void AddPool(Chain chain, string subnet, JsonElement pool)
    {
        chain.Put("NetworksAdded", true, subnet);
        foreach (JsonProperty item in pool.EnumerateObject())
        {
            chain.Put(item.Name, item.Value.ToString(), subnet);
        }
    }

    public static void Check(Chain chain, JsonElement after)
    {
        foreach (JsonProperty pool in after.GetProperty("pools").EnumerateObject())
        {
            NetUid subnet = ExampleValue.NetUid(pool.Name);
            Assert.Equal(pool.Value.U64("SubnetTAO"), chain.Pools.TaoReserve(subnet).Rao);
            Assert.Equal(pool.Value.U64("SubnetAlphaIn"), chain.Pools.AlphaReserve(subnet).Rao);
            Assert.Equal(
                pool.Value.U64("SubnetAlphaOut"), chain.Pools.AlphaOutstanding(subnet).Rao);
        }

        foreach (JsonProperty balance in after.GetProperty("balances").EnumerateObject())
        {
            Assert.Equal(
                balance.Value.U64(),
                chain.Balances.Free(ExampleValue.Coldkey(balance.Name)).Rao);
        }

        foreach (JsonProperty stake in after.GetProperty("stake_value").EnumerateObject())
        {
            CheckStake(chain, stake);
        }

        Assert.Equal(after.U64("TotalStake"), chain.Pools.TotalStake.Rao);
        Assert.Equal(after.U64("TotalIssuance"), chain.Issuance.Total.Rao);
        Assert.Equal(after.U64("currency_issuance"), chain.Balances.TotalIssuance.Rao);
    }
}
