using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Staking;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Accounts;

/// <summary>Accounts that pay, receive, come into being and vanish.</summary>
public class TransferTests
{
    private static readonly AccountId Payer = Account.Of(11);
    private static readonly AccountId Payee = Account.Of(12);

    [Fact]
    public void A_transfer_to_a_new_account_tells_its_birth_before_the_transfer()
    {
        Chain chain = World(10_000);

        DispatchResult result = chain.Dispatch(Transfer(4_000), Payer);

        Assert.Equal(DispatchResult.Ok, result);
        Assert.Equal(
            [
                new NewAccount(Payee),
                new Endowed(Payee, Tao.FromRao(4_000)),
                new Transfer(Payer, Payee, Tao.FromRao(4_000)),
            ],
            EventsOf(chain));
        Assert.Equal(Tao.FromRao(6_000), chain.Balances.Of(Payer).Free);
    }

    [Fact]
    public void A_payer_left_with_dust_dies_and_the_dust_is_destroyed()
    {
        Chain chain = World(10_000);
        Tao supply = chain.Issuance.Total;

        DispatchResult result = chain.Dispatch(Transfer(9_501), Payer);

        Assert.Equal(DispatchResult.Ok, result);
        Assert.Equal(
            [
                new KilledAccount(Payer),
                new DustLost(Payer, Tao.FromRao(499)),
                new NewAccount(Payee),
                new Endowed(Payee, Tao.FromRao(9_501)),
                new Transfer(Payer, Payee, Tao.FromRao(9_501)),
            ],
            EventsOf(chain));
        Assert.Equal(AccountBalance.None, chain.Balances.Of(Payer));
        Assert.Equal(Tao.FromRao(9_501), chain.Balances.TotalIssuance);
        Assert.Equal(supply, chain.Issuance.Total);
    }

    [Fact]
    public void Everything_can_be_sent_and_the_last_five_hundred_rao_only_without_keeping_alive()
    {
        Chain keeping = World(10_000);
        Chain dying = World(10_000);

        keeping.Dispatch(new TransferAll(MultiAddress.Of(Payee), KeepAlive: true), Payer);
        dying.Dispatch(new TransferAll(MultiAddress.Of(Payee), KeepAlive: false), Payer);

        Assert.Equal(Tao.FromRao(500), keeping.Balances.Of(Payer).Free);
        Assert.Equal(Tao.FromRao(9_500), keeping.Balances.Of(Payee).Free);
        Assert.Equal(Tao.FromRao(10_000), dying.Balances.Of(Payee).Free);
        Assert.Equal(Tao.FromRao(10_000), dying.Balances.TotalIssuance);
    }

    [Fact]
    public void Every_failure_of_a_transfer_has_the_name_of_the_chain_and_changes_nothing()
    {
        Chain rich = World(10_000);
        rich.Deposit(Account.Coldkey(13), Tao.Whole(1));
        Refuses(rich, Transfer(10_001), "FundsUnavailable");
        Refuses(World(10_000), Transfer(10_001), "Underflow");
        Refuses(World(10_000), Transfer(499), "BelowMinimum");
        Refuses(
            World(10_000), new TransferKeepAlive(MultiAddress.Of(Payee), Tao.FromRao(9_501)),
            "NotExpendable");
        Refuses(
            World(10_000),
            new TransferAllowDeath(
                MultiAddress.Of(MultiAddressKind.Raw, [1]), Tao.FromRao(1_000)),
            "CannotLookup");
        Refuses(World(10_000), new Burn(Tao.FromRao(9_501), KeepAlive: true), "FundsUnavailable");
        Refuses(
            World(10_000), new ForceSetBalance(MultiAddress.Of(Payee), Tao.FromRao(1_000)),
            "BadOrigin");
    }

    [Fact]
    public void A_reserve_keeps_the_account_and_is_freed_by_root()
    {
        Chain chain = World(10_000);
        chain.Balances.Reserve(Payer, Tao.FromRao(4_000));

        Refuses(
            chain, new TransferAllowDeath(MultiAddress.Of(Payee), Tao.FromRao(6_000)), "Frozen");
        DispatchResult freed = chain.DispatchAs(
            Origin.Root, new ForceUnreserve(MultiAddress.Of(Payer), Tao.FromRao(9_999)));

        Assert.Equal(DispatchResult.Ok, freed);
        Assert.Equal(new Unreserved(Payer, Tao.FromRao(4_000)), EventsOf(chain)[^1]);
        Assert.Equal(Tao.FromRao(10_000), chain.Balances.Of(Payer).Free);
        Assert.Equal(0u, chain.Balances.Of(Payer).Consumers);
    }

