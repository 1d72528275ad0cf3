using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Serving;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Staking;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Versions;

/// <summary>
/// Each feature of a version at its one place: nothing else of the version differs.
/// </summary>
public class FeatureTests
{
    private static readonly NetUid One = new(1);
    private static readonly NetUid Two = new(2);
    private static readonly Coldkey Alice = Actor.Alice.Coldkey;
    private static readonly Hotkey Validator = Actor.Bob.Hotkey;

    [Theory]
    [InlineData(true, "NonAssociatedColdKey")]
    [InlineData(false, "Ok")]
    public void Moves_of_nominators_need_ownership_where_the_version_says_so(
        bool required, string expected)
    {
        Chain chain = World(Specs.Latest with { MovesRequireOwnership = required });

        DispatchResult result = chain.Dispatch(
            new SwapStake(Validator, One, Two, Alpha.Whole(1)), Alice.Account);

        Assert.Equal(expected, result.ToString());
    }

    [Theory]
    [InlineData(true, "HotKeyAccountNotExists")]
    [InlineData(false, "Ok")]
    public void Moves_need_an_existing_destination_where_the_version_says_so(
        bool required, string expected)
    {
        Chain chain = World(Specs.Latest with { MovesRequireDestination = required });

        DispatchResult result = chain.Dispatch(
            new MoveStake(Validator, Account.Hotkey(99), One, Two, Alpha.Whole(1)), Alice.Account);

        Assert.Equal(expected, result.ToString());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void The_block_of_a_stake_change_is_recorded_where_the_version_says_so(
        bool records, int entries)
    {
        Chain chain = World(Specs.Latest with { RecordsStakeBlocks = records });

        chain.Dispatch(new AddStake(Validator, One, Tao.Whole(1)), Alice.Account);

        Assert.Equal(entries, chain.Item("LastColdkeyHotkeyStakeBlock").Entries().Count());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void A_new_account_leaves_a_zero_in_the_old_stake_map_where_the_version_says_so(
        bool records, int entries)
    {
        Chain chain = new(Specs.Latest with { RecordsLegacyStake = records });

        chain.Stakes.CreateAccount(Alice, Account.Hotkey(99));

        Assert.Equal(entries, chain.Stakes.LegacyStakes().Count);
    }

    [Theory]
    [InlineData(true, "InsufficientLiquidity")]
    [InlineData(false, "Ok")]
    public void A_deposit_without_shares_is_refused_where_the_version_says_so(
        bool checks, string expected)
    {
        Chain chain = World(Specs.Latest with { ChecksPrecision = checks });
        chain.Put("TotalHotkeyShares", 1, Validator, One);
        chain.Put("TotalHotkeyAlpha", 1_000_000_000_000_000_000, Validator, One);

        DispatchResult result = chain.Dispatch(
            new AddStake(Validator, One, Tao.Whole(1)), Alice.Account);

        Assert.Equal(expected, result.ToString());
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void The_remainder_of_a_withdrawal_is_sold_too_unless_selling_comes_first(
        bool sellsFirst, int extra)
    {
        Chain chain = World(Specs.Latest with { SellsBeforeUnstaking = sellsFirst });
        Alpha before = chain.Pools.AlphaReserve(One);
        Alpha asked = Alpha.FromRao(Alpha.Whole(10).Rao - 1);

        chain.Dispatch(new RemoveStake(Validator, One, asked), Alice.Account);

        Alpha sold = chain.Pools.AlphaReserve(One) - before;
        Assert.Equal(asked.Rao + (ulong)extra, sold.Rao);
        Assert.Equal(Alpha.Zero, chain.Stakes.StakeOf(Validator, Alice, One));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_stranger_s_limited_stake_makes_a_delegate_where_the_version_says_so(
        bool makes, bool isDelegate)
    {
        Chain chain = World(Specs.Latest with { StrangersMakeDelegates = makes });

        chain.Dispatch(
            new AddStakeLimit(Validator, One, Tao.Whole(1), ulong.MaxValue, AllowPartial: false),
            Alice.Account);

        Assert.Equal(isDelegate, chain.Delegation.IsDelegate(Validator));
    }

    [Theory]
    [InlineData(true, 2, 1)]
    [InlineData(false, 12, 0)]
    public void The_clock_of_takes_hangs_on_the_hotkey_or_on_the_coldkey(
        bool byHotkey, int clock, int entriesAfterDecrease)
    {
        Chain chain = World(Specs.Latest with { LimitsTakesByHotkey = byHotkey });

        chain.Dispatch(new DecreaseTake(Validator, 10), Actor.Bob.Coldkey.Account);
        int entries = chain.Item("LastTxBlockDelegateTake").Entries().Count();
        chain.Erase("LastTxBlockDelegateTake", Account.Of(2));
        chain.Dispatch(new IncreaseTake(Validator, 20), Actor.Bob.Coldkey.Account);

        Assert.Equal(entriesAfterDecrease, entries);
        Assert.Equal(
            WireValue.Encode("u64", chain.Block),
            chain.Read("LastTxBlockDelegateTake", Account.Of((ulong)clock)));
    }

    [Theory]
    [InlineData(true, "Ok")]
    [InlineData(false, "NotEnoughStakeToSetChildkeys")]
    public void The_owner_s_hotkey_needs_no_stake_for_children_where_the_version_says_so(
        bool free, string expected)
    {
        Chain chain = World(Specs.Latest with { OwnerSetsChildrenFreely = free });
        chain.Put("StakeThreshold", ulong.MaxValue);
        chain.Put("SubnetOwnerHotkey", Validator, One);

        DispatchResult result = chain.Dispatch(
            new SetChildren(Validator, One, [new(1, Account.Hotkey(50))]),
            Actor.Bob.Coldkey.Account);

        Assert.Equal(expected, result.ToString());
    }

    [Theory]
    [InlineData(1, 1_001)]
    [InlineData(7_200, 8_200)]
    public void Children_cool_down_as_long_as_the_version_says(ulong cooldown, ulong block)
    {
        Chain chain = World(Specs.Latest with { ChildCooldown = cooldown });

        chain.Dispatch(
            new SetChildren(Validator, One, [new(1, Account.Hotkey(50))]),
            Actor.Bob.Coldkey.Account);

        chain.Delegation.ActivateChildren(One, new(block));
        Assert.Empty(chain.Delegation.ChildrenOf(Validator, One));
        chain.Delegation.ActivateChildren(One, new(block + 1));
        Assert.Single(chain.Delegation.ChildrenOf(Validator, One));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(360)]
    public void A_subnet_without_tempo_has_the_version_s(ushort tempo)
    {
        Chain chain = new(Specs.Latest with { DefaultTempo = tempo });

        Assert.Equal(tempo, chain.Subnets.Tempo(One));
        chain.Put("Tempo", 7, One);
        Assert.Equal(7, chain.Subnets.Tempo(One));
    }

    [Theory]
    [InlineData(true, 99)]
    [InlineData(false, 2)]
    public void The_owner_cut_goes_to_the_new_hotkey_where_the_version_says_so(
        bool follows, ulong owner)
    {
        Chain chain = World(Specs.Latest with { OwnerCutFollowsHotkey = follows });
        chain.Put("SubnetOwnerHotkey", Validator, One);
        chain.Deposit(Actor.Bob.Coldkey, Tao.Whole(1));

        DispatchResult result = chain.Dispatch(
            new SwapHotkey(Validator, Account.Hotkey(99)), Actor.Bob.Coldkey.Account);

        Assert.True(result.IsOk, result.ToString());
        Assert.Equal(Account.Hotkey(owner), chain.Subnets.OwnerHotkey(One));
    }

    [Theory]
    [InlineData(true, "HotKeyNotRegisteredInNetwork")]
    [InlineData(false, "InvalidIpType")]
    public void Announcing_measurements_looks_first_at_what_the_version_says(
        bool neuronFirst, string expected)
    {
        Chain chain = World(Specs.Latest with { PrometheusNeedsNeuronFirst = neuronFirst });

        DispatchResult result = chain.Dispatch(
            new ServePrometheus(One, new(0, 1, 0, 0, 5)), Validator.Account);

        Assert.Equal(expected, result.ToString());
    }

    [Theory]
    [InlineData(true, 98, 12)]
    [InlineData(false, 2, 5)]
    public void A_hotkey_takes_its_entries_of_the_old_stake_map_along_where_there_is_one(
        bool records, ulong hotkey, ulong amount)
    {
        Chain chain = World(Specs.Latest with { RecordsLegacyStake = records });
        chain.Stakes.SetLegacyStake(Validator, Alice, Tao.FromRao(5));
        if (records) chain.Stakes.SetLegacyStake(Account.Hotkey(98), Alice, Tao.FromRao(7));
        chain.Deposit(Actor.Bob.Coldkey, Tao.Whole(1));

        chain.Dispatch(
            new SwapHotkey(Validator, Account.Hotkey(98)), Actor.Bob.Coldkey.Account);

        Assert.Equal(
            [((Account.Hotkey(hotkey), Alice), Tao.FromRao(amount))],
            chain.Stakes.LegacyStakes().Select(static x => (x.Key, x.Value)));
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public void A_coldkey_takes_its_entries_of_the_old_stake_map_along_where_there_is_one(
        bool records, int entries)
    {
        Chain chain = World(Specs.Latest with { RecordsLegacyStake = records });
        Hotkey idle = Account.Hotkey(50);
        chain.Put("StakingHotkeys", new object[] { Validator, idle }, Alice);
        if (records) chain.Stakes.SetLegacyStake(Validator, Alice, Tao.FromRao(5));

        chain.DispatchAs(
            Origin.Root, new SwapColdkey(Alice, Account.Coldkey(99), Tao.FromRao(1)));

        List<(Hotkey, Coldkey, ulong)> moved = [.. chain.Stakes.LegacyStakes()
            .Select(static x => (x.Key.Hotkey, x.Key.Coldkey, x.Value.Rao))];
        Assert.Equal(entries, moved.Count);
        if (!records) return;
        Assert.Contains((Validator, Account.Coldkey(99), 5UL), moved);
        Assert.Contains((idle, Account.Coldkey(99), 0UL), moved);
    }

    private static Chain World(RuntimeSpec spec) => new ChainBuilder(spec)
        .AtBlock(1_000)
        .WithRoot(Tao.Whole(1))
        .WithSubnet(1, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(1_000))
        .WithSubnet(2, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(1_000))
        .WithOwner(Validator, Actor.Bob.Coldkey)
        .WithBalance(Alice, Tao.Whole(100))
        .WithStake(Validator, Alice, 1, Alpha.Whole(10))
        .WithStake(Validator, Actor.Charlie.Coldkey, 1, Alpha.Whole(1_000))
        .Build();
}
