using System.Globalization;
using System.Text.Json;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Keys;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>What moves when a hotkey or a coldkey takes the place of another.</summary>
internal static class KeySwapExamples
{
    private static readonly NetUid One = new(1);

    public static IEnumerable<KeyValuePair<string, Action<JsonElement>>> All =>
    [
        new("K1", Hotkeys),
        new("K2", Coldkeys),
    ];

    private static void Hotkeys(JsonElement example)
    {
        JsonElement given = example.Inputs();
        JsonElement after = example.Expected();
        Coldkey owner = Account.Coldkey(11);
        Chain chain = World(given);
        chain.Put("Delegates", given.Text("Delegates(1)"), Account.Hotkey(1));
        chain.Put("ChildkeyTake", given.Text("ChildkeyTake(1,1)"), Account.Hotkey(1), One);
        CheckShares(chain, given.GetProperty("Alpha_raw_before"));

        DispatchResult result = chain.Dispatch(
            new SwapHotkey(Account.Hotkey(1), Account.Hotkey(9)), owner.Account);

        Assert.Equal(after.Text("result"), result.IsOk ? "ok" : $"err {result}");
        CheckEvents(chain, after);
        StakingExamples.Check(chain, after.GetProperty("after"));
        CheckShares(chain, after.GetProperty("Alpha_raw"));
        Hotkey moved = Account.Hotkey(9);
        SharePoolOf(chain, moved, after);
        Assert.Equal(after.Text("Owner(9)"), OwnerOf(chain, moved));
        Assert.Equal(after.Text("Owner(1)"), OwnerOf(chain, Account.Hotkey(1)));
        Assert.Equal(
            after.Text("Delegates(9)"),
            $"{Word(chain.Delegation.IsDelegate(moved))} {chain.Delegation.TakeOf(moved)}");
        Assert.Equal(
            after.U16("ChildkeyTake(9,1)"), chain.Delegation.ChildkeyTakeOf(moved, One));
        Assert.Equal(
            after.U16("ChildkeyTake(1,1)"),
            chain.Delegation.ChildkeyTakeOf(Account.Hotkey(1), One));
        Assert.Equal(after.Text("StakingHotkeys(11)"), Staking(chain, 11));
        Assert.Equal(after.Text("StakingHotkeys(12)"), Staking(chain, 12));
        Assert.Equal(after.Text("OwnedHotkeys(11)"), Owned(chain, 11));
        DispatchResult second = chain.Dispatch(
            new SwapHotkey(moved, Account.Hotkey(10)), owner.Account);
        Assert.Equal(after.Text("second_swap_within_1000_blocks"), $"err {second}");
    }

    private static void Coldkeys(JsonElement example)
    {
        JsonElement given = example.Inputs();
        JsonElement after = example.Expected();
        Chain chain = World(given);
        chain.Put("SubnetOwner", given.Text("SubnetOwner(1)"), One);

        DispatchResult result = chain.DispatchAs(
            Origin.Root,
            new SwapColdkey(Account.Coldkey(11), Account.Coldkey(13), given.Tao("swap_cost")));

        Assert.Equal(after.Text("result"), result.IsOk ? "ok" : $"err {result}");
        CheckEvents(chain, after);
        StakingExamples.Check(chain, after.GetProperty("after"));
        Assert.Equal(after.Text("StakingHotkeys(13)"), Staking(chain, 13));
        Assert.Equal(after.Text("OwnedHotkeys(13)"), Owned(chain, 13));
        Assert.Equal(after.Text("Owner(1)"), OwnerOf(chain, Account.Hotkey(1)));
        Assert.Equal(
            ExampleValue.Coldkey(after.Text("SubnetOwner(1)")), chain.Subnets.Owner(One));
        Assert.Equal(
            U64F64.Zero,
            chain.Stakes.SharesIfStored(Account.Hotkey(1), Account.Coldkey(13), new(2)));
        Assert.Null(chain.Stakes.SharesIfStored(Account.Hotkey(1), Account.Coldkey(11), One));
    }

    private static Chain World(JsonElement given)
    {
        Chain chain = StakingExamples.World(given.GetProperty("world"));
        foreach (JsonProperty owner in
            given.GetProperty("world").GetProperty("Owner").EnumerateObject())
        {
            object[] list = [ExampleValue.Hotkey(owner.Name)];
            chain.Put("OwnedHotkeys", list, ExampleValue.Coldkey(owner.Value.ToString()));
            chain.Put("StakingHotkeys", list, ExampleValue.Coldkey(owner.Value.ToString()));
        }

        foreach (JsonElement call in given.Rows("prior_calls"))
        {
            string[] words = call.ToString().Split(' ');
            words[^1] = decimal
                .Parse(words[^1], NumberStyles.Float, CultureInfo.InvariantCulture)
                .ToString("0", CultureInfo.InvariantCulture);
            Assert.Equal("ok", ExampleCall.Run(chain, string.Join(' ', words)));
        }

        StakingExamples.Check(chain, given.GetProperty("state_before"));
        chain.Events.IsKept = true;
        return chain;
    }

    private static void SharePoolOf(Chain chain, Hotkey hotkey, JsonElement after)
    {
        Runtime.Staking.SharePool pool = chain.Stakes.PoolOf(hotkey, One);
        Assert.Equal(after.U64("TotalHotkeyAlpha(9,1)"), pool.Value.Rao);
        Assert.Equal(after.Number("TotalHotkeyShares_raw(9,1)"), pool.Denominator.Bits);
    }

    private static void CheckShares(Chain chain, JsonElement shares)
    {
        foreach (JsonProperty share in shares.EnumerateObject())
        {
            string[] keys = share.Name.Split('/');
            U64F64 found = chain.Stakes.SharesOf(
                ExampleValue.Hotkey(keys[0]), ExampleValue.Coldkey(keys[1]),
                ExampleValue.NetUid(keys[2]));
            Assert.Equal(share.Value.Number(), found.Bits);
        }
    }

    private static void CheckEvents(Chain chain, JsonElement after) => Assert.Equal(
        after.Rows("events").Select(static happened => happened.ToString()),
        ExampleEvent.TextsOf(chain));

    private static string OwnerOf(Chain chain, Hotkey hotkey) =>
        $"{Word(chain.Stakes.Exists(hotkey))} {Number(chain.Stakes.OwnerOf(hotkey).Account)}";

    private static string Staking(Chain chain, ulong coldkey) =>
        Join(chain.Stakes.StakingHotkeysOf(Account.Coldkey(coldkey)));

    private static string Owned(Chain chain, ulong coldkey) =>
        Join(chain.Stakes.OwnedHotkeysOf(Account.Coldkey(coldkey)));

    private static string Join(IEnumerable<Hotkey> hotkeys) =>
        string.Join(',', hotkeys.Select(static hotkey => Number(hotkey.Account)));

    public static string Number(AccountId account) => ExampleEvent.Number(account);

    private static string Word(bool value) => value ? "true" : "false";
}
