using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Reports.Network;

/// <summary>The TAO of each day by what subnets are for.</summary>
internal static class PurposeSections
{
    /// <summary>A chart of the purposes; nothing for a scenario that names none.</summary>
    public static IEnumerable<Section> Of(RunResult result)
    {
        if (result.Point.Scenario.Plan is not { Purposes.IsEmpty: false } plan) yield break;
        if (DaysOf(result) == 0) yield break;
        yield return new("purposes", Text.Key("purposes.heading"), [ChartOf(result, plan)]);
    }

    /// <summary>Whole days.</summary>
    private static int DaysOf(RunResult result) =>
        (int)(result.Point.Horizon.Blocks / BlockClock.BlocksPerDay);

    private static Plot ChartOf(RunResult result, Plan plan)
    {
        ImmutableArray<NetUid> all =
            [.. result.Point.Scenario.Subnets.Select(static label => label.NetUid)];
        HashSet<NetUid> named = [];
        List<Series> series = [];
        foreach ((string purpose, SubnetSet set) in plan.Purposes.OrderBy(
            static one => one.Key, StringComparer.Ordinal))
        {
            HashSet<NetUid> meant = [.. set.Of(all)];
            named.UnionWith(meant);
            series.Add(Of(result, Text.Name(purpose), meant));
        }

        if (all.Any(subnet => !named.Contains(subnet)))
        {
            series.Add(Of(
                result, Text.Key("purposes.others"),
                [.. all.Where(subnet => !named.Contains(subnet))]));
        }

        return new()
        {
            Title = Text.Key("purposes.title"),
            Caption = Text.Key("purposes.caption"),
            Height = 320,
            X = new(Text.Key("network.since-launch"), Unit.Day),
            Y = [new(Text.Key("purposes.axis"), Unit.Tao) { From = 0 }],
            Places = [.. Enumerable.Range(1, DaysOf(result)).Select(static day => (double)day)],
            Series = [.. series],
        };
    }

    private static Series Of(RunResult result, Text name, HashSet<NetUid> subnets)
    {
        SubnetEmission[] meant =
            [.. result.Emissions.Where(one => subnets.Contains(one.NetUid))];
        return new(
            name,
            [
                .. Enumerable.Range(0, DaysOf(result)).Select(day =>
                    (double)meant.Sum(one => ReadableNumber.Of(one.Days[day].Rao))),
            ])
        {
            Kind = SeriesKind.StackedArea,
        };
    }
}
