using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Tests.Conservation;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Blocks;

/// <summary>The same future, whoever computes it, beside whatever else.</summary>
public class BranchDeterminismTests
{
    private const int Branches = 12;
    private const int Blocks = 40;

    [Fact]
    public void Random_futures_are_the_same_on_one_two_and_eight_threads()
    {
        Chain origin = Origin();
        string[] expected = Futures(origin, threads: 1);

        Assert.Equal(expected, Futures(origin, threads: 2));
        Assert.Equal(expected, Futures(origin, threads: 8));
        Assert.Equal(Branches, expected.Distinct().Count());
    }

    [Fact]
    public void Futures_that_advance_in_turns_are_the_same_as_one_after_the_other()
    {
        Chain origin = Origin();
        string[] expected = Futures(origin, threads: 1);
        Chain[] chains = [.. Enumerable.Range(0, Branches).Select(_ => origin.Branch())];
        Draws[] draws = [.. Enumerable.Range(0, Branches).Select(DrawsOf)];

        for (int block = 0; block < Blocks; block++)
        {
            for (int branch = 0; branch < Branches; branch++)
            {
                RunBlock(chains[branch], draws[branch]);
            }
        }

        Assert.Equal(expected, chains.Select(static chain => chain.HashText()));
    }

    [Fact]
    public void A_thousand_branches_at_once_are_the_same_as_one_after_the_other()
    {
        Chain origin = Origin();
        string[] expected = new string[1_000];
        for (int branch = 0; branch < expected.Length; branch++)
        {
            expected[branch] = ShortFuture(origin, branch);
        }

        string[] found = new string[expected.Length];
        Parallel.For(
            0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            branch => found[branch] = ShortFuture(origin, branch));

        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_branch_rests_while_its_origin_and_its_own_branches_go_on()
    {
        Chain origin = Origin();
        for (int block = 0; block < 30; block++)
        {
            RunBlock(origin, DrawsOf(block));
        }

        Chain resting = origin.Branch();
        Chain child = resting.Branch();
        string before = resting.HashText();
        Advance(origin, seed: 1);
        Advance(child, seed: 2);
        Advance(child.Branch(), seed: 3);

        Assert.Equal(before, resting.HashText());
        Advance(resting, seed: 1);
        Assert.Equal(origin.HashText(), resting.HashText());
    }

    [Fact]
    public void A_state_written_out_and_read_in_again_has_the_same_future()
    {
        Chain origin = Origin();
        Advance(origin, seed: 4);
        Chain copy = new(origin.Spec);
        foreach (Runtime.State.IStorageItem item in origin.State.Items)
        {
            foreach ((byte[] key, byte[] value) in item.Entries())
            {
                copy.State.Find(item.Pallet, item.Name)!.Put(key, value);
            }
        }

        Assert.Equal(origin.HashText(), copy.HashText());
        Advance(origin, seed: 5);
        Advance(copy, seed: 5);
        Assert.Equal(origin.HashText(), copy.HashText());
    }

    private static Chain Origin()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        for (int block = 0; block < 10; block++)
        {
            BlockExecutor.RunBlock(chain);
        }

        return chain;
    }

    private static string[] Futures(Chain origin, int threads)
    {
        string[] hashes = new string[Branches];
        Parallel.For(
            0, Branches, new ParallelOptions { MaxDegreeOfParallelism = threads },
            branch =>
            {
                Chain chain = origin.Branch();
                Draws draws = DrawsOf(branch);
                for (int block = 0; block < Blocks; block++)
                {
                    RunBlock(chain, draws);
                }

                hashes[branch] = chain.HashText();
            });
        return hashes;
    }

    private static string ShortFuture(Chain origin, int branch)
    {
        Chain chain = origin.Branch();
        Draws draws = DrawsOf(branch);
        RunBlock(chain, draws);
        RunBlock(chain, draws);
        return chain.HashText();
    }

    private static void Advance(Chain chain, int seed)
    {
        Draws draws = DrawsOf(seed);
        for (int block = 0; block < Blocks; block++)
        {
            RunBlock(chain, draws);
        }
    }

    private static void RunBlock(Chain chain, Draws draws)
    {
        BlockExecutor.RunBlock(chain);
        for (int call = 0; call < 5; call++)
        {
            (ISignedCall next, AccountId signer) = RandomCalls.Next(chain, draws);
            chain.Dispatch(next, signer);
        }
    }

    private static Draws DrawsOf(int branch) => new(4_000UL + (ulong)branch);
}
