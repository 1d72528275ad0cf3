using System.Collections.Immutable;
using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>Measures of who gets the network's TAO, and of what the pools are given.</summary>
internal static class EmissionMeasures
{
    private const ulong TwoDays = 2 * 7_200;

    /// <summary>The measures.</summary>
    public static ImmutableArray<Measure> All { get; } =
    [
        new("tao-income", "TAO", "TAO that was emitted to the subnet",
            static (run, subnet) => IncomeOf(run, other => other == subnet)),
        new("emission-day-most", "%", "largest share of a day's TAO emission, by any rule",
            static (run, subnet) =>
                DayShares(run, other => other == subnet).DefaultIfEmpty().Max()),
        new("emission-day-end", "%", "share of the last whole day's TAO emission, by any rule",
            static (run, subnet) => DayShares(run, other => other == subnet).LastOrDefault()),
        new("emission-share-rise", "%",
            "largest share of TAO emission after day two, less the share at its end",
            static (run, subnet) => RiseOf(run, subnet)),
        new("alpha-injected-most", "alpha/block",
            "most alpha that the pool was given between two samples, after day two",
            static (run, subnet) => Injections(run, subnet) is { Length: > 0 } all
                ? all.Max()
                : null),
        new("alpha-injected-least", "alpha/block",
            "least alpha that the pool was given between two samples, after day two",
            static (run, subnet) => Injections(run, subnet) is { Length: > 0 } all
                ? all.Min()
                : null),
        new("alpha-injected-mean", "alpha/block",
            "alpha that the pools were given, mean over the run; 0 is the mean of all subnets",
            static (run, subnet) => MeanInjection(run, subnet))
        {
            IsOfNetwork = true,
        },
        new("price-growth", "%", "change of the price from the end of day two to the end",
            static (run, subnet) => GrowthOf(run, subnet)),
        new("root-share-staked-end", "%",
            "mean of root's part of all stake weight at the end",
            static (run, _) => Percent(run.Last.RootShares.Staked))
        {
            IsOfNetwork = true,
        },
        new("root-gain", "%", "growth of the TAO staked on root, dividends included",
            static (run, _) =>
                ((decimal)run.Last.RootStaked.Rao / run.First.RootStaked.Rao * 100) - 100)
        {
            IsOfNetwork = true,
        },
        new("price-sum-end", "TAO/alpha", "sum of all prices at the end",
            static (run, _) => ReadableNumber.Of(run.Last.SumOfPrices.Value))
        {
            IsOfNetwork = true,
        },
        Measure.Named(
            "purpose-emission", "%", "share of the run's TAO emission that went to the purpose",
            MeasureSubject.Purpose,
            static (run, purpose) => PurposeShare(run, purpose)),
        Measure.Named(
            "purpose-emission-first", "%", "share of the first day's TAO emission",
            MeasureSubject.Purpose,
            static (run, purpose) => SubnetsOf(run, purpose) is { } subnets
                ? DayShares(run, subnets.Contains).FirstOrDefault()
                : null),
        Measure.Named(
            "purpose-emission-end", "%", "share of the last whole day's TAO emission",
            MeasureSubject.Purpose,
            static (run, purpose) => SubnetsOf(run, purpose) is { } subnets
                ? DayShares(run, subnets.Contains).LastOrDefault()
                : null),
    ];

    /// <summary>TAO that was emitted to some subnets over a run.</summary>
    public static decimal IncomeOf(RunResult run, Func<NetUid, bool> isMeant) => run.Emissions
        .Where(one => isMeant(one.NetUid))
        .Sum(static one => ReadableNumber.Of(one.Total.Rao));

    private static decimal Percent(I96F32 share) => ReadableNumber.Of(share) * 100;

    private static IEnumerable<(ulong Age, SubnetSample Subnet)> SeriesOf(
        RunResult run, NetUid subnet) =>
        from sample in run.Samples
        from one in sample.Subnets
        where one.NetUid == subnet
        select (run.AgeOf(sample.Block), one);

