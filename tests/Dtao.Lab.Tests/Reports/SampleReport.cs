using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Tests.Reports;

/// <summary>A report with every block there is, of made-up figures.</summary>
internal static class SampleReport
{
    private const int Places = 60;

    /// <summary>The report.</summary>
    public static Report Value { get; } = new()
    {
        Title = Name("Sample report"),
        Question = Name("Which blocks can a report have?"),
        Answer = Name("All of these, and each figure has a unit."),
        Cards =
        [
            new(Figure.Of(-0.8712, Unit.Share, 1), Name("Fall")) { Verdict = Verdict.Holds },
            new(Figure.Of(1_234_567.891, Unit.TaoPerDay), Name("Cost"))
            {
                Expected = Name("< 10"),
                Verdict = Verdict.Fails,
            },
            new(Figure.Of(double.NaN, Unit.Dollar), Name("Nothing"))
            {
                Verdict = Verdict.Undecided,
            },
        ],
        Sections =
        [
            new("plots", Name("Plots"), [BandPlot(), new SideBySide([Cloud(), TwoAxes()])]),
            new("bars", Name("Bars"), [new SideBySide([Bars(), LyingBars()])]),
            new("field", Name("Field"), [Field()]),
            new("lists", Name("Lists"), [Claims(), Agents(), Calibration(), Values()]),
            new("empty", Name("Empty"), [new Table([new(Name("Column"))], [])]),
        ],
        Provenance = new()
        {
            Command = "./dtao lab sample",
            Chain = Name("version 246"),
            Seeds = [.. Enumerable.Range(1, 200).Select(static seed => (ulong)seed)],
            Rules = [new(Name("R7"), Fidelity.Formula)],
        },
    };

    /// <summary>A report of one price on a logarithmic axis.</summary>
    public static Report LogarithmicValue { get; } = Value with
    {
        Sections =
        [
            new("plots", Name("Plots"),
            [
                new Plot
                {
                    Title = Name("Price path"),
                    X = new(Name("Time"), Unit.Day),
                    Y = [new(Name("Price"), Unit.Price) { Scale = AxisScale.Log }],
                    Places = [0, 1, 2, 3],
                    Series = [new(Name("Price"), [0.006, 0.01, 0.2, 0.04])],
                },
            ]),
        ],
    };

    private static ImmutableArray<double> Days =>
        [.. Enumerable.Range(0, Places).Select(static index => index / 2.0)];

    private static Text Name(string name) => Text.Name(name);

    private static ImmutableArray<double> Curve(double scale) =>
        [.. Days.Select(day => scale * (1 + day) / (1 + (day * day / 40)))];

    private static Plot BandPlot() => new()
    {
        Title = Name("Median of 200 runs"),
        Caption = Name("Band: 5 to 95 per cent"),
        X = new(Name("Time"), Unit.Day),
        Y = [new(Name("Price"), Unit.Price) { IsSwitchable = true }],
        Places = Days,
        Series =
        [
            new(Name("With"), Curve(0.01)) { Lower = Curve(0.007), Upper = Curve(0.014) },
            new(Name("Without"), Curve(0.02)) { Lower = Curve(0.015), Upper = Curve(0.024) },
            new(Name("Observed"), [0.012, double.NaN, 0.04, 0.03])
            {
                Places = [1.2, 3.4, 7.7, 20], Kind = SeriesKind.Points, Tone = Tone.Grey,
            },
        ],
        Marks =
        [
            new(12, Name("Intervention")), new(12.2, Name("Counter rule")), new(20, Name("End")),
        ],
        Targets = [new(20, 0.02, 0.04, Name("expected: 0.02 to 0.04"))],
    };

    private static Plot Cloud() => new()
    {
        Title = Name("Sensitivity"),
        X = new(Name("Budget"), Unit.Tao) { Scale = AxisScale.Log, IsSwitchable = true },
        Y = [new(Name("Gain"), Unit.Share)],
        Places = [.. Days.Select(static day => Math.Pow(1.2, day))],
        Series =
        [
            new(Name("R4"), Curve(0.05)) { Kind = SeriesKind.Points },
            new(Name("R7"), Curve(0.03)) { Kind = SeriesKind.Points },
        ],
    };

    private static Plot TwoAxes() => new()
    {
        Title = Name("Price and rank"),
        X = new(Name("Date (UTC)"), Unit.None) { Scale = AxisScale.Time },
        Y = [new(Name("Price"), Unit.Price), new(Name("Rank"), Unit.Count)],
        Places = [.. Days.Select(static day => 1_742_000_000_000 + (day * 86_400_000))],
        Series =
        [
            new(Name("Price"), Curve(0.01)),
            new(Name("Rank"), [.. Days.Select(static day => Math.Floor(day / 4))])
            {
                Axis = 1, Kind = SeriesKind.Steps,
            },
        ],
    };

    private static BarChart Bars() => new()
    {
        Title = Name("By rule"),
        CategoryName = Name("Rule"),
        Categories = [Name("R2"), Name("R4"), Name("R6b"), Name("R7")],
        Value = new(Name("Income"), Unit.TaoPerDay),
        Series =
        [
            new(Name("Owner"), [120, 80, 45, 1])
            {
                Lower = [100, 60, 40, 0], Upper = [150, 99, 60, 3],
            },
            new(Name("Miners"), [220, 180, 145, 20]),
        ],
    };

    private static BarChart LyingBars() => new()
    {
        Title = Name("By agent"),
        CategoryName = Name("Agent"),
        Categories = [Name("Yield chaser"), Name("Arbitrageur"), Name("Whale")],
        Value = new(Name("Profit"), Unit.Tao),
        IsHorizontal = true,
        Series = [new(Name("Profit"), [-1200, 300.5, 2500])],
    };

    private static HeatMap Field() => new()
    {
        Title = Name("Fall by budget and root share"),
        XName = Name("Budget"),
        YName = Name("Root share"),
        Columns = [Name("1"), Name("10"), Name("100"), Name("1,000")],
        Rows = [Name("0.95"), Name("0.50"), Name("0.20")],
        ValueName = Name("Fall"),
        Unit = Unit.Share.WithDecimals(1),
        Values = [0.1, 0.2, 0.3, 0.4, 0.2, 0.35, 0.5, 0.6, 0.3, 0.7, 0.9, double.NaN],
    };

    private static ClaimList Claims() => new(
    [
        new("1", Name("Root falls"), [Name("94.9 %"), Name("6 days")], Verdict.Holds)
        {
            RefutedBy = Name("96 % or more"),
        },
        new("2", Name("Price <b>rises</b>"), [Name("-87 %")], Verdict.Fails)
        {
            Reason = Name("It falls & falls"),
        },
        new("3", Name("Soon"), [], Verdict.Imprecise),
    ]);

    private static AgentList Agents() => new(
    [
        new(Name("Yield chasers"), 1_200, Name("Buy where holders earn most."))
        {
            Settings = [new(Name("Budget"), Text.Of(Figure.Of(12.5m, Unit.Tao)))],
        },
    ]);

    private static CalibrationList Calibration() => new(
    [
        new(Name("Attention"), Name("0.4"), Evidence.Calibrated, Name("hours 0 to 48")),
        new(Name("Fall"), Name("-88 %"), Evidence.Predicted, Name("price path"))
        {
            Error = Name("1.2 %"),
        },
    ]);

    private static StatedValueList Values() => new(
        [new("tempo", "360", "blocks", ValueStatus.Real, "the chain's own constant")]);
}
