using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Staking;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>The last value on either side of what stake operations do besides refusing.</summary>
public class StakeBoundaryTests
{
    private static readonly NetUid Stable = new(4);
    private static readonly NetUid Other = new(5);
    private static readonly Hotkey Hotkey = Actor.Bob.Hotkey;
    private static readonly Coldkey Alice = Actor.Alice.Coldkey;

    [Theory]
    [InlineData(500_001, "Ok")]
    [InlineData(500_000, "AmountTooLow")]
    public void Unstaking_and_moving_need_more_than_half_a_million_rao(
        ulong amount, string expected)
    {
        Chain chain = World().WithStake(Hotkey, Alice, 4, Alpha.FromRao(amount)).Build();
        Chain other = chain.Branch();
        Alpha all = Alpha.FromRao(amount);

        Assert.Equal(
            expected, chain.Dispatch(
                new RemoveStake(Hotkey, Stable, all), Alice.Account).ToString());
        Assert.Equal(
            expected,
            other.Dispatch(new SwapStake(Hotkey, Stable, Other, all), Alice.Account).ToString());
    }

    [Theory]
    [InlineData(550_000, 500_000)]
    [InlineData(549_999, 0)]
    public void A_move_needs_525_000_rao_after_its_first_fee_or_its_tao_is_gone(
        ulong amount, ulong arrived)
    {
        Chain chain = World().WithStake(Hotkey, Alice, 4, Alpha.FromRao(amount)).Build();

        DispatchResult result = chain.Dispatch(
            new SwapStake(Hotkey, Stable, Other, Alpha.FromRao(amount)), Alice.Account);

        Assert.True(result.IsOk);
        Assert.Equal(Alpha.Zero, chain.Stakes.StakeOf(Hotkey, Alice, Stable));
        Assert.Equal(arrived, chain.Stakes.StakeOf(Hotkey, Alice, Other).Rao);
    }

    [Theory]
    [InlineData(1_000_000, 1_000_000)]
    [InlineData(999_999, 0)]
    public void A_nomination_below_the_minimum_is_swept_without_a_fee(ulong rest, ulong stays)
    {
        Chain chain = World()
            .With("NominatorMinRequiredStake", 1_000_000)
            .WithStake(Hotkey, Alice, 4, Alpha.FromRao(10_000_000 + rest))
            .Build();

        chain.Dispatch(
            new RemoveStake(Hotkey, Stable, Alpha.FromRao(10_000_000)), Alice.Account);

        Assert.Equal(stays, chain.Stakes.StakeOf(Hotkey, Alice, Stable).Rao);
        Assert.Equal(10_000_000 - 50_000 + rest - stays, chain.Balances.Free(Alice).Rao);
    }

    [Fact]
    public void The_owner_s_own_stake_is_never_swept()
    {
        Coldkey owner = Actor.Bob.Coldkey;
        Chain chain = World()
            .With("NominatorMinRequiredStake", 1_000_000)
            .WithStake(Hotkey, owner, 4, Alpha.FromRao(10_500_000))
            .Build();

        chain.Dispatch(new RemoveStake(Hotkey, Stable, Alpha.FromRao(10_000_000)), owner.Account);

        Assert.Equal(500_000UL, chain.Stakes.StakeOf(Hotkey, owner, Stable).Rao);
    }

    [Theory]
    [InlineData(1_000_000, 1)]
    [InlineData(999_999, 0)]
    public void Scheduled_children_are_withdrawn_below_the_threshold(ulong rest, int pending)
    {
        Chain chain = World()
            .With("StakeThreshold", 1_000_000)
            .WithStake(Hotkey, Alice, 4, Alpha.FromRao(10_000_000 + rest))
            .Build();
        chain.Delegation.Schedule(Hotkey, Other, new([new(1, Account.Hotkey(9))], new(5_000)));

        chain.Dispatch(
            new RemoveStake(Hotkey, Stable, Alpha.FromRao(10_000_000)), Alice.Account);

        Assert.Equal(pending, chain.Item("PendingChildKeys").Entries().Count());
    }

    [Fact]
    public void Staking_the_whole_balance_leaves_the_existential_deposit()
    {
        Chain chain = World().WithBalance(Alice, Tao.Whole(1)).Build();

        DispatchResult result = chain.Dispatch(
            new AddStake(Hotkey, Stable, Tao.Whole(1)), Alice.Account);

        Assert.True(result.IsOk);
        Assert.Equal(BalanceLedger.ExistentialDeposit, chain.Balances.Free(Alice));
        Assert.Equal(
            Tao.Whole(1).Rao - 500 - 50_000, chain.Stakes.StakeOf(Hotkey, Alice, Stable).Rao);
    }

    [Theory]
    [InlineData(50_500, 500)]
    [InlineData(50_499, 0)]
    public void Less_than_the_existential_deposit_reaches_no_new_account(
        ulong stake, ulong balance)
    {
        Chain chain = World().WithStake(Hotkey, Alice, 4, Alpha.FromRao(stake)).Build();
        Tao before = chain.Balances.TotalIssuance;

        chain.Dispatch(new UnstakeAll(Hotkey), Alice.Account);

        Assert.Equal(balance, chain.Balances.Free(Alice).Rao);
        Assert.Equal(balance, (chain.Balances.TotalIssuance - before).Rao);
    }

    private static ChainBuilder World() => new ChainBuilder()
        .AtBlock(1_000)
        .WithSubnet(4, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(1_000))
        .WithSubnet(5, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(1_000))
        .With("SubnetMechanism", 0, 4)
        .With("SubnetMechanism", 0, 5)
        .WithOwner(Hotkey, Actor.Bob.Coldkey);
}
