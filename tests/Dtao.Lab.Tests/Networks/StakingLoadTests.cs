using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Staking;
using Xunit;

namespace Dtao.Lab.Tests.Networks;

/// <summary>The block of staking calls on which their speed is measured.</summary>
public class StakingLoadTests
{
    [Fact]
    public void Every_call_succeeds_block_after_block_and_each_kind_moves_stake()
    {
        Chain chain = StandardNetwork.Build(2, Specs.Latest);
        StakingLoad load = new(chain);
        chain.Events.IsKept = true;

        for (int block = 0; block < 50; block++)
        {
            BlockExecutor.RunBlock(chain);
            load.RunCalls();
        }

        Assert.Equal(125, Count<StakeMoved>(chain));
        Assert.Equal(250, Count<StakeSwapped>(chain));
        Assert.Equal(125, Count<StakeTransferred>(chain));

        // Moves, swaps and transfers have both legs, and nothing was too small to be staked again.
        Assert.Equal(250 + 500, Count<StakeAdded>(chain));
        Assert.Equal(250 + 500, Count<StakeRemoved>(chain));
        Assert.DoesNotContain(
            chain.Events.Records.Select(static told => told.Event).OfType<StakeAdded>(),
            static leg => leg.Staked == Alpha.Zero);
    }

    [Fact]
    public void The_load_is_the_same_every_time()
    {
        Chain network = StandardNetwork.Build(1, Specs.Latest);
        string[] hashes = [.. Enumerable.Range(0, 2).Select(_ =>
        {
            Chain chain = network.Branch();
            new StakingLoad(chain).RunCalls();
            return Convert.ToHexStringLower(chain.State.Hash());
        })];

        Assert.Equal(hashes[0], hashes[1]);
    }

    private static int Count<T>(Chain chain) =>
        chain.Events.Records.Select(static told => told.Event).OfType<T>().Count();
}
