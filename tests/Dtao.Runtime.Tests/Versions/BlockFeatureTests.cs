using Dtao.Numerics;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Pools;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Staking;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Versions;

/// <summary>Each feature of a version inside the block step, at its one place.</summary>
public class BlockFeatureTests
{
    private static readonly NetUid One = new(1);
    private static readonly I96F32 Tenth = I96F32.FromBits(429_496_730);

    [Theory]
    [InlineData(MovingPriceRule.Uncapped, 1_288_490_190)]
    [InlineData(MovingPriceRule.Capped, 429_496_730)]
    [InlineData(MovingPriceRule.CappedWithAgeRamp, 214_748_365)]
    public void The_moving_price_follows_a_price_of_three_as_the_version_says(
        MovingPriceRule rule, long expected)
    {
        Price three = Price.FromValue(I96F32.FromInteger(3UL));

        Price next = MovingPrice.Next(rule, Tenth, MovingPrice.HalfTime, three, Price.Zero);

        Assert.Equal(expected, next.Value.Bits);
    }

    [Theory]
    [InlineData(EmissionGate.BurnClosedAndWorkOpen, false, true, false)]
    [InlineData(EmissionGate.BurnClosedAndWorkOpen, false, false, true)]
    [InlineData(EmissionGate.BothClosed, false, true, true)]
    [InlineData(EmissionGate.BothClosed, false, false, false)]
    [InlineData(EmissionGate.BurnClosedAndWorkOpen, true, false, true)]
    [InlineData(EmissionGate.BurnClosedAndWorkOpen, true, true, true)]
    [InlineData(EmissionGate.BothClosed, true, false, true)]
    [InlineData(EmissionGate.BothClosed, true, true, true)]
    public void Closed_registrations_stop_the_tao_as_the_version_says_and_never_the_alpha(
        EmissionGate gate, bool burnIsOpen, bool workIsOpen, bool emits)
    {
        Chain chain = World(Specs.Latest with { EmissionGate = gate });
        chain.Put("NetworkRegistrationAllowed", burnIsOpen, One);
        chain.Put("NetworkPowRegistrationAllowed", workIsOpen, One);

        BlockExecutor.RunBlock(chain);

        Assert.Equal(emits ? 1_000_000_000UL : 0, chain.Emission.TaoIn(One).Rao);
        Assert.Equal(1_000_000_000UL, chain.Emission.AlphaIn(One).Rao);
        Assert.Equal(emits ? 1_000_000_000UL : 0, chain.Issuance.Total.Rao - Tao.Whole(100).Rao);
    }

    [Theory]
    [InlineData(ChildActivation.EveryBlock, 1)]
    [InlineData(ChildActivation.AtEpoch, 0)]
    public void Ripe_children_become_active_as_the_version_says(
        ChildActivation activation, int children)
    {
        Chain chain = World(Specs.Latest with { ChildActivation = activation });
        Hotkey parent = Account.Hotkey(5);
        chain.Delegation.Schedule(parent, One, new([new(7, Account.Hotkey(6))], new(3)));

        BlockExecutor.RunBlock(chain);

        Assert.False(chain.EpochIsDue(One));
        Assert.Equal(children, chain.Delegation.ChildrenOf(parent, One).Count);
        while (!chain.EpochIsDue(One))
        {
            BlockExecutor.RunBlock(chain);
        }

        Assert.Single(chain.Delegation.ChildrenOf(parent, One));
    }

    [Theory]
    [InlineData(PruningProtection.HotkeysOfOwner, 2)]
    [InlineData(PruningProtection.OwnerHotkey, 1)]
    public void Who_cannot_be_pruned_is_as_the_version_says(
        PruningProtection protection, ushort chosen)
    {
        Chain chain = World(Specs.Latest with { PruningProtection = protection });
        chain.Put("SubnetOwner", Account.Coldkey(11), One);
        chain.Put("SubnetOwnerHotkey", Account.Hotkey(1), One);
        for (ulong hotkey = 1; hotkey <= 3; hotkey++)
        {
            chain.Put("Owner", hotkey <= 2 ? 11 : 12, Account.Hotkey(hotkey));
            chain.Neurons.Append(One, Account.Hotkey(hotkey), new(hotkey));
        }

        chain.Put("ImmunityPeriod", 0, One);

        Assert.Equal(chosen, Seating.ChooseForPruning(chain, One).Value);
    }

    [Theory]
    [InlineData(true, 1_000_000_000)]
    [InlineData(false, 500_000_000)]
    public void The_root_part_of_a_dividend_is_paid_in_alpha_too_where_the_version_says_so(
        bool twice, ulong alpha)
    {
        Chain chain = World(Specs.Latest with { PaysRootDividendsTwice = twice });
        Hotkey hotkey = Account.Hotkey(1);
        chain.Put("TaoWeight", ulong.MaxValue);
        chain.Put("Owner", Account.Coldkey(11), hotkey);
        chain.Put("Keys", hotkey, One, 0);
        chain.Stakes.AddShares(hotkey, Account.Coldkey(11), One, Alpha.Whole(2));
        chain.Stakes.AddShares(hotkey, Account.Coldkey(11), NetUid.Root, Alpha.Whole(2));
        EpochOutput found = new(1);
        found.ValidatorEmission[0] = 1_000_000_000;

        chain.Distribution.Pay(
            chain, One, found,
            new PendingEmission(Alpha.Whole(1), Tao.FromRao(300), Alpha.Zero, Alpha.Zero));

        Assert.Equal(
            alpha, chain.Stakes.StakeOf(hotkey, One).Rao - Alpha.Whole(2).Rao, tolerance: 1);
        Assert.Equal(
            300UL, chain.Stakes.StakeOf(hotkey, NetUid.Root).Rao - Alpha.Whole(2).Rao,
            tolerance: 1);
    }

    [Theory]
    [InlineData(SharePoolRule.First, 777 + 100)]
    [InlineData(SharePoolRule.WholeRemovals, 100)]
    public void Value_without_shares_counts_as_shares_of_the_first_holder_or_not(
        SharePoolRule rule, ulong shares)
    {
        SharePool pool = new(rule, Alpha.FromRao(777), U64F64.Zero);

        SharePool after = pool.Change(U64F64.Zero, 100, out U64F64 own, out long actual);

        Assert.Equal(U64F64.FromInteger(shares), own);
        Assert.Equal(U64F64.FromInteger(shares), after.Denominator);
        Assert.Equal(877UL, after.Value.Rao);
        Assert.Equal(100, actual);
    }

    [Theory]
    [InlineData(SharePoolRule.First, 1)]
    [InlineData(SharePoolRule.WholeRemovals, 0)]
    public void A_tiny_remainder_stays_or_goes_with_the_withdrawal(
        SharePoolRule rule, ulong remainder)
    {
        U64F64 shares = U64F64.FromInteger(1_000_000UL);
        SharePool pool = new(rule, Alpha.FromRao(2_000_000), shares.SaturatingAdd(shares));

        SharePool after = pool.Change(shares, -999_999, out U64F64 own, out _);

        Assert.Equal(remainder, after.ValueOf(own).Rao);
    }

    private static Chain World(RuntimeSpec spec) => new ChainBuilder(spec)
        .AtBlock(10)
        .WithRoot(Tao.Zero)
        .WithSubnet(1, Tao.Whole(100), Alpha.Whole(100), Alpha.Whole(100))
        .With("SubnetMovingPrice", 1L << 32, One)
        .With("TaoWeight", 0)
        .With("Tempo", 20, One)
        .Build();
}
