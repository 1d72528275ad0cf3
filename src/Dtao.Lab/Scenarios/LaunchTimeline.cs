using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Events;
using Dtao.Numerics;
using Dtao.Runtime.Spec;

namespace Dtao.Lab.Scenarios;

/// <summary>What changed on the network in the first month of dTAO.</summary>
public static class LaunchTimeline
{
    /// <summary>The events in order of time.</summary>
    /// <param name="pinned">Version that runs throughout; null for the real succession.</param>
    public static ImmutableArray<DatedEvent> Of(RuntimeSpec? pinned)
    {
        LaunchDataset dataset = LaunchDataset.Instance;
        List<DatedEvent> events = [];
        BlockNumber previous = new(dataset.LaunchBlock.Value + 1);
        foreach (RuntimeRelease release in dataset.Releases)
        {
            // The first release is the genesis itself: the switch to dTAO brings it.
            RuntimeSpec spec = SpecOf(release);
            if (spec == Specs.All[0]) continue;
            if (pinned is not null)
            {
                if (spec.Version > pinned.Version) continue;
                events.Add(AtLaunch(dataset.LaunchBlock, spec, release));
                continue;
            }

            VersionUpgrade upgrade = AtMerge(release, spec, previous);
            previous = upgrade.Block;
            events.Add(upgrade);
        }

        foreach (MovingRate rate in dataset.MovingRates)
        {
            // The first rate is the chain's own default.
            if (rate.From == dataset.LaunchBlock) continue;
            events.Add(new MovingRateChange(
                rate.From, rate.Rate, rate.Text, rate.Status, rate.Note));
        }

        // A stable order: events of one block stay in the order in which they were listed.
        return [.. events.OrderBy(static happening => happening.Block.Value)];
    }

    private static RuntimeSpec SpecOf(RuntimeRelease release) => Specs.Find(release.Version)
        ?? throw new FormatException($"version {release.Version} of the timeline is not known");

    private static VersionUpgrade AtLaunch(
        BlockNumber launch, RuntimeSpec spec, RuntimeRelease release) => new(
            new(launch.Value + 1),
            spec,
            release.Change,
            ValueStatus.Synthesized,
            "brought forward to the launch, because the run is pinned to one version");

    private static VersionUpgrade AtMerge(
        RuntimeRelease release, RuntimeSpec spec, BlockNumber previous)
    {
        BlockNumber merged = LaunchDataset.Clock.FirstAt(release.Merged);
        bool isLater = merged.Value > previous.Value;
        return new(
            isLater ? merged : new(previous.Value + 1),
            spec,
            release.Change,
            ValueStatus.Inferred,
            isLater
                ? "first block after the release was merged; the network may have followed later"
                : "merged before the launch; taken to follow one block of the version before");
    }
}
