using System.Text.Json;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Subnets;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>The end of a subnet, and the return of its number.</summary>
internal static class DissolveExamples
{
    private static readonly NetUid One = new(1);

    public static IEnumerable<KeyValuePair<string, Action<JsonElement>>> All =>
        [new("R5", Dissolving)];

    private static void Dissolving(JsonElement example)
    {
        JsonElement after = example.Expected();
        Chain chain = World(example.Inputs().GetProperty("before"));

        Assert.Equal(after.Text("dissolve by non-owner"), Dissolve(chain, 12));
        Assert.Equal(after.Text("dissolve by owner"), Dissolve(chain, 11));

        Assert.Equal(
            after.Rows("events").Select(static happened => happened.ToString()),
            ExampleEvent.TextsOf(chain));
        CheckGone(chain, after.GetProperty("after_dissolve"));
        chain.SetBlock(new(5_007_200));
        DispatchResult again = chain.Dispatch(
            new RegisterNetwork(Account.Hotkey(1)), Account.Of(11));
        Assert.Equal(
            after.Text("register again at block 5007200"), again.IsOk ? "ok" : $"err {again}");
        CheckBack(chain, after.GetProperty("after_reregistration"));
    }

    private static Chain World(JsonElement before)
    {
        Chain chain = RegistrationExamples.Registered(
            ExampleFile.Economy["R2"].Inputs(), out DispatchResult founded);
        Assert.True(founded.IsOk);
        chain.Put("SubnetTAO", before.Text("SubnetTAO"), One);
        chain.Put("TotalStake", before.Text("SubnetTAO"));
        chain.Put("SubnetAlphaOut", before.Text("SubnetAlphaOut"), One);
        chain.Put(
            "SubnetMovingPrice",
            I96F32.FromBits((Int128)before.Number("SubnetMovingPrice_raw")), One);
        chain.Put("PendingEmission", before.Text("PendingEmission"), One);
        chain.Put("SubnetLocked", before.Text("SubnetLocked"), One);
        chain.Stakes.AddShares(
            Account.Hotkey(1), Account.Coldkey(12), One,
            before.Alpha("stake of coldkey 12 on hotkey 1"));
        chain.Deposit(
            Account.Coldkey(11),
            before.Tao("balance 11 before dissolve")
                - chain.Balances.Free(Account.Coldkey(11)));
        chain.Events.BeginBlock();
        return chain;
    }

    private static string Dissolve(Chain chain, ulong coldkey)
    {
        DispatchResult result = chain.DispatchAs(
            Origin.Root, new DissolveNetwork(Account.Coldkey(coldkey), One));
        return result.IsOk ? "ok" : $"err {result}";
    }

    private static void CheckGone(Chain chain, JsonElement after)
    {
        Assert.Equal("false", after.Text("NetworksAdded"));
        Assert.False(chain.Subnets.Exists(One));
        Assert.Equal(after.U64("SubnetTAO"), chain.Pools.TaoReserve(One).Rao);
        Assert.Equal(after.U64("TotalStake"), chain.Pools.TotalStake.Rao);
        Assert.Equal(after.U64("stake 1/12/1"), Stake(chain));
        Assert.Equal(
            after.U64("balance 11"), chain.Balances.Free(Account.Coldkey(11)).Rao);
        Assert.Equal("0", after.Text("SubnetOwner"));
        Assert.False(chain.Subnets.HasOwner(One));
        Assert.Equal(
            ExampleValue.Hotkey(after.Text("SubnetOwnerHotkey")), chain.Subnets.OwnerHotkey(One));
        DispatchResult unstaked = chain.Dispatch(
            new RemoveStake(Account.Hotkey(1), One, Alpha.Whole(1)), Account.Of(12));
        Assert.Equal(after.Text("remove_stake result"), $"err {unstaked}");
    }

    private static void CheckBack(Chain chain, JsonElement after)
    {
        Assert.Equal(after.U64("SubnetTAO"), chain.Pools.TaoReserve(One).Rao);
        Assert.Equal(after.U64("SubnetAlphaIn"), chain.Pools.AlphaReserve(One).Rao);
        Assert.Equal(after.U64("SubnetAlphaOut"), chain.Pools.AlphaOutstanding(One).Rao);
        Assert.Equal(
            after.Number("SubnetMovingPrice_raw"), chain.Pools.MovingPriceOf(One).Value.Bits);
        Assert.Equal(after.U64("PendingEmission"), chain.Emission.PendingAlpha(One).Rao);
        Assert.Equal(after.U64("stake 1/12/1"), Stake(chain));
        Assert.Equal(after.U64("TotalStake"), chain.Pools.TotalStake.Rao);
    }

    private static ulong Stake(Chain chain) =>
        chain.Stakes.StakeOf(Account.Hotkey(1), Account.Coldkey(12), One).Rao;
}
