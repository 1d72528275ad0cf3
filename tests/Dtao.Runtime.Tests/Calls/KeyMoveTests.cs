using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Serving;
using Dtao.Runtime.State;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>What goes with a key that takes the place of another, and what stays behind.</summary>
public class KeyMoveTests
{
    private static readonly NetUid Subnet = new(1);
    private static readonly NetUid Other = new(2);
    private static readonly Actor Alice = Actor.Alice;
    private static readonly Hotkey Old = Actor.Alice.Hotkey;
    private static readonly Hotkey New = Account.Hotkey(9);
    private static readonly Coldkey NewOwner = Account.Coldkey(19);

    [Theory]
    [InlineData("Axons")]
    [InlineData("Prometheus")]
    [InlineData("NeuronCertificates")]
    [InlineData("WeightCommits")]
    [InlineData("Uids")]
    [InlineData("ChildKeys")]
    [InlineData("ParentKeys")]
    [InlineData("PendingChildKeys")]
    public void What_is_stored_for_a_hotkey_on_its_subnet_goes_with_it(string item)
    {
        Chain chain = World();
        bool isHotkeyFirst = item is "ChildKeys" or "ParentKeys";
        byte[]? Read(Hotkey hotkey) => isHotkeyFirst
            ? chain.Read(item, hotkey, Subnet)
            : chain.Read(item, Subnet, hotkey);
        byte[]? before = Read(Old);
        byte[]? nothing = Read(Account.Hotkey(99));

        Swap(chain);

        Assert.NotEqual(nothing, before);
        Assert.Equal(before, Read(New));
        Assert.Equal(nothing, Read(Old));
    }

    [Fact]
    public void An_endpoint_on_a_subnet_without_the_hotkey_stays_behind()
    {
        Chain chain = World();
        chain.Serving.Announce(Other, Old, new Axon { Block = 5 });
        byte[]? before = chain.Read("Axons", Other, Old);

        Swap(chain);

        Assert.NotNull(before);
        Assert.Equal(before, chain.Read("Axons", Other, Old));
        Assert.Equal(
            chain.Read("Axons", Other, Account.Hotkey(99)), chain.Read("Axons", Other, New));
    }

    [Theory]
    [InlineData("ChildkeyTake")]
    [InlineData("TransactionKeyLastBlock")]
    [InlineData("LastColdkeyHotkeyStakeBlock")]
    public void What_the_chain_forgets_to_move_stays_behind(string item)
    {
        Chain chain = World();
        object[] Keys(Hotkey hotkey) => item switch
        {
            "ChildkeyTake" => [hotkey, Subnet],
            "TransactionKeyLastBlock" => [hotkey, Subnet, 1],
            _ => [Alice.Coldkey, hotkey],
        };
        chain.Put(item, 77, Keys(Old));
        byte[]? before = chain.Read(item, Keys(Old));
        byte[]? nothing = chain.Read(item, Keys(New));

        Swap(chain);

        Assert.Equal(before, chain.Read(item, Keys(Old)));
        Assert.Equal(nothing, chain.Read(item, Keys(New)));
    }

    [Fact]
    public void Whoever_names_the_hotkey_names_the_new_one()
    {
        Chain chain = World();

        Swap(chain);

        Assert.Equal(New, chain.Neurons.KeyOf(Subnet, new(0)));
        Assert.Equal(New, chain.Subnets.OwnerHotkey(Subnet));
        Assert.Equal(Relations((3, New)), chain.Read("ParentKeys", Account.Hotkey(20), Subnet));
        Assert.Equal(Relations((4, New)), chain.Read("ChildKeys", Account.Hotkey(21), Subnet));
        Assert.Equal(
            [.. Relations((6, Account.Hotkey(24)), (5, New)), .. WireValue.Encode("u64", 20_000)],
            chain.Read("PendingChildKeys", Subnet, Account.Hotkey(22))!);
        Assert.Equal(
            Payments(New, Account.Hotkey(23)),
            Assert.Single(chain.Item("LoadedEmission").Entries()).Value);
    }

    [Fact]
    public void A_seat_that_is_already_the_new_one_s_ends_the_move_there_and_the_call_succeeds()
    {
        Chain chain = World(root: true);
        foreach (Hotkey member in (Hotkey[])[Old, New])
        {
            chain.Neurons.Append(NetUid.Root, member, new(1));
            chain.Senate.Join(chain, member);
        }

        // A member of a subnet may not be the new one, but a former one that kept its seat may.
        chain.Put("IsNetworkMember", false, New, NetUid.Root);
        byte[]? axon = chain.Read("Axons", Subnet, Old);

        Swap(chain);

        Assert.Equal([Old, New], chain.Senate.Members);
        Assert.Equal(Alice.Coldkey, chain.Stakes.OwnerOf(New));
        Assert.Equal(axon, chain.Read("Axons", Subnet, Old));
        Assert.Equal(Old, chain.Neurons.KeyOf(Subnet, new(0)));
    }

