using Dtao.Lab.Events;
using Dtao.Lab.Reports;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Runtime.Spec;
using Xunit;

namespace Dtao.Lab.Tests.Runs;

public class SimulatorTests(LaunchRuns runs)
{
    [Fact]
    public async Task Runs_side_by_side_give_the_same_bytes_as_one_alone()
    {
        Task<byte[]>[] tasks =
        [
            Task.Run(static () => FilesOf(LaunchRuns.Of(new(900)))),
            Task.Run(static () => FilesOf(LaunchRuns.Of(new(900)))),
        ];
        byte[][] found = await Task.WhenAll(tasks);

        byte[] alone = FilesOf(runs.Hours);
        Assert.All(found, files => Assert.Equal(alone, files));
    }

    [Fact]
    public void Another_seed_ends_in_another_state()
    {
        RunResult other = LaunchRuns.Of(new(400), seed: 2);
        RunResult usual = LaunchRuns.Of(new(400));

        Assert.NotEqual(usual.LastStateHash, other.LastStateHash);
    }

    [Fact]
    public void A_run_is_sampled_before_it_starts_every_hour_and_at_its_end()
    {
        RunResult result = LaunchRuns.Of(new(650));

        Assert.Equal(
            [0UL, 300, 600, 650],
            result.Samples.Select(sample => result.AgeOf(sample.Block)));
    }

    [Theory]
    [InlineData(30, 300)]
    [InlineData(60, 300)]
    [InlineData(61, 600)]
    [InlineData(365, 2_400)]
    [InlineData(3_650, 7_200)]
    public void Long_runs_are_sampled_less_often_and_still_every_day(ulong days, ulong step)
    {
        ulong found = Recorder.StepOf(Horizon.Days(days));

        Assert.Equal(step, found);
        Assert.Equal(0UL, 7_200 % found);
    }

    [Fact]
    public void Events_happen_at_their_blocks()
    {
        RunResult week = runs.Week;

        Assert.Equal(
            [234, 238, 239],
            week.Events.OfType<VersionUpgrade>().Select(static upgrade => upgrade.Spec.Version));
        Assert.Equal(234, week.AtDay(2)!.Version);
        Assert.Equal(238, week.AtDay(3)!.Version);
        Assert.Equal(239, week.Last.Version);
    }

    [Fact]
    public void A_pinned_run_stays_with_its_version()
    {
        Point point = new(LaunchScenario.Value, new(400), 1, Specs.Find(246));

        RunResult result = Simulator.Run(point, report: null, Cancellation);

        Assert.All(result.Samples.Skip(1), static sample => Assert.Equal(246, sample.Version));
        Assert.EndsWith("--spec 246", point.Command, StringComparison.Ordinal);
        Assert.Empty(point.Claims);
        Assert.Contains("246 throughout", point.SpecText, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_ends_with_the_last_block()
    {
        List<RunProgress> heard = [];

        Simulator.Run(
            new(LaunchScenario.Value, new(130), 1, Pinned: null), heard.Add, Cancellation);

        Assert.Equal([64UL, 128, 130], heard.Select(static progress => progress.Done));
    }

    [Fact]
    public void An_interrupted_run_gives_no_result()
    {
        using CancellationTokenSource interruption = new();

        Assert.Throws<OperationCanceledException>(() => Simulator.Run(
            new(LaunchScenario.Value, Horizon.Days(30), 1, Pinned: null),
            _ => interruption.Cancel(),
            interruption.Token));
    }

    [Fact]
    public void Validators_with_a_permit_keep_setting_weights()
    {
        RunResult week = runs.Week;

        // Eleven listed validators on 64 subnets, in twelve full rounds of 4,096 blocks.
        Assert.InRange(week.RowsSet, 11 * 64 * 12, 50_400);
        Assert.True(week.TurnsWithoutPermit > 0);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static byte[] FilesOf(RunResult result)
    {
        using MemoryStream files = new();
        RunReport report = new(result, ReportLanguage.English);
        report.WriteFile("summary.json", files);
        report.WriteFile("series.csv", files);
        report.WriteFile("report.html", files);
        return files.ToArray();
    }
}
