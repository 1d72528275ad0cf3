using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>All measures that a scenario can name.</summary>
public static class MeasureCatalog
{
    private const ulong ThreeHours = 900;

    /// <summary>The measures.</summary>
    public static ImmutableArray<Measure> All { get; } =
    [
        new("best-rank", "rank", "best rank by price of the subnet, from its second day on",
            static (run, subnet) => PathOf(run, subnet)
                is { } path ? Later(path).Points.Min(static point => (decimal)point.Rank) : null)
        {
            ReadsPath = true,
        },
        new("peak-price", "TAO/alpha", "highest price of the subnet, from its second day on",
            static (run, subnet) => PathOf(run, subnet)
                is { } path ? ValueOf(Later(path).Peak.Price) : null)
        {
            ReadsPath = true,
        },
        new("last-price", "TAO/alpha", "price of the subnet at the end",
            static (run, subnet) => PathOf(run, subnet)
                is { } path ? ValueOf(path.Points[^1].Price) : null)
        {
            ReadsPath = true,
        },
        new("largest-fall", "%", "largest fall of the price within three hours, after day two",
            static (run, subnet) => PathOf(run, subnet)
                is { } path ? PercentOf(Later(path).LargestFall(ThreeHours).Loss) : null)
        {
            ReadsPath = true,
        },
        new("fall-after-intervention", "%",
            "fall of the price within three hours from the announced intervention",
            static (run, subnet) => run.Announced(subnet, "counter") is { } block
                && PathOf(run, subnet) is { } path ? FallAfter(path, block) : null)
        {
            ReadsPath = true,
        },
        new("intervention-day", "days", "day of the announced intervention",
            static (run, subnet) => run.Announced(subnet, "counter") is { } block
                ? run.AgeOf(new(block)) / 7_200m : null),
        new("intervention-weight", "%",
            "part of the subnet's stake weight behind the announced intervention",
            static (run, subnet) => run.NoticeOf(subnet, "counter") is { } notice
                ? (decimal)Math.Round(notice.WeightShare * 100, 4) : null),
        new("emission-share-peak", "%", "largest share of the network's TAO emission",
            static (run, subnet) => run.Samples.SelectMany(static sample => sample.Subnets)
                .Where(sample => sample.NetUid == subnet)
                .Select(static sample => PercentOf(sample.EmissionShare))
                .DefaultIfEmpty().Max()),
        new("emission-share-end", "%", "share of the network's TAO emission at the end",
            static (run, subnet) => run.Last.Subnets
                .Where(sample => sample.NetUid == subnet)
                .Select(static sample => (decimal?)PercentOf(sample.EmissionShare))
                .FirstOrDefault()),
        new("path-error", "log units", "distance from the recorded price path of subnet 28",
            static (run, subnet) => Recorded(run, subnet)?.LogError is { } error
                ? (decimal)Math.Round(error, 4) : null)
        {
            ReadsPath = true,
        },
        new("root-share-end", "%", "mean root share at the end, the chain's formula",
            static (run, _) => PercentOf(run.Last.RootShares.Protocol))
        {
            IsOfNetwork = true,
        },
        .. EmissionMeasures.All,
        .. AccountMeasures.All,
    ];

    /// <summary>The measure with this name, or null.</summary>
    public static Measure? Find(string name) =>
        All.FirstOrDefault(measure => measure.Name == name);

    private static PricePath? PathOf(RunResult run, NetUid subnet) =>
        run.Paths.FirstOrDefault(path => path.NetUid == subnet)?.Path;

    /// <summary>Without the first two days, in which pools are next to empty.</summary>
    private static PricePath Later(PricePath path)
    {
        ulong from = path.Points[0].Block.Value + (2 * BlockClock.BlocksPerDay);
        return path.Points[^1].Block.Value < from
            ? path
            : new(path.Points.Where(point => point.Block.Value >= from));
    }

    /// <summary>To the lowest price of the window, though it may recover within it.</summary>
    internal static decimal? FallAfter(PricePath path, ulong block)
    {
        PathPoint[] window =
        [
            .. path.Points.Where(point =>
                point.Block.Value >= block && point.Block.Value <= block + ThreeHours),
        ];
        if (window.Length == 0) return null;
        PathPoint lowest = window.MinBy(static point => point.Price.Value);
        return PercentOf(new PriceFall(window[0], lowest).Loss);
    }

    /// <summary>Null for another subnet, and for a run that ends before the record begins.
    /// </summary>
    private static PathError? Recorded(RunResult run, NetUid subnet)
    {
        if (subnet.Value != 28 || PathOf(run, subnet) is not { } path) return null;
        DateTime first = path.Points[0].Time;
        DateTime last = path.Points[^1].Time;
        bool isRecorded = Sn28Record.Instance.Prices.Any(
            price => price.Time >= first && price.Time <= last);
        return isRecorded
            ? PathError.Between(Sn28Record.Instance.Between(first, last), path)
            : null;
    }

    private static decimal ValueOf(Price price) =>
        (decimal)price.Value.Bits / (1L << I96F32.FractionBits);

    private static decimal PercentOf(I96F32 share) =>
        (decimal)share.Bits * 100 / (1L << I96F32.FractionBits);
}