    [Fact]
    public void A_coldkey_takes_identity_subnets_hotkeys_and_free_balance_and_leaves_the_reserve()
    {
        Chain chain = World();
        chain.Identities.Set(
            Alice.Coldkey, new([1], [2], [3], [4], [5], [6], [7]));
        chain.Balances.Reserve(Alice.Coldkey.Account, Tao.Whole(1));
        byte[]? identity = chain.Read("IdentitiesV2", Alice.Coldkey);

        DispatchResult result = chain.DispatchAs(
            Origin.Root, new SwapColdkey(Alice.Coldkey, NewOwner, Tao.FromRao(100_000_000)));

        Assert.True(result.IsOk, result.ToString());
        Assert.Equal(identity, chain.Read("IdentitiesV2", NewOwner));
        Assert.Equal(NewOwner, chain.Subnets.Owner(Subnet));
        Assert.Equal(NewOwner, chain.Stakes.OwnerOf(Old));
        Assert.Empty(chain.Stakes.OwnedHotkeysOf(Alice.Coldkey));

        // Ten TAO, less one that is reserved, the cost, and what a reserve keeps alive.
        Assert.Equal(Tao.FromRao(8_899_999_500), chain.Balances.Free(NewOwner));
        Assert.Equal(Tao.FromRao(500), chain.Balances.Free(Alice.Coldkey));
        Assert.Equal(Tao.Whole(1), chain.Balances.Of(Alice.Coldkey.Account).Reserved);
    }

    private static void Swap(Chain chain)
    {
        DispatchResult result = chain.Dispatch(
            new SwapHotkey(Old, New), Alice.Coldkey.Account);

        Assert.True(result.IsOk, result.ToString());
    }

    private static Chain World(bool root = false)
    {
        ChainBuilder builder = new ChainBuilder().AtBlock(10_000);
        if (root) builder.WithRoot(Tao.Whole(1));
        Chain chain = builder
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .WithSubnet(2, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .With(Alice, Tao.Whole(10))
            .With("SubnetOwner", Alice.Coldkey, Subnet)
            .With("SubnetOwnerHotkey", Old, Subnet)
            .Build();
        chain.Neurons.Append(Subnet, Old, new(1));
        chain.Serving.Announce(Subnet, Old, new Axon { Block = 5 });
        chain.Serving.Announce(Subnet, Old, new PrometheusEndpoint { Block = 5 });
        Put(chain, "NeuronCertificates", KeyOf(Subnet, Old), [0x04, 0x07, 0x01]);
        chain.Commits.Keep(Subnet, Old, [new(Hash256.Zero, 900, 0, 0)]);
        Put(chain, "LoadedEmission", WireValue.Encode("u16", Subnet),
            Payments(Old, Account.Hotkey(23)));
        Relate(chain);
        return chain;
    }

    /// <summary>Old has a child and a parent, waits for a child, and is waited for.</summary>
    private static void Relate(Chain chain)
    {
        Hotkey child = Account.Hotkey(20);
        Hotkey parent = Account.Hotkey(21);
        chain.Put("ChildKeys", new object[] { (3UL, child.Account) }, Old, Subnet);
        chain.Put("ParentKeys", new object[] { (3UL, Old.Account) }, child, Subnet);
        chain.Put("ParentKeys", new object[] { (4UL, parent.Account) }, Old, Subnet);
        chain.Put("ChildKeys", new object[] { (4UL, Old.Account) }, parent, Subnet);
        chain.Delegation.Schedule(Old, Subnet, new([new(1, Account.Hotkey(25))], new(20_000)));
        chain.Delegation.Schedule(
            Account.Hotkey(22), Subnet,
            new([new(5, Old), new(6, Account.Hotkey(24))], new(20_000)));
    }

    private static byte[] Relations(params (ulong Proportion, Hotkey Hotkey)[] list) =>
        WireValue.Encode(
            "list<(u64, account)>",
            list.Select(static item => (object)(item.Proportion, item.Hotkey.Account)).ToArray());

    private static byte[] Payments(params Hotkey[] hotkeys)
    {
        ScaleWriter to = new();
        to.WriteCompact((ulong)hotkeys.Length);
        foreach (Hotkey hotkey in hotkeys)
        {
            to.WriteRaw(WireValue.Encode("account", hotkey));
            to.WriteU64(1);
            to.WriteU64(2);
        }

        return to.ToArray();
    }

    private static byte[] KeyOf(NetUid subnet, Hotkey hotkey) =>
        [.. WireValue.Encode("u16", subnet), .. WireValue.Encode("account", hotkey)];

    private static void Put(Chain chain, string name, byte[] key, byte[] value)
    {
        IStorageItem item = chain.Item(name);
        item.Put(key, value);
    }
}
