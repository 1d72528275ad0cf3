using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Spec;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Conservation;

/// <summary>
/// TAO and alpha after every call and block, to the rao, beside a second book-keeper.
/// </summary>
public class ConservationTests
{
    private const int Blocks = 150;
    private const int CallsPerBlock = 12;

    public static TheoryData<int> Versions => [.. Specs.All.Select(static spec => spec.Version)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Nothing_is_won_or_lost_but_by_the_documented_leaks(int version)
    {
        Draws draws = Draws.For(3_001);
        Chain chain = RandomNetwork.Build(Specs.Find(version)!);

        SortedDictionary<Leak, BigInteger> leaks = Run(chain, draws, Blocks);

        Assert.True(leaks[Leak.RootDividends].Sign > 0);
    }

    [Fact]
    public void Every_documented_leak_happens_in_the_random_runs()
    {
        Draws draws = Draws.For(3_003);
        Dictionary<Leak, BigInteger> lost = [];
        foreach (RuntimeSpec spec in Specs.All)
        {
            foreach ((Leak cause, BigInteger amount) in
                Run(RandomNetwork.Build(spec), draws, blocks: 50))
            {
                lost[cause] = lost.GetValueOrDefault(cause) + amount;
            }
        }

        Assert.Equal(Enum.GetValues<Leak>(), lost.Keys.Order());
        Assert.All(lost.Values, static amount => Assert.True(amount.Sign > 0));
    }

    [Fact]
    public void An_upgrade_writes_the_leaks_off_and_nothing_else()
    {
        Draws draws = Draws.For(3_002);
        Chain chain = RandomNetwork.Build(Specs.Find(234)!);
        foreach (RuntimeSpec spec in Specs.All.Where(static spec => spec.Version > 234))
        {
            Run(chain, draws, blocks: 12);
            BigInteger counted = (BigInteger)chain.Balances.TotalIssuance.Rao
                + chain.Pools.TotalStake.Rao;

            chain.UpgradeTo(spec);

            Assert.Equal(counted, chain.Issuance.Total.Rao);
            Assert.Null(new Book(chain).Difference(chain));
        }
    }

    private static SortedDictionary<Leak, BigInteger> Run(Chain chain, Draws draws, int blocks)
    {
        Book book = new(chain);
        for (int block = 0; block < blocks; block++)
        {
            book = RunBlock(chain, book, draws);
            for (int call = 0; call < CallsPerBlock; call++)
            {
                book = RunCall(chain, book, draws);
            }
        }

        return book.Leaks;
    }

    private static Book RunBlock(Chain chain, Book book, Draws draws)
    {
        Book after = BlockBook.After(chain, book);
        Chain before = chain.Branch();

        BlockExecutor.RunBlock(chain);

        string? difference = StakeSums.DifferenceOfBlock(before, chain);
        after.ReadStakes(chain);
        difference ??= after.Difference(chain);
        Assert.True(
            difference is null,
            $"{draws} version {chain.Spec.Version} block {chain.Block}: {difference}");
        return after;
    }

    private static Book RunCall(Chain chain, Book book, Draws draws)
    {
        (ISignedCall call, AccountId signer) = RandomCalls.Next(chain, draws);
        Book expected = CallBook.After(chain, book, call, new(signer));
        string? before = draws.OneIn(12) ? chain.HashText() : null;

        DispatchResult result = chain.Dispatch(call, signer);

        if (!result.IsOk && before is not null) Assert.Equal(before, chain.HashText());
        Book after = result.IsOk ? expected : book;
        string? difference = after.Difference(chain) ?? StakeSums.DifferenceOfShares(chain);
        Assert.True(
            difference is null,
            $"{draws} version {chain.Spec.Version} block {chain.Block}, {call} by "
            + $"{signer} gave {result}: {difference}");
        return after;
    }
}
