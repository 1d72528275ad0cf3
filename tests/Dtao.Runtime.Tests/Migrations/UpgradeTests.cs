using Dtao.Numerics;
using Dtao.Runtime.Genesis;
using Dtao.Runtime.Pools;
using Dtao.Runtime.Spec;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Migrations;

/// <summary>What the switch to dynamic TAO and the upgrades after it do to the storage.</summary>
public class UpgradeTests
{
    private static readonly NetUid One = new(1);
    private static readonly NetUid Two = new(2);

    [Fact]
    public void The_switch_moves_every_stake_to_root_one_share_for_one_rao()
    {
        Chain chain = Genesis().Switch();

        Assert.Equal(Tao.Whole(1_500), chain.Pools.RootTao);
        Assert.Equal(Alpha.Whole(1_500), chain.Pools.AlphaOutstanding(NetUid.Root));
        Assert.Equal(
            Alpha.Whole(1_000),
            chain.Stakes.StakeOf(Actor.Alice.Hotkey, Actor.Alice.Coldkey, NetUid.Root));
        Assert.Equal(
            Alpha.Whole(500),
            chain.Stakes.StakeOf(Actor.Alice.Hotkey, Actor.Bob.Coldkey, NetUid.Root));
        Assert.Equal(
            U64F64.FromInteger(Tao.Whole(1_500).Rao),
            chain.Stakes.PoolOf(Actor.Alice.Hotkey, NetUid.Root).Denominator);
    }

    [Fact]
    public void Seating_many_at_once_is_seating_one_after_the_other()
    {
        (Hotkey Hotkey, Coldkey Coldkey)[] pairs =
        [
            (Actor.Charlie.Hotkey, Actor.Charlie.Coldkey), (Actor.Dave.Hotkey, Actor.Bob.Coldkey),
            (Actor.Alice.Hotkey, Actor.Alice.Coldkey),
        ];
        GenesisBuilder single = Genesis();
        GenesisBuilder together = Genesis();

        foreach ((Hotkey hotkey, Coldkey coldkey) in pairs)
        {
            single.Seat(One, hotkey, coldkey, new(7));
        }

        together.SeatAll(One, pairs, new(7));

        Chain chain = together.Switch();
        Assert.Equal(new Uid(3), chain.Neurons.UidOf(One, Actor.Alice.Hotkey));
        Assert.Equal(single.Switch().HashText(), chain.HashText());
    }

    [Fact]
    public void The_switch_opens_a_pool_of_one_to_one_with_the_old_emission_as_moving_price()
    {
        Chain chain = Genesis().Switch();

        Assert.Equal(
            new Pool(PoolMechanism.Dynamic, Tao.Whole(1), Alpha.Whole(1)), chain.Pools.Of(One));
        Assert.Equal(Alpha.Zero, chain.Pools.AlphaOutstanding(One));
        Assert.Equal(1L << 30, chain.Pools.MovingPriceOf(One).Value.Bits);
        Assert.Equal(Price.Zero, chain.Pools.MovingPriceOf(Two));
        Assert.Equal(PoolMechanism.Stable, chain.Pools.Of(NetUid.Root).Mechanism);
        Assert.Equal(773_094_113, chain.Stakes.TaoWeight.Bits);
    }

    [Fact]
    public void The_switch_makes_the_owner_s_coldkey_his_hotkey_and_seats_it()
    {
        Chain chain = Genesis().Switch();

        Hotkey hotkey = new(Actor.Alice.Coldkey.Account);
        Assert.Equal(hotkey, chain.Subnets.OwnerHotkey(One));
        Assert.Equal(Actor.Alice.Coldkey, chain.Stakes.OwnerOf(hotkey));
        Assert.Equal(new Uid(1), chain.Neurons.UidOf(One, hotkey));
        Assert.Equal(new Uid(0), chain.Neurons.UidOf(One, Actor.Bob.Hotkey));
        Assert.True(chain.Neurons.IsTaken(One, new(1)));
    }

