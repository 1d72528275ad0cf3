using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.State;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Blocks;

/// <summary>The order of the block step where it shows, and what a block leaves behind.</summary>
public class BlockStepTests
{
    private static readonly NetUid One = new(1);
    private static readonly NetUid Two = new(2);

    [Fact]
    public void Registrations_are_counted_anew_in_every_block_and_adjusted_after_the_interval()
    {
        Chain chain = World();
        chain.Put("AdjustmentInterval", 3, One);
        chain.Put("AdjustmentAlpha", 0, One);
        chain.Put("LastAdjustmentBlock", 10, One);
        chain.Put("RegistrationsThisInterval", 3, One);
        chain.Put("RegistrationsThisBlock", 1, One);
        Tao before = chain.Registration.Burn(One);

        BlockExecutor.RunBlock(chain);
        BlockExecutor.RunBlock(chain);

        Assert.False(chain.Registration.BlockIsFull(One));
        Assert.Equal(before, chain.Registration.Burn(One));
        BlockExecutor.RunBlock(chain);
        Assert.Equal(before.Rao * 2, chain.Registration.Burn(One).Rao);
        Assert.False(chain.Registration.IntervalIsFull(One));
    }

    [Fact]
    public void Shares_of_the_emission_come_from_the_moving_prices_before_this_block()
    {
        Chain chain = World();
        chain.Put("SubnetMovingPrice", 3L << 30, One);
        chain.Put("SubnetMovingPrice", 1L << 30, Two);
        chain.Put("SubnetMovingAlpha", 1L << 32);

        BlockExecutor.RunBlock(chain);

        Assert.Equal(750_000_000UL, chain.Emission.TaoIn(One).Rao);
        Assert.Equal(250_000_000UL, chain.Emission.TaoIn(Two).Rao);
    }

    [Fact]
    public void The_moving_price_follows_the_price_after_injection_and_root_sale()
    {
        Chain chain = World();
        chain.Put("SubnetMovingAlpha", 1L << 32);
        chain.Put("NetworkRegisteredAt", 0, One);
        chain.SetBlock(new(100_799));
        chain.Put("SubnetMovingPrice", 0, One);

        BlockExecutor.RunBlock(chain);

        I96F32 spot = chain.Pools.SpotPrice(One).Value;
        I96F32 half = I96F32.FromBits(1L << 31);
        Assert.True(chain.Emission.PendingRootDividends(One) > Tao.Zero);
        Assert.Equal(
            half.SaturatingMultiply(spot), chain.Pools.MovingPriceOf(One).Value);
    }

    [Fact]
    public void What_waits_is_paid_in_the_block_of_the_epoch_with_that_block_s_part()
    {
        Chain chain = World();
        chain.Put("Tempo", 4, One);
        while (!IsDueNext(chain, One))
        {
            BlockExecutor.RunBlock(chain);
            Assert.True(chain.Emission.PendingAlpha(One) > Alpha.Zero);
        }

        BlockExecutor.RunBlock(chain);

        Assert.Equal(Alpha.Zero, chain.Emission.PendingAlpha(One));
        Assert.Equal(Alpha.Zero, chain.Emission.PendingOwnerCut(One));
        Assert.Equal(Alpha.Zero, chain.Emission.PendingAlphaSwapped(One));
        Assert.Equal(Tao.Zero, chain.Emission.PendingRootDividends(One));
        Assert.Equal(
            WireValue.Encode("u64", chain.Block), chain.Read("LastMechansimStepBlock", One));
        Assert.Equal(WireValue.Encode("u64", 0), chain.Read("BlocksSinceLastStep", One));
        Assert.True(chain.Emission.PendingAlpha(Two) > Alpha.Zero);
    }

    [Fact]
    public void Children_that_become_active_do_not_take_part_in_the_epoch_of_that_block()
    {
        Chain chain = World();
        chain.Put("Tempo", 4, One);
        Hotkey parent = Account.Hotkey(1);
        Hotkey child = Account.Hotkey(2);
        foreach (Hotkey hotkey in (Hotkey[])[parent, child])
        {
            chain.Neurons.Append(One, hotkey, new(1));
            chain.Put("Owner", Account.Coldkey(11), hotkey);
        }

        chain.Stakes.AddShares(parent, Account.Coldkey(11), One, Alpha.Whole(1_000));
        chain.Delegation.Schedule(parent, One, new([new(ulong.MaxValue, child)], new(1)));
        while (!IsDueNext(chain, One))
        {
            BlockExecutor.RunBlock(chain);
        }

        BlockExecutor.RunBlock(chain);

        Assert.Equal(
            [new Relation(ulong.MaxValue, child)], chain.Delegation.ChildrenOf(parent, One));
        Assert.Equal(
            WireValue.Encode("list<u16>", new object[] { 65_535, 0 }),
            chain.Read("StakeWeight", One));
    }

    [Fact]
    public void The_curve_that_was_looked_at_last_is_the_last_subnet_s()
    {
        Chain chain = World();
        chain.Put("SubnetAlphaOut", 12_000_000_000_000_000, Two);

        BlockExecutor.RunBlock(chain);

        Assert.Equal(500_000_000UL, chain.Emission.NewestCurveValue);
        Assert.Equal(500_000_000UL, chain.Emission.AlphaOut(Two).Rao);
        Assert.Equal(1_000_000_000UL, chain.Emission.AlphaOut(One).Rao);
    }

    [Fact]
    public void The_change_set_of_a_block_rebuilds_it_on_the_state_before()
    {
        Chain chain = World();
        Chain replica = chain.Branch();

        for (int block = 0; block < 50; block++)
        {
            BlockExecutor.RunBlock(chain);
            foreach (IStorageItem item in chain.State.ChangedItems)
            {
                IStorageItem same = replica.State.Find(item.Pallet, item.Name)!;
                foreach ((byte[] key, byte[]? value) in item.Changes())
                {
                    if (value is null) same.Remove(key);
                    else same.Put(key, value);
                }
            }

            Assert.Equal(chain.HashText(), replica.HashText());
        }
    }

    private static bool IsDueNext(Chain chain, NetUid subnet) =>
        Runtime.Epoch.Tempo.BlocksUntilEpoch(
            subnet, chain.Subnets.Tempo(subnet), chain.Block) == 1;

    private static Chain World() => new ChainBuilder()
        .AtBlock(10)
        .WithRoot(Tao.Whole(5_000))
        .WithSubnet(1, Tao.Whole(100), Alpha.Whole(200), Alpha.Whole(300))
        .WithSubnet(2, Tao.Whole(100), Alpha.Whole(200), Alpha.Whole(300))
        .With("SubnetMovingPrice", 1L << 31, 1)
        .With("SubnetMovingPrice", 1L << 31, 2)
        .With("TaoWeight", 3_320_413_933_267_719_290)
        .With("SubnetOwner", Account.Coldkey(11), 1)
        .With("SubnetOwnerHotkey", Account.Hotkey(1), 1)
        .Build();
}
