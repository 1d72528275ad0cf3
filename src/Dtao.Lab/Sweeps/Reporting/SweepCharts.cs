using System.Collections.Immutable;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Sweeps.Designs;
using Dtao.Lab.Sweeps.Statistics;

namespace Dtao.Lab.Sweeps.Reporting;

/// <summary>The charts of a sweep's report.</summary>
internal static class SweepCharts
{
    private const int MostLevels = 60;

    /// <summary>How a figure goes with each setting, over all other settings and seeds.</summary>
    public static ImmutableArray<Chart> Bands(
        SweepPlan plan, SweepStatistics statistics, int measure) =>
    [
        .. plan.Variations.Select((variation, setting) =>
            HasLevels(plan, setting)
                ? Band(plan, statistics, measure, setting)
                : (Chart)Cloud(plan, statistics, measure, setting)),
    ];

    /// <summary>Two settings have so few values that a map shows all of their pairs.</summary>
    public static bool HasMap(SweepPlan plan) => plan.Design == DesignKind.Grid
        && plan.Variations.Length > 1 && HasLevels(plan, 0) && HasLevels(plan, 1);

    /// <summary>The mean of a figure for each pair of values of the first two settings.</summary>
    public static HeatMap Map(SweepPlan plan, SweepStatistics statistics, int measure)
    {
        double[] columns = LevelsOf(plan, 0);
        double[] rows = LevelsOf(plan, 1);
        Dictionary<(double, double), List<double>> cells = [];
        foreach (SweepPoint point in plan.Points)
        {
            (double, double) cell = (point.Positions[0], point.Positions[1]);
            if (!cells.TryGetValue(cell, out List<double>? means)) cells[cell] = means = [];
            if (statistics.Band(measure, point) is { } band) means.Add(band.Mean);
        }

        return new()
        {
            Title = SweepReport.NameOf(plan.Measures[measure]),
            Caption = Text.Key("sweep.map-caption"),
            XName = Heading(plan.Variations[0]),
            YName = Heading(plan.Variations[1]),
            Columns = [.. columns.Select(at => Text.Verbatim(plan.Variations[0].CellAt(at)))],
            Rows = [.. rows.Select(at => Text.Verbatim(plan.Variations[1].CellAt(at)))],
            ValueName = Text.Key("sweep.mean"),
            Unit = SweepReport.UnitOf(plan.Measures[measure]),
            Values =
            [
                .. rows.SelectMany(row => columns.Select(column =>
                    cells[(column, row)] is { Count: > 0 } means
                        ? Distribution.MeanOf(means)
                        : double.NaN)),
            ],
        };
    }

    /// <summary>The estimates of each setting, with their bands as whiskers.</summary>
    public static BarChart Sensitivity(SweepPlan plan, SweepStatistics statistics, int measure)
    {
        bool isSobol = plan.Design == DesignKind.Sobol;
        ImmutableArray<ImmutableArray<Estimate>>? estimates = statistics.Sensitivities[measure];
        return new()
        {
            Title = SweepReport.NameOf(plan.Measures[measure]),
            Caption = Text.Key(
                estimates is null ? "sweep.no-sensitivity" : "sweep.sensitivity-caption"),
            CategoryName = Text.Key("sweep.setting"),
            Categories = [.. plan.Variations.Select(static one => Text.Verbatim(one.Path))],
            Value = new(
                Text.Key(isSobol ? "sweep.part" : "sweep.effect"),
                isSobol ? Unit.Share : SweepReport.UnitOf(plan.Measures[measure])),
            Series =
            [
                .. statistics.EstimateNames.Select((name, place) =>
                    SeriesOf(name, [.. plan.Variations.Select((_, setting) =>
                        estimates?[setting][place]
                            ?? new Estimate(double.NaN, double.NaN, double.NaN))])),
            ],
            IsHorizontal = true,
            Height = 140 + (60 * plan.Variations.Length),
        };
    }

    private static Series SeriesOf(string name, Estimate[] estimates) => new(
        Text.Key($"sweep.estimate-{name.TrimEnd('*')}{(name.EndsWith('*') ? "-star" : "")}"),
        [.. estimates.Select(static one => one.Value)])
    {
        Lower = [.. estimates.Select(static one => one.Low)],
        Upper = [.. estimates.Select(static one => one.High)],
    };

    private static Chart Band(
        SweepPlan plan, SweepStatistics statistics, int measure, int setting)
    {
        Variation variation = plan.Variations[setting];
        double[] levels = LevelsOf(plan, setting);
        Distribution?[] margins =
            [.. levels.Select(at => statistics.Margin(measure, setting, at))];
        Series series = new(
            Text.Key("sweep.mean"), [.. margins.Select(static one => one?.Mean ?? double.NaN)])
        {
            Lower = [.. margins.Select(static one => one?.Low ?? double.NaN)],
            Upper = [.. margins.Select(static one => one?.High ?? double.NaN)],
            Tone = Tone.Blue,
        };
        Axis value = new(
            Text.Key("sweep.value"), SweepReport.UnitOf(plan.Measures[measure]));
        if (variation.IsChoice)
        {
            return new BarChart
            {
                Title = Title(plan, measure, variation),
                Caption = Text.Key("sweep.band-caption"),
                CategoryName = Heading(variation),
                Categories = [.. levels.Select(at => Text.Verbatim(variation.CellAt(at)))],
                Value = value,
                Series = [series],
            };
        }

        return new Plot
        {
            Title = Title(plan, measure, variation),
            Caption = Text.Key("sweep.band-caption"),
            X = AxisOf(variation),
            Y = [value],
            Places = [.. levels.Select(variation.AmountAt)],
            Series = [series],
        };
    }

    /// <summary>A point for each run, where a setting takes any value.</summary>
    private static Plot Cloud(
        SweepPlan plan, SweepStatistics statistics, int measure, int setting)
    {
        Variation variation = plan.Variations[setting];
        (double Place, double Value)[] seen =
        [
            .. from outcome in statistics.Outcomes
               let value = outcome.ValueOf(measure)
               where value is not null
               let position = plan[outcome.Number].Point.Positions[setting]
               select (variation.AmountAt(position), value.Value),
        ];
        Array.Sort(seen);
        return new()
        {
            Title = Title(plan, measure, variation),
            Caption = Text.Key("sweep.cloud-caption"),
            X = AxisOf(variation),
            Y = [new(Text.Key("sweep.value"), SweepReport.UnitOf(plan.Measures[measure]))],
            Places = [.. seen.Select(static one => one.Place)],
            Series =
            [
                new(Text.Key("sweep.one-run"), [.. seen.Select(static one => one.Value)])
                {
                    Kind = SeriesKind.Points,
                    Tone = Tone.Blue,
                },
            ],
        };
    }

    private static Text Title(SweepPlan plan, int measure, Variation variation) => Text.Key(
        "sweep.against",
        SweepReport.NameOf(plan.Measures[measure]),
        Text.Verbatim(variation.Path));

    private static Text Heading(Variation variation) => Text.Verbatim(variation.Heading);

    private static Axis AxisOf(Variation variation) => new(
        Text.Verbatim(variation.Path), new Unit(Text.Name(variation.Unit), 4));

    private static bool HasLevels(SweepPlan plan, int setting) =>
        (plan.Design == DesignKind.Morris || plan.Variations[setting].Levels is not null)
        && LevelsOf(plan, setting).Length <= MostLevels;

    private static double[] LevelsOf(SweepPlan plan, int setting) =>
        [.. plan.Points.Select(point => point.Positions[setting]).Distinct().Order()];
}