    private static decimal? RiseOf(RunResult run, NetUid subnet)
    {
        (ulong Age, SubnetSample Subnet)[] later =
            [.. SeriesOf(run, subnet).Where(static one => one.Age >= TwoDays)];
        if (later.Length == 0) return null;
        return later.Max(static one => Percent(one.Subnet.EmissionShare))
            - Percent(later[0].Subnet.EmissionShare);
    }

    private static decimal? GrowthOf(RunResult run, NetUid subnet)
    {
        (ulong Age, SubnetSample Subnet)[] later =
            [.. SeriesOf(run, subnet).Where(static one => one.Age >= TwoDays)];
        if (later.Length == 0) return null;
        decimal first = ReadableNumber.Of(later[0].Subnet.Price.Value);
        return first == 0
            ? null
            : (ReadableNumber.Of(later[^1].Subnet.Price.Value) / first * 100) - 100;
    }

    /// <summary>Growth of all alpha less the one alpha a block that is paid out.</summary>
    private static decimal[] Injections(RunResult run, NetUid subnet)
    {
        (ulong Age, SubnetSample Subnet)[] later =
            [.. SeriesOf(run, subnet).Where(static one => one.Age >= TwoDays)];
        decimal[] found = new decimal[Math.Max(0, later.Length - 1)];
        for (int index = 0; index < found.Length; index++)
        {
            decimal blocks = later[index + 1].Age - later[index].Age;
            decimal grown = ReadableNumber.Of(later[index + 1].Subnet.AlphaIssuance.Rao)
                - ReadableNumber.Of(later[index].Subnet.AlphaIssuance.Rao);
            found[index] = (grown / blocks) - 1;
        }

        return found;
    }

    private static decimal? MeanInjection(RunResult run, NetUid subnet)
    {
        decimal blocks = run.AgeOf(run.Last.Block);
        if (blocks == 0) return null;
        decimal sum = 0;
        int count = 0;
        for (int index = 0; index < run.Last.Subnets.Length; index++)
        {
            SubnetSample last = run.Last.Subnets[index];
            if (subnet != NetUid.Root && last.NetUid != subnet) continue;
            decimal grown = ReadableNumber.Of(last.AlphaIssuance.Rao)
                - ReadableNumber.Of(run.First.Subnets[index].AlphaIssuance.Rao);
            sum += (grown / blocks) - 1;
            count++;
        }

        return count == 0 ? null : sum / count;
    }

    private static HashSet<NetUid>? SubnetsOf(RunResult run, string purpose)
    {
        if (run.Point.Scenario.Plan?.Purposes.GetValueOrDefault(purpose) is not { } set)
        {
            return null;
        }

        ImmutableArray<NetUid> all =
            [.. run.Point.Scenario.Subnets.Select(static subnet => subnet.NetUid)];
        return [.. set.Of(all)];
    }

    /// <summary>Shares of the TAO of every whole day. Unit: per cent.</summary>
    private static List<decimal> DayShares(RunResult run, Func<NetUid, bool> isMeant)
    {
        int days = (int)(run.Point.Horizon.Blocks / 7_200);
        List<decimal> shares = [];
        for (int day = 0; day < days; day++)
        {
            decimal all = run.Emissions.Sum(one => OfDay(one, day));
            decimal meant = run.Emissions.Where(one => isMeant(one.NetUid))
                .Sum(one => OfDay(one, day));
            shares.Add(all == 0 ? 0 : meant * 100 / all);
        }

        return shares;
    }

    private static decimal OfDay(SubnetEmission emission, int day) =>
        day < emission.Days.Length ? ReadableNumber.Of(emission.Days[day].Rao) : 0;

    private static decimal? PurposeShare(RunResult run, string purpose)
    {
        if (SubnetsOf(run, purpose) is not { } subnets) return null;
        decimal all = IncomeOf(run, static _ => true);
        return all == 0 ? null : IncomeOf(run, subnets.Contains) * 100 / all;
    }
}
