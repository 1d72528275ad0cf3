using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.State;

/// <summary>The chain's iteration orders, where a result may depend on them.</summary>
public class IterationOrderTests
{
    [Fact]
    public void Subnets_are_visited_by_the_little_endian_bytes_of_their_number()
    {
        Draws draws = Draws.For(2_201);
        Chain chain = new(Specs.Latest);
        HashSet<ushort> numbers = [0, 1, 2, 255, 256, 257, 511, 512, 513, 1_024, 4_097];
        for (int round = 0; round < 40; round++)
        {
            numbers.Add((ushort)draws.Below(2_000));
        }

        foreach (ushort number in numbers)
        {
            chain.Put("NetworksAdded", true, number);
        }

        IReadOnlyList<NetUid> order = chain.Subnets.InHashedKeyOrder();

        ushort[] expected =
        [
            .. numbers.OrderBy(static number => number & 0xFF).ThenBy(static number => number >> 8),
        ];
        Assert.Equal(expected, order.Select(static subnet => subnet.Value));
    }

    [Fact]
    public void Subnets_that_left_are_not_visited()
    {
        Chain chain = new(Specs.Latest);
        chain.Put("NetworksAdded", true, 3);
        chain.Put("NetworksAdded", true, 300);
        chain.Erase("NetworksAdded", 3);

        Assert.Equal([new NetUid(300)], chain.Subnets.InHashedKeyOrder());
    }

    [Fact]
    public void Pairs_of_hotkey_and_coldkey_are_visited_by_the_digest_and_then_the_bytes()
    {
        Draws draws = Draws.For(2_202);
        Chain chain = new(Specs.Latest);
        List<(Hotkey Hotkey, Coldkey Coldkey)> pairs = [];
        for (int round = 0; round < 200; round++)
        {
            Hotkey hotkey = Account.Hotkey((ulong)draws.Below(20));
            Coldkey coldkey = Account.Coldkey((ulong)draws.Below(1_000));
            if (pairs.Contains((hotkey, coldkey))) continue;
            pairs.Add((hotkey, coldkey));
            chain.Put("Stake", 1, hotkey, coldkey);
        }

        IEnumerable<(Hotkey, Coldkey)> order =
            chain.Stakes.LegacyStakes().Select(static entry => entry.Key);

        Assert.Equal(
            pairs.OrderBy(
                static pair => Digest(pair.Hotkey.Account) + pair.Coldkey,
                StringComparer.Ordinal),
            order);
    }

    [Fact]
    public void Parents_that_become_active_together_are_listed_by_their_digests()
    {
        Chain chain = new(Specs.Latest);
        NetUid subnet = new(1);
        Hotkey child = Account.Hotkey(100);
        Hotkey[] parents =
        [
            .. Enumerable.Range(1, 30).Select(static n => Account.Hotkey((ulong)n))
        ];
        foreach (Hotkey parent in parents)
        {
            chain.Delegation.Schedule(parent, subnet, new([new(1, child)], new(5)));
        }

        chain.Delegation.ActivateChildren(subnet, new(6));

        Assert.Equal(
            parents.OrderBy(static parent => Digest(parent.Account), StringComparer.Ordinal),
            chain.Delegation.ParentsOf(child, subnet).Select(static relation => relation.Hotkey));
    }

    [Fact]
    public void Keys_of_storage_are_those_that_clients_know()
    {
        Assert.Equal(
            "26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac",
            Convert.ToHexStringLower(StorageKey.Prefix("System", "Number")));
        Assert.Equal(
            "26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9",
            Convert.ToHexStringLower(StorageKey.Prefix("System", "Account")));
        Assert.Equal(
            "c2261276cc9d1f8598ea4b6a74b15c2f57c875e4cff74148e4628f264b974c80",
            Convert.ToHexStringLower(StorageKey.Prefix("Balances", "TotalIssuance")));
    }

    private static string Digest(AccountId account)
    {
        byte[] bytes = new byte[32];
        account.CopyTo(bytes);
        return Convert.ToHexStringLower(Blake2b.Hash128(bytes));
    }
}
