using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Subnets;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>What the total of a coldkey counts.</summary>
public class StakeTotalTests
{
    [Fact]
    public void Stake_on_a_dissolved_subnet_still_counts_at_the_price_of_its_pool()
    {
        Coldkey alice = Actor.Alice.Coldkey;
        Hotkey validator = Actor.Bob.Hotkey;
        Chain chain = new ChainBuilder()
            .AtBlock(1_000)
            .WithRoot(Tao.Whole(1))
            .WithSubnet(1, Tao.Whole(2_000), Alpha.Whole(1_000), Alpha.Whole(1_000))
            .With("SubnetOwner", alice, 1)
            .With("StakingHotkeys", new object[] { validator }, alice)
            .WithStake(validator, alice, 1, Alpha.Whole(3))
            .Build();

        DispatchResult result = chain.DispatchAs(
            Origin.Root, new DissolveNetwork(alice, new(1)));

        Assert.True(result.IsOk, result.ToString());
        Assert.Equal(Tao.Whole(6), StakeTotals.OfColdkey(chain, alice));
    }
}
