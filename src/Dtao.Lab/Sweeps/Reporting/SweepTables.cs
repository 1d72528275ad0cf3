using System.Collections.Immutable;
using System.Globalization;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Sweeps.Statistics;

namespace Dtao.Lab.Sweeps.Reporting;

/// <summary>The tables of a sweep's report.</summary>
internal static class SweepTables
{
    private const int MostRows = 400;

    /// <summary>The mean of every figure at the first points; bands.csv has them all.</summary>
    public static Table Points(SweepPlan plan, SweepStatistics statistics) => new(
        [
            new(Text.Key("sweep.point"), Unit.Count),
            .. plan.Variations.Select(static one => new Column(Text.Verbatim(one.Heading))),
            .. plan.Measures.Select(static one =>
                new Column(Text.Verbatim(one.Name), SweepReport.UnitOf(one))),
        ],
        [
            .. plan.Points.Take(MostRows).Select(point => RowOf(plan, statistics, point)),
        ])
    {
        Caption = Text.Key("sweep.points-caption", Text.Of(Figure.Count(MostRows))),
    };

    /// <summary>The runs that failed, and why.</summary>
    public static Table Failures(SweepPlan plan, SweepStatistics statistics) => new(
        [
            new(Text.Key("sweep.run"), Unit.Count),
            new(Text.Key("sweep.point-values")),
            new(Text.Key("sweep.seed")),
            new(Text.Key("sweep.error")),
        ],
        [
            .. statistics.Outcomes.Where(static one => one.Error is not null)
                .Take(MostRows)
                .Select(outcome => FailureOf(plan[outcome.Number], outcome.Error!)),
        ]);

    private static ImmutableArray<Cell> RowOf(
        SweepPlan plan, SweepStatistics statistics, SweepPoint point) =>
    [
        Cell.Of(Figure.Count(point.Number)),
        .. plan.Variations.Select((one, place) =>
            Cell.Of(one.CellAt(point.Positions[place]))),
        .. plan.Measures.Select((one, measure) =>
        {
            Unit unit = SweepReport.UnitOf(one);
            return Cell.Of(statistics.Band(measure, point) is { } band
                ? Figure.Of(band.Mean, unit)
                : Figure.NoneOf(unit));
        }),
    ];

    private static ImmutableArray<Cell> FailureOf(SweepRun run, string error) =>
    [
        Cell.Of(Figure.Count(run.Number)),
        Cell.Of(string.Join(", ", run.Point.Changes)),
        Cell.Of(run.Seed.ToString(CultureInfo.InvariantCulture)),
        Cell.Of(error),
    ];
}