    [Fact]
    public void Root_sets_balances_and_the_sum_follows_while_the_economy_does_not_notice()
    {
        Chain chain = World(10_000);
        Tao supply = chain.Issuance.Total;

        Assert.True(chain.DispatchAs(
            Origin.Root,
            new ForceSetBalance(MultiAddress.Of(Payee), Tao.FromRao(700))).IsOk);
        Assert.True(chain.DispatchAs(
            Origin.Root,
            new ForceSetBalance(MultiAddress.Of(Payer), Tao.FromRao(499))).IsOk);
        Assert.True(chain.DispatchAs(
            Origin.Root, new ForceAdjustTotalIssuance(true, Tao.FromRao(1))).IsOk);

        Assert.Equal(Tao.FromRao(700), chain.Balances.Of(Payee).Free);
        Assert.Equal(AccountBalance.None, chain.Balances.Of(Payer));
        Assert.Equal(Tao.FromRao(701), chain.Balances.TotalIssuance);
        Assert.Equal(supply, chain.Issuance.Total);
        Assert.Equal(
            "DeltaZero",
            chain.DispatchAs(
                Origin.Root, new ForceAdjustTotalIssuance(true, Tao.Zero)).ToString());
    }

    [Fact]
    public void Burning_lowers_the_sum_of_balances_only()
    {
        Chain chain = World(10_000);
        Tao supply = chain.Issuance.Total;

        DispatchResult result = chain.Dispatch(new Burn(Tao.FromRao(2_000), false), Payer);

        Assert.Equal(DispatchResult.Ok, result);
        Assert.Equal([new Burned(Payer, Tao.FromRao(2_000))], EventsOf(chain));
        Assert.Equal(Tao.FromRao(8_000), chain.Balances.TotalIssuance);
        Assert.Equal(supply, chain.Issuance.Total);
    }

    [Fact]
    public void What_the_sum_of_balances_does_not_hold_can_be_neither_burned_nor_staked()
    {
        Chain chain = new ChainBuilder()
            .WithBalance(new(Payer), Tao.Whole(10))
            .WithSubnet(1, Tao.Whole(100), Alpha.Whole(100), Alpha.Whole(100))
            .WithOwner(Account.Hotkey(1), new(Payer))
            .Build();
        chain.Events.IsKept = true;
        chain.DispatchAs(
            Origin.Root, new ForceAdjustTotalIssuance(false, Tao.FromRao(ulong.MaxValue)));
        chain.DispatchAs(Origin.Root, new ForceAdjustTotalIssuance(true, Tao.Whole(2)));
        Tao above = Tao.Whole(2) + Tao.FromRao(1);

        Refuses(chain, new Burn(above, KeepAlive: false), "Overflow");
        Refuses(
            chain, new AddStake(Account.Hotkey(1), new(1), above), "NotEnoughBalanceToStake");
        DispatchResult burned = chain.Dispatch(new Burn(Tao.Whole(2), KeepAlive: false), Payer);

        Assert.Equal(DispatchResult.Ok, burned);
        Assert.Equal(Tao.Zero, chain.Balances.TotalIssuance);
        Assert.Equal(Tao.Whole(8), chain.Balances.Of(Payer).Free);
    }

    [Fact]
    public void The_sum_of_balances_stops_at_both_ends_of_its_range()
    {
        Chain chain = World(10_000);

        chain.DispatchAs(
            Origin.Root,
            new ForceSetBalance(MultiAddress.Of(Payee), Tao.FromRao(ulong.MaxValue)));
        Tao most = chain.Balances.TotalIssuance;
        chain.DispatchAs(
            Origin.Root, new ForceAdjustTotalIssuance(false, Tao.FromRao(ulong.MaxValue - 7)));
        chain.DispatchAs(Origin.Root, new ForceSetBalance(MultiAddress.Of(Payer), Tao.Zero));

        Assert.Equal(Tao.FromRao(ulong.MaxValue), most);
        Assert.Equal(Tao.Zero, chain.Balances.TotalIssuance);
        Assert.Equal(Tao.FromRao(ulong.MaxValue), chain.Balances.Of(Payee).Free);
    }

    private static TransferAllowDeath Transfer(ulong rao) =>
        new(MultiAddress.Of(Payee), Tao.FromRao(rao));

    private static Chain World(ulong balance)
    {
        Chain chain = new ChainBuilder()
            .WithBalance(new(Payer), Tao.FromRao(balance))
            .Build();
        chain.Events.IsKept = true;
        return chain;
    }

    private static List<IChainEvent> EventsOf(Chain chain) =>
        [.. chain.Events.Records.Select(static record => record.Event)];

    private static void Refuses(Chain chain, ICall call, string error)
    {
        string before = chain.HashText();
        int told = chain.Events.Records.Count;

        DispatchResult result = chain.Dispatch(call, Payer);

        Assert.Equal(error, result.ToString());
        Assert.Equal(before, chain.HashText());
        Assert.Equal(told, chain.Events.Records.Count);
    }
}
