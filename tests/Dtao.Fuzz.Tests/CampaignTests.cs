using Dtao.Fuzz.Runs;
using Xunit;

namespace Dtao.Fuzz.Tests;

/// <summary>A campaign gives the same whatever runs beside it.</summary>
public sealed class CampaignTests
{
    [Fact]
    public void Results_come_in_the_order_of_seeds_and_do_not_depend_on_threads()
    {
        IReadOnlyList<SeedResult> one = Run(threads: 1);
        IReadOnlyList<SeedResult> three = Run(threads: 3);

        Assert.Equal([11UL, 12UL, 13UL, 14UL], one.Select(static result => result.Seed));
        Assert.Equal(one.Select(Facts), three.Select(Facts));
    }

    [Fact]
    public void It_stops_when_it_is_told_to()
    {
        using CancellationTokenSource stop = new();
        CampaignPlan plan = new(1, ulong.MaxValue, 1_000_000, Limit: null, Threads: 2);

        Assert.Throws<OperationCanceledException>(
            () => Campaign.Run(plan, progress => StopAfter(progress, stop), stop.Token));
    }

    [Fact]
    public void It_stops_when_the_time_is_over_and_says_what_is_not_whole()
    {
        CampaignPlan plan = new(1, 1, 1_000_000, TimeSpan.FromMilliseconds(50), Threads: 2);

        SeedResult only = Assert.Single(
            Campaign.Run(plan, static _ => { }, TestContext.Current.CancellationToken));

        Assert.False(only.IsWhole);
        Assert.InRange(only.Blocks, 1, 999_999);
    }

    private static void StopAfter(CampaignProgress progress, CancellationTokenSource stop)
    {
        if (progress.Blocks >= 20) stop.Cancel();
    }

    private static (ulong Seed, int Blocks, long Calls, string Hash) Facts(SeedResult result) =>
        (result.Seed, result.Blocks, result.Calls.Total, result.StateHash);

    private static IReadOnlyList<SeedResult> Run(int threads) => Campaign.Run(
        new(11, 14, 120, Limit: null, threads),
        static _ => { },
        TestContext.Current.CancellationToken);
}
