using System.Buffers.Binary;
using Dtao.Fuzz.Checks;
using Dtao.Fuzz.Runs;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Staking;
using Dtao.Runtime.State;
using Xunit;

namespace Dtao.Fuzz.Tests;

/// <summary>Faults that are planted are found, named and made small.</summary>
public sealed class PlantedFaultTests
{
    private const int Blocks = 300;

    [Fact]
    public void Without_a_fault_nothing_is_found()
    {
        SeedResult result = new SeedRun(1).Run(Blocks);

        Assert.Null(result.Finding);
        Assert.Equal(Blocks, result.Blocks);
        Assert.True(result.Calls.Applied > 0);
        Assert.True(result.Calls.Failed > 0);
    }

    [Fact]
    public void One_rao_too_many_is_found_and_shrunk_to_the_call_that_pays_it()
    {
        SeedResult result = FirstFinding(static (chain, origin, call) =>
        {
            DispatchResult outcome = chain.DispatchAs(origin, call);
            if (outcome.IsOk && call is RemoveStake or RemoveStakeLimit) AddRao(chain, origin);
            return outcome;
        });

        Assert.Equal(FindingKind.Books, result.Finding!.Kind);
        Assert.Contains("(+1)", result.Finding.What, StringComparison.Ordinal);
        Assert.InRange(result.ShrunkCase.Count, 1, 3);
        Assert.Contains("remove_stake", result.ShrunkCase[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_call_that_leaves_something_behind_is_found()
    {
        SeedResult result = FirstFinding(static (chain, origin, call) =>
        {
            DispatchResult outcome = chain.DispatchAs(origin, call);
            if (outcome.IsOk || call is not (AddStake or AddStakeLimit)) return outcome;

            // Another value in every block, for not every call is looked at.
            chain.SetMovingAlpha(I96F32.FromBits(chain.Block.Value));
            return outcome;
        });

        Assert.Equal(FindingKind.FailedCall, result.Finding!.Kind);
        Assert.Contains("add_stake", Assert.Single(result.ShrunkCase), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_error_is_found()
    {
        SeedResult result = FirstFinding(static (chain, origin, call) =>
        {
            DispatchResult outcome = chain.DispatchAs(origin, call);
            return outcome.Error == SubtensorError.AmountTooLow
                ? SubtensorError.NotEnoughBalanceToStake
                : outcome;
        });

        Assert.Equal(FindingKind.Outcome, result.Finding!.Kind);
        Assert.Contains("AmountTooLow", result.Finding.What, StringComparison.Ordinal);
        Assert.Single(result.ShrunkCase);
    }

    [Fact]
    public void Something_remembered_outside_the_storage_is_found()
    {
        Dictionary<Chain, int> seen = [];
        SeedResult result = FirstFinding((chain, origin, call) =>
        {
            DispatchResult outcome = chain.DispatchAs(origin, call);

            // The chain counts where a copy that is loaded from storage cannot know it.
            seen[chain] = seen.GetValueOrDefault(chain) + 1;
            if (outcome.IsOk) chain.SetMovingAlpha(I96F32.FromBits(seen[chain]));
            return outcome;
        });

        Assert.Equal(FindingKind.Determinism, result.Finding!.Kind);
    }

    [Fact]
    public void An_exception_of_a_call_is_found_with_its_place()
    {
        SeedResult result = FirstFinding(static (chain, origin, call) => call is UnstakeAll
            ? throw new InvalidOperationException("planted")
            : chain.DispatchAs(origin, call));

        Assert.Equal(FindingKind.Exception, result.Finding!.Kind);
        Assert.Contains("planted", result.Finding.What, StringComparison.Ordinal);
        Assert.Contains("unstake_all", Assert.Single(result.ShrunkCase), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_found_is_found_again_at_the_same_place()
    {
        static DispatchResult Faulty(Chain chain, Origin origin, ICall call)
        {
            DispatchResult outcome = chain.DispatchAs(origin, call);
            if (outcome.IsOk && call is AddStake) AddRao(chain, origin);
            return outcome;
        }

        SeedResult first = FirstFinding(Faulty);
        SeedResult again = new SeedRun(first.Seed, Faulty).Run(first.Finding!.Block);

        Assert.Equal(first.Finding, again.Finding);
        Assert.Equal(first.ShrunkCase, again.ShrunkCase);
    }

    [Fact]
    public void The_search_for_the_fewest_steps_can_be_stopped()
    {
        using CancellationTokenSource stop = new();
        ulong seed = FirstFinding(Faulty).Seed;
        SeedRun run = new(seed, (chain, origin, call) =>
        {
            DispatchResult outcome = Faulty(chain, origin, call);
            if (call is UnstakeAll) stop.Cancel();
            return outcome;
        })
        {
            Cancellation = stop.Token,
        };

        Assert.Throws<OperationCanceledException>(() => run.Run(Blocks));

        static DispatchResult Faulty(Chain chain, Origin origin, ICall call) =>
            call is UnstakeAll
                ? DispatchResult.Ok
                : chain.DispatchAs(origin, call);
    }

    private static SeedResult FirstFinding(CallRunner faulty)
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            SeedResult result = new SeedRun(seed, faulty).Run(Blocks);
            if (result.Finding is not null) return result;
        }

        throw new InvalidOperationException("20 seeds have not found the planted fault");
    }

    private static void AddRao(Chain chain, Origin origin)
    {
        byte[] key = new byte[AccountId.Size];
        origin.Signer!.Value.CopyTo(key);
        IStorageItem accounts = chain.State.Find("System", "Account")!;
        byte[] account = accounts.Entries()
            .Single(entry => entry.Key.AsSpan().SequenceEqual(key)).Value;
        Span<byte> free = account.AsSpan(16, 8);
        BinaryPrimitives.WriteUInt64LittleEndian(
            free, BinaryPrimitives.ReadUInt64LittleEndian(free) + 1);
        accounts.Put(key, account);
    }
}
