using System.Collections.Immutable;
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
                is { } path ? Later(path).Min(static point => (decimal)point.Rank) : null),
        new("peak-price", "TAO/alpha", "highest price of the subnet, from its second day on",
            static (run, subnet) => PathOf(run, subnet)
                is { } path ? (decimal)Later(path).Max(static point => point.Price) : null),
        new("last-price", "TAO/alpha", "price of the subnet at the end",
            static (run, subnet) => PathOf(run, subnet)
                is { } path ? (decimal)path.Points[^1].Price : null),
        new("largest-fall", "%", "largest fall of the price within three hours, after day two",
            static (run, subnet) => PathOf(run, subnet)
                is { } path ? LargestFall([.. Later(path)]) : null),
        new("fall-after-intervention", "%",
            "fall of the price within three hours from the announced intervention",
            static (run, subnet) => run.Announced(subnet, "counter") is { } block
                && PathOf(run, subnet) is { } path ? FallAfter(path, block) : null),
        new("intervention-day", "days", "day of the announced intervention",
            static (run, subnet) => run.Announced(subnet, "counter") is { } block
                ? run.AgeOf(new(block)) / 7_200m : null),
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
        new("root-share-end", "%", "mean root share at the end, the chain's formula",
            static (run, _) => PercentOf(run.Last.RootShares.Protocol)),
    ];

    /// <summary>The measure with this name, or null.</summary>
    public static Measure? Find(string name) =>
        All.FirstOrDefault(measure => measure.Name == name);

    private static PricePath? PathOf(RunResult run, NetUid subnet) =>
        run.Paths.FirstOrDefault(path => path.NetUid == subnet);

    /// <summary>Without the first two days, in which pools are next to empty.</summary>
    private static IEnumerable<PricePoint> Later(PricePath path)
    {
        ulong from = path.Points[0].Block + (2 * 7_200);
        return path.Points.Where(point => point.Block >= from).DefaultIfEmpty(path.Points[^1]);
    }

    private static decimal LargestFall(PricePoint[] points)
    {
        double largest = 0;
        for (int at = 0; at < points.Length; at++)
        {
            for (int later = at + 1; later < points.Length; later++)
            {
                if (points[later].Block > points[at].Block + ThreeHours) break;
                largest = Math.Max(largest, 1 - (points[later].Price / points[at].Price));
            }
        }

        return (decimal)(largest * 100);
    }

    private static decimal? FallAfter(PricePath path, ulong block)
    {
        PricePoint[] window =
        [
            .. path.Points.Where(point =>
                point.Block >= block && point.Block <= block + ThreeHours),
        ];
        if (window.Length == 0) return null;
        double least = window.Min(static point => point.Price);
        return (decimal)((1 - (least / window[0].Price)) * 100);
    }

    private static decimal PercentOf(I96F32 share) =>
        (decimal)share.Bits * 100 / (1L << I96F32.FractionBits);
}
