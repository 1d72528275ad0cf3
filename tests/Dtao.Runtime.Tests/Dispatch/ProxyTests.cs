using Dtao.Codec.Extrinsics;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Proxies;
using Dtao.Runtime.SystemCalls;
using Dtao.Testing;
using Xunit;
using static Dtao.Runtime.Tests.Dispatch.ExtrinsicBench;

namespace Dtao.Runtime.Tests.Dispatch;

/// <summary>Proxies: who may act, what it costs, what is announced.</summary>
public class ProxyTests
{
    private static readonly RemarkWithEvent Good = new([1, 2, 3]);
    private static readonly MultiAddress ToAlice = MultiAddress.Of(Alice);
    private static readonly MultiAddress ToBob = MultiAddress.Of(Bob);
    private static readonly Tao FirstDeposit = Tao.FromRao(93_000_000);

    [Fact]
    public void A_proxy_acts_for_the_account_that_named_it()
    {
        ExtrinsicBench bench = Simple();
        bench.Apply(Alice, new AddProxy(ToBob, ProxyType.Any, 0));

        bench.Apply(Bob, new CallAsProxy(ToAlice, Type: null, Good));

        Assert.Equal(Alice, Assert.Single(bench.Events.OfType<Remarked>()).Sender);
        Assert.Single(bench.Events.OfType<ProxyExecuted>());
        Assert.Single(bench.Events.OfType<ProxyAdded>());
    }

    [Fact]
    public void Each_proxy_reserves_its_deposit_and_gives_it_back()
    {
        Chain chain = SimpleChain();
        Tao free = chain.Balances.Free(Actor.Alice.Coldkey);

        chain.Dispatch(new AddProxy(ToBob, ProxyType.Any, 0), Alice);
        Tao one = chain.Balances.Free(Actor.Alice.Coldkey);
        chain.Dispatch(new AddProxy(ToBob, ProxyType.Staking, 0), Alice);
        Tao two = chain.Balances.Free(Actor.Alice.Coldkey);
        chain.Dispatch(new RemoveProxy(ToBob, ProxyType.Any, 0), Alice);
        Tao less = chain.Balances.Free(Actor.Alice.Coldkey);
        chain.Dispatch(new RemoveProxies(), Alice);

        Assert.Equal(FirstDeposit, free - one);
        Assert.Equal(33_000_000UL, (one - two).Rao);
        Assert.Equal(one, less);
        Assert.Equal(free, chain.Balances.Free(Actor.Alice.Coldkey));
        Assert.Empty(chain.Proxies.ProxiesOf(Alice));
    }

    [Fact]
    public void Wrong_proxies_are_refused_with_the_chain_s_errors()
    {
        Chain chain = SimpleChain();
        AddProxy add = new(ToBob, ProxyType.Any, 0);

        Assert.Equal("NoSelfProxy", Error(chain, new AddProxy(ToAlice, ProxyType.Any, 0), Alice));
        Assert.Equal("NotFound", Error(chain, new RemoveProxy(ToBob, ProxyType.Any, 0), Alice));
        Assert.Equal("NotProxy", Error(chain, new CallAsProxy(ToAlice, null, Good), Bob));
        chain.Dispatch(add, Alice);
        Assert.Equal("Duplicate", Error(chain, add, Alice));
        Assert.Equal(
            "NotProxy", Error(chain, new CallAsProxy(ToAlice, ProxyType.Owner, Good), Bob));
        for (ushort number = 1; number < ProxyLedger.MostProxies; number++)
        {
            chain.Dispatch(new AddProxy(ToBob, ProxyType.Any, number), Alice);
        }

        Assert.Equal("TooMany", Error(chain, new AddProxy(ToBob, ProxyType.Any, 99), Alice));
    }

    [Theory]
    [InlineData(ProxyType.Any, ProxyType.Any, true)]
    [InlineData(ProxyType.NonTransfer, ProxyType.Staking, true)]
    [InlineData(ProxyType.NonTransfer, ProxyType.Transfer, false)]
    [InlineData(ProxyType.NonCritical, ProxyType.Staking, false)]
    [InlineData(ProxyType.NonCritical, ProxyType.NonCritical, true)]
    public void A_proxy_gives_nobody_more_than_it_has(
        ProxyType has, ProxyType gives, bool isAllowed)
    {
        Chain chain = SimpleChain();
        chain.Dispatch(new AddProxy(ToBob, has, 0), Alice);
        AddProxy add = new(MultiAddress.Of(Account.Of(77)), gives, 0);

        chain.Dispatch(new CallAsProxy(ToAlice, Type: null, add), Bob);

        Assert.Equal(isAllowed ? 2 : 1, chain.Proxies.ProxiesOf(Alice).Count);
    }

