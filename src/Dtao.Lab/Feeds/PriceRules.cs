using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Numerics;
using Dtao.Runtime.Pools;
using Dtao.Runtime.Spec;

namespace Dtao.Lab.Feeds;

/// <summary>The versions in which prices decided emission, and what changed with them.</summary>
/// <remarks>
/// Versions that are not listed changed nothing about it. Source: docs/how-to/feed.md#versions.
/// </remarks>
public static class PriceRules
{
    /// <summary>The last version before flows took the place of prices.</summary>
    public const int LastVersion = 333;

    private const ulong LaterHalfTime = 201_600;

    /// <summary>When flows took the place of prices: version 334 was merged.</summary>
    public static DateTime FlowsSince { get; } = Day(2025, 11, 4);

    /// <summary>
    /// First block of the version that counts subnets from their start: those that were there are
    /// taken as started with it.
    /// </summary>
    public static BlockNumber StartOfAll { get; } =
        LaunchDataset.Clock.FirstAt(Day(2025, 3, 28));

    /// <summary>Blocks that a new subnet waits at least before it can be started.</summary>
    public const ulong LeastWait = 7 * BlockClock.BlocksPerDay;

    /// <summary>The rules, oldest first.</summary>
    public static ImmutableArray<PriceRule> All { get; } = [.. OfTheEngine(), .. Later()];

    /// <summary>The rule of a version, or null when prices do not decide in it.</summary>
    public static PriceRule? Find(int version) => version > LastVersion
        ? null
        : All.LastOrDefault(rule => rule.Version <= version);

    /// <summary>The rule at a time, by the merges of the releases.</summary>
    public static PriceRule At(DateTime time) =>
        All.LastOrDefault(rule => rule.Since <= time) ?? All[0];

    private static IEnumerable<PriceRule> OfTheEngine() =>
        LaunchDataset.Instance.Releases.Select(static release =>
        {
            RuntimeSpec spec = Specs.Find(release.Version) ?? throw new FormatException(
                $"version {release.Version} of the timeline is not known");
            return new PriceRule(
                spec.Version, spec.Tag, release.Merged, spec.MovingPrice, MovingPrice.HalfTime,
                AgeIsFromStart: false, EmissionIsBoundByPrice: false);
        });

    private static IEnumerable<PriceRule> Later()
    {
        PriceRule longer = new(
            252, "v2.0.8", Day(2025, 3, 19), MovingPriceRule.CappedWithAgeRamp, LaterHalfTime,
            AgeIsFromStart: false, EmissionIsBoundByPrice: false);
        PriceRule started = longer with
        {
            Version = 258,
            Tag = "v2.0.10",
            Since = Day(2025, 4, 4),
            AgeIsFromStart = true,
        };
        return
        [
            longer,
            started,
            started with
            {
                Version = 298,
                Tag = "v3.2.3",
                Since = Day(2025, 7, 29),
                EmissionIsBoundByPrice = true,
            },
        ];
    }

    private static DateTime Day(int year, int month, int day) =>
        new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
}
