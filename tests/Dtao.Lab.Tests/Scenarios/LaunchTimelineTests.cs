using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Events;
using Dtao.Lab.Scenarios;
using Dtao.Runtime.Spec;
using Xunit;

namespace Dtao.Lab.Tests.Scenarios;

public class LaunchTimelineTests
{
    private static readonly ulong Launch = LaunchDataset.Instance.LaunchBlock.Value;

    [Fact]
    public void Versions_follow_each_other_after_the_launch()
    {
        ImmutableArray<DatedEvent> events = LaunchTimeline.Of(pinned: null);

        Assert.Equal(
            [234, 238, 239, 244, 245, 246],
            events.OfType<VersionUpgrade>().Select(static upgrade => upgrade.Spec.Version));
        Assert.Equal(
            events.OfType<VersionUpgrade>().Select(static upgrade => upgrade.Block.Value)
                .Distinct().Order(),
            events.OfType<VersionUpgrade>().Select(static upgrade => upgrade.Block.Value));
        Assert.All(events, static happening => Assert.True(happening.Block.Value > Launch));
    }

    [Fact]
    public void An_upgrade_is_the_first_block_that_is_not_before_its_merge()
    {
        VersionUpgrade upgrade = LaunchTimeline.Of(pinned: null).OfType<VersionUpgrade>()
            .Single(static one => one.Spec.Version == 244);

        DateTime time = LaunchDataset.Clock.TimeOf(upgrade.Block);

        Assert.InRange(
            (time - new DateTime(2025, 2, 24, 22, 40, 0, DateTimeKind.Utc)).TotalSeconds, 0, 11);
        Assert.Equal(ValueStatus.Inferred, upgrade.Status);
    }

    [Fact]
    public void The_moving_prices_become_faster_at_block_4937000()
    {
        MovingRateChange change =
            LaunchTimeline.Of(pinned: null).OfType<MovingRateChange>().Single();

        Assert.Equal(4_937_000UL, change.Block.Value);
        Assert.Equal("0.0003", change.RateText);
        Assert.Equal(ValueStatus.Inferred, change.Status);
    }

    [Theory]
    [InlineData(233, 0)]
    [InlineData(239, 3)]
    [InlineData(246, 6)]
    public void A_pinned_version_is_reached_at_the_launch(int version, int upgrades)
    {
        ImmutableArray<DatedEvent> events = LaunchTimeline.Of(Specs.Find(version));

        Assert.Equal(upgrades, events.OfType<VersionUpgrade>().Count());
        Assert.All(
            events.OfType<VersionUpgrade>(),
            static upgrade => Assert.Equal(Launch + 1, upgrade.Block.Value));
        Assert.Single(events.OfType<MovingRateChange>());
    }
}