    [Fact]
    public void A_call_outside_the_type_is_filtered_and_the_proxy_call_itself_succeeds()
    {
        ExtrinsicBench bench = Simple();
        bench.Apply(Alice, new AddProxy(ToBob, ProxyType.Staking, 0));

        bench.Apply(Bob, new CallAsProxy(ToAlice, Type: null, Good));

        ProxyExecuted done = Assert.Single(bench.Events.OfType<ProxyExecuted>());
        Assert.Equal(nameof(SystemError.CallFiltered), done.Result.Failure?.Name);
    }

    [Fact]
    public void A_delayed_proxy_announces_waits_and_acts()
    {
        Chain chain = SimpleChain();
        Hash256 hash = Hash256.FromBytes(Blake2b.Hash256(CallTable.Encode(Good)));
        CallAnnounced act = new(ToBob, ToAlice, Type: null, Good);
        chain.Dispatch(new AddProxy(ToBob, ProxyType.Any, 10), Alice);
        Tao free = chain.Balances.Free(Actor.Bob.Coldkey);

        Assert.Equal("Unannounced", Error(chain, new CallAsProxy(ToAlice, null, Good), Bob));
        chain.Dispatch(new Announce(ToAlice, hash), Bob);
        Assert.Equal(104_000_000UL, (free - chain.Balances.Free(Actor.Bob.Coldkey)).Rao);
        chain.SetBlock(new(109));
        Assert.Equal("Unannounced", Error(chain, act, Bob));
        chain.SetBlock(new(110));
        Assert.True(chain.Dispatch(act, Bob).IsOk);
        Assert.Equal(free, chain.Balances.Free(Actor.Bob.Coldkey));
    }

    [Fact]
    public void An_announcement_is_taken_back_or_refused()
    {
        Chain chain = SimpleChain();
        Hash256 hash = default;
        chain.Dispatch(new AddProxy(ToBob, ProxyType.Any, 10), Alice);

        Assert.Equal("NotFound", Error(chain, new RemoveAnnouncement(ToAlice, hash), Bob));
        chain.Dispatch(new Announce(ToAlice, hash), Bob);
        Assert.True(chain.Dispatch(new RemoveAnnouncement(ToAlice, hash), Bob).IsOk);
        chain.Dispatch(new Announce(ToAlice, hash), Bob);
        Assert.True(chain.Dispatch(new RejectAnnouncement(ToBob, hash), Alice).IsOk);
        Assert.Empty(chain.Proxies.AnnouncedBy(Bob));
    }

    [Fact]
    public void An_account_without_key_acts_through_its_maker_and_is_given_up_by_itself()
    {
        Chain chain = SimpleChain();
        AccountId pure = ProxyLedger.PureAccount(Alice, ProxyType.Any, 1, 100, 0);
        KillPure kill = new(ToAlice, ProxyType.Any, 1, 100, 0);
        Tao free = chain.Balances.Free(Actor.Alice.Coldkey);

        Assert.True(chain.Dispatch(new CreatePure(ProxyType.Any, 0, 1), Alice).IsOk);
        Assert.Equal("Duplicate", Error(chain, new CreatePure(ProxyType.Any, 0, 1), Alice));
        Assert.Equal("NoPermission", Error(chain, kill, Alice));
        Assert.Equal(FirstDeposit, free - chain.Balances.Free(Actor.Alice.Coldkey));
        chain.Dispatch(new CallAsProxy(MultiAddress.Of(pure), Type: null, kill), Alice);
        Assert.Equal(free, chain.Balances.Free(Actor.Alice.Coldkey));
        Assert.Empty(chain.Proxies.ProxiesOf(pure));
    }

    private static string? Error(Chain chain, ICall call, AccountId signer)
    {
        byte[] before = chain.State.Hash();
        DispatchResult result = chain.Dispatch(call, signer);
        Assert.Equal(before, chain.State.Hash());
        return result.Failure?.Name;
    }
}