    [Fact]
    public void After_the_switch_the_issuance_is_what_can_be_counted()
    {
        Chain chain = Genesis().Switch();

        // 1,500 TAO staked, 1 TAO for each of two pools, 40 TAO free.
        Assert.Equal(Tao.Whole(1_502), chain.Pools.TotalStake);
        Assert.Equal(Tao.Whole(1_542), chain.Issuance.Total);
        Assert.Equal(Tao.Whole(40), chain.Balances.TotalIssuance);
        Assert.Equal(
            WireValue.Encode("u64", Tao.Whole(1)), chain.Read("NetworkMinLockCost"));
        Assert.Equal(WireValue.Encode("u64", 500_000), chain.Read("MinBurn", One));
    }

    [Fact]
    public void The_switch_happens_once()
    {
        Chain chain = Genesis().Switch();
        BlockExecutor.RunBlock(chain);
        Tao root = chain.Pools.RootTao;

        chain.UpgradeTo(Specs.All[0]);

        Assert.Equal(root, chain.Pools.RootTao);
    }

    [Fact]
    public void Every_upgrade_counts_the_issuance_anew_and_cuts_volumes_to_64_bits()
    {
        foreach (RuntimeSpec spec in Specs.All.Where(static spec => spec.Version > 233))
        {
            Chain chain = Genesis().Switch();
            chain.Put("TotalIssuance", 1);
            chain.Put("SubnetVolume", (UInt128)7 + ulong.MaxValue, One);
            chain.Put("SubnetLocked", 5, Two);

            chain.UpgradeTo(spec);

            Assert.Equal(spec, chain.Spec);
            Assert.Equal(Tao.Whole(1_542).Rao + 5, chain.Issuance.Total.Rao);
            Assert.Equal((UInt128)6, chain.Pools.Volume(One));
        }
    }

    [Theory]
    [InlineData(234, 7)]
    [InlineData(238, 10_000_000)]
    [InlineData(239, 7)]
    public void The_least_difficulty_is_raised_by_one_version_and_once(int version, ulong expected)
    {
        Chain chain = Genesis().Switch();
        chain.Put("MinDifficulty", 7, One);
        chain.UpgradeTo(Specs.Find(version)!);
        Assert.Equal(WireValue.Encode("u64", expected), chain.Read("MinDifficulty", One));

        chain.Put("MinDifficulty", 8, One);
        chain.UpgradeTo(Specs.Find(version)!);

        Assert.Equal(WireValue.Encode("u64", 8), chain.Read("MinDifficulty", One));
    }

    [Theory]
    [InlineData(239, true)]
    [InlineData(244, false)]
    [InlineData(245, true)]
    public void The_stake_map_of_old_is_erased_by_one_version(int version, bool remains)
    {
        Chain chain = Genesis().Switch();

        chain.UpgradeTo(Specs.Find(version)!);

        Assert.Equal(remains, chain.Stakes.LegacyStakes().Count > 0);
    }

    [Fact]
    public void A_chain_runs_through_all_versions_and_takes_their_rules_with_them()
    {
        Chain chain = Genesis().Switch();
        foreach (RuntimeSpec spec in Specs.All)
        {
            if (spec.Version > 233) chain.UpgradeTo(spec);
            for (int block = 0; block < 25; block++)
            {
                BlockExecutor.RunBlock(chain);
            }

            Assert.Equal(spec.DefaultTempo, chain.Subnets.Tempo(new(77)));
            Assert.Equal(spec.SharePool, chain.Stakes.PoolOf(Actor.Alice.Hotkey, One).Rule);
        }

        Assert.Equal(100UL + (25 * 7), chain.Block.Value);
    }

    private static GenesisBuilder Genesis()
    {
        GenesisBuilder builder = new(new BlockNumber(100), tempo: 10);
        builder.AddSubnet(One, Actor.Alice.Coldkey, new(3), Tao.FromRao(250_000_000));
        builder.AddSubnet(Two, Actor.Charlie.Coldkey, new(4), Tao.Zero);
        builder.AddStake(Actor.Alice.Hotkey, Actor.Alice.Coldkey, Tao.Whole(1_000));
        builder.AddStake(Actor.Alice.Hotkey, Actor.Bob.Coldkey, Tao.Whole(500));
        builder.Seat(One, Actor.Bob.Hotkey, Actor.Bob.Coldkey, new(5));
        builder.Deposit(Actor.Alice.Coldkey, Tao.Whole(40));
        return builder;
    }
}
