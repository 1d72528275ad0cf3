using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Spec;
using Xunit;

namespace Dtao.Lab.Tests.Networks;

public class StandardNetworkTests
{
    private static readonly Chain Network = StandardNetwork.Build(2, Specs.Latest);

    [Fact]
    public void Every_subnet_is_full_and_has_64_validators_with_full_rows()
    {
        foreach (NetUid subnet in Network.Subnets.InHashedKeyOrder())
        {
            if (subnet == NetUid.Root) continue;

            Assert.Equal(SyntheticNeurons.Count, Network.Neurons.Count(subnet));
            Assert.Equal(
                SyntheticNeurons.Validators,
                Network.Neurons.ValidatorPermits(subnet).ToArray().Count(permit => permit));
            for (ushort uid = 0; uid < SyntheticNeurons.Validators; uid++)
            {
                Assert.Equal(
                    SyntheticNeurons.Count - 1, Network.Weights.RowOf(subnet, new(uid)).Count);
            }
        }
    }

    [Fact]
    public void Building_costs_few_times_the_memory_of_the_network()
    {
        StandardNetwork.Build(1, Specs.Latest);

        long before = GC.GetAllocatedBytesForCurrentThread();
        StandardNetwork.Build(16, Specs.Latest);
        long after = GC.GetAllocatedBytesForCurrentThread();

        // Rows and bonds alone are 4 MB; growing by one neuron at a time costs 70 and more.
        Assert.InRange(after - before, 4_000_000, 35_000_000);
    }

    [Fact]
    public void The_same_size_gives_the_same_state()
    {
        Chain again = StandardNetwork.Build(2, Specs.Latest);

        Assert.Equal(Network.State.Hash(), again.State.Hash());
    }

    [Fact]
    public void A_block_without_an_epoch_allocates_nothing()
    {
        Chain chain = StandardNetwork.WithoutEpochs(Network);

        // Once through an adjustment interval of 360 blocks, so that every list has its length.
        RunBlocks(chain, 800);
        long before = GC.GetAllocatedBytesForCurrentThread();
        RunBlocks(chain, 800);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void RunBlocks(Chain chain, int count)
    {
        for (int block = 0; block < count; block++)
        {
            BlockExecutor.RunBlock(chain);
        }
    }
}
