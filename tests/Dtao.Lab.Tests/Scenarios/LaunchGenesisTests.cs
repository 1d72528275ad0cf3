using Dtao.Lab.Datasets;
using Dtao.Lab.Networks;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;
using Xunit;

namespace Dtao.Lab.Tests.Scenarios;

public class LaunchGenesisTests
{
    private static readonly World World = LaunchGenesis.Build(SeedTree.From(1));
    private static readonly Chain Chain = World.Chain;

    [Fact]
    public void The_network_stands_at_the_launch_block_under_version_233()
    {
        Assert.Equal(4_920_351UL, Chain.Block.Value);
        Assert.Equal(233, Chain.Spec.Version);
        Assert.Equal(65, Chain.Subnets.Total);
    }

    [Fact]
    public void Amounts_of_tao_are_those_on_record()
    {
        Assert.Equal(Tao.Whole(8_314_000), Chain.Issuance.Total);
        Assert.Equal(Tao.Whole(5_930_000), Chain.Pools.RootTao);
        Assert.Equal(
            Tao.Whole(5_930_000),
            World.Validators.Aggregate(
                Tao.Zero, static (sum, validator) => sum + validator.RootStake));
    }

    [Fact]
    public void Every_pool_is_one_tao_to_one_alpha()
    {
        Assert.All(LaunchDataset.Instance.Subnets, static subnet =>
        {
            Assert.Equal(Tao.Whole(1), Chain.Pools.TaoReserve(subnet.NetUid));
            Assert.Equal(Alpha.Whole(1), Chain.Pools.AlphaReserve(subnet.NetUid));
            Assert.Equal(Alpha.Zero, Chain.Pools.AlphaOutstanding(subnet.NetUid));
        });
    }

    [Fact]
    public void First_moving_prices_are_the_emission_of_before()
    {
        Assert.All(LaunchDataset.Instance.Subnets, static subnet =>
        {
            I96F32 expected = I96F32.FromInteger(subnet.Emission.Rao)
                .SafeDivide(I96F32.FromInteger(1_000_000_000UL));

            Assert.Equal(expected, Chain.Pools.MovingPriceOf(subnet.NetUid).Value);
        });
    }

    [Fact]
    public void Every_subnet_has_256_neurons_64_permits_and_its_owner_at_the_last_uid()
    {
        Assert.All(LaunchDataset.Instance.Subnets, static subnet =>
        {
            Assert.Equal(256, Chain.Neurons.Count(subnet.NetUid));
            Assert.Equal(64, Chain.Neurons.ValidatorPermits(subnet.NetUid).ToArray().Count(
                static isPermitted => isPermitted));
            Assert.Equal(
                Chain.Subnets.OwnerHotkey(subnet.NetUid),
                Chain.Neurons.KeyOf(subnet.NetUid, new(255)));
        });
    }

    [Fact]
    public void Root_has_its_64_seats_taken_by_the_validators()
    {
        Assert.Equal(64, Chain.Neurons.Count(NetUid.Root));
        Assert.Equal(64, World.Validators.Count);
        Assert.Equal("Rizzo", World.Validators[2].Name);
    }

    [Fact]
    public void Another_seed_draws_other_neurons_and_keeps_the_recorded_values()
    {
        Chain other = LaunchGenesis.Build(SeedTree.From(2)).Chain;

        Assert.NotEqual(
            Chain.Neurons.KeyOf(new(1), new(100)), other.Neurons.KeyOf(new(1), new(100)));
        Assert.Equal(Chain.Issuance.Total, other.Issuance.Total);
        Assert.Equal(
            Chain.Pools.MovingPriceOf(new(28)), other.Pools.MovingPriceOf(new(28)));
    }
}
