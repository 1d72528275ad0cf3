using System.Text;
using Dtao.Lab.Comparing;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports.Comparing;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Xunit;

namespace Dtao.Lab.Tests.Comparing;

/// <summary>A run beside what it would have been under other emission rules.</summary>
public class ComparisonTests
{
    private static readonly NetUid Focus = new(28);

    [Fact]
    public void Under_the_rule_that_held_anyway_everything_comes_out_as_it_was()
    {
        Comparison comparison = Compare(blocks: 400, "version from 10 blocks");

        Variant same = Assert.Single(comparison.Variants);
        Assert.Equal(comparison.Base.LastStateHash, same.Replayed.LastStateHash);
        Assert.Equal(comparison.Base.LastStateHash, same.Lived.LastStateHash);
        Assert.Equal(0, same.Failed);
        Assert.True(same.Applied > 0);
    }

    [Fact]
    public void Amounts_are_counted_from_the_day_on_which_the_other_rules_begin()
    {
        Comparison comparison = Compare(blocks: 7_500, "spot from 1 day");

        RunResult other = comparison.Variants[0].Lived;
        Assert.Equal(1, comparison.FirstDay);
        Assert.Equal(
            (decimal)other.Emissions.First(static one => one.NetUid == Focus).Days[1].Rao,
            comparison.Spent(other, Focus));
        Assert.Equal(
            comparison.Base.Emissions.Select(static one => one.Days[0]),
            other.Emissions.Select(static one => one.Days[0]));
        Assert.NotEqual(
            comparison.Spent(comparison.Base, Focus), comparison.Spent(other, Focus));
    }

    [Fact]
    public void A_rule_of_the_first_day_counts_the_whole_run()
    {
        Comparison comparison = Compare(blocks: 400, "spot", "R2 from 100 blocks");

        Assert.Equal(0, comparison.FirstDay);
        Assert.InRange(
            comparison.Base.Emissions.Sum(one => comparison.Share(comparison.Base, one.NetUid)),
            0.999999m, 1.000001m);
    }

    [Fact]
    public void The_files_say_the_same_and_every_phrase_is_translated()
    {
        Comparison comparison = Compare(blocks: 400, "spot");
        ComparisonFiles files = new(comparison, "./dtao", ReportLanguage.English);
        using MemoryStream written = new();

        files.WriteFile("summary.json", written);
        ReportPage.Render(
            ComparisonReport.Of(comparison, "./dtao"), ReportLanguage.TraditionalChinese,
            out var untranslated);

        Assert.Equal(Encoding.UTF8.GetString(files.Summary()), Encoding.UTF8.GetString(
            written.ToArray()));
        Assert.Empty(untranslated);
    }

    private static Comparison Compare(ulong blocks, params string[] rules) => Comparison.Run(
        new(LaunchScenario.Value, new(blocks), Point.UsualSeed, Pinned: null)
        {
            Auditing = Auditing.Off,
        },
        [.. rules.Select(RuleSchedule.Parse)], [Focus], report: null, CancellationToken.None);
}
