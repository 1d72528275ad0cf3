using System.Collections.Immutable;
using System.Globalization;
using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;

namespace Dtao.Lab.Reports.Network;

/// <summary>Price and rank of the watched subnets, beside the record where there is one.</summary>
internal static class PathSections
{
    private const int Points = 900;
    private const ushort RecordedSubnet = 28;
    private const string Distance = "path-error";
    private const string FromLaunch = "launch";
    private const int DaysOfSettling = 2;
    private const decimal BlocksPerDay = BlockClock.BlocksPerDay;

    /// <summary>A section for every watched subnet.</summary>
    public static IEnumerable<Section> Of(RunResult result)
    {
        foreach (WatchedPath watched in result.Paths)
        {
            PathError? error = IsCompared(result) ? ErrorOf(watched) : null;
            List<ReportBlock> blocks =
            [
                new Prose(Text.Key(TextOf(result, error))),
                PriceOf(result, watched, error),
                RankOf(result, watched, error),
            ];
            if (error is not null) blocks.Add(ErrorsOf(error));
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"path-{watched.NetUid.Value}"),
                Text.Key("path.heading", Text.Verbatim(NameOf(watched))),
                [.. blocks]);
        }
    }

    private static string NameOf(WatchedPath watched) =>
        string.Create(CultureInfo.InvariantCulture, $"SN{watched.NetUid.Value}");

    /// <summary>A scenario that is held against the record measures its distance from it.</summary>
    private static bool IsCompared(RunResult result) =>
        result.Point.Scenario.Plan is { Network.Kind: FromLaunch } plan
        && plan.Measures.Any(static measure => measure.Measure.Name == Distance);

    private static string TextOf(RunResult result, PathError? error)
    {
        if (error is null) return "path.text";
        return result.Point.Scenario.Plan is { Calibrated.IsEmpty: false }
            ? "path.recorded-text"
            : "path.compared-text";
    }

    private static PathError? ErrorOf(WatchedPath watched)
    {
        if (watched.NetUid.Value != RecordedSubnet || watched.Path.Points.Length < 2) return null;
        ImmutableArray<PathPoint> points = watched.Path.Points;
        DateTime last = points[^1].Time;
        bool isCovered = Sn28Record.Instance.Prices.Any(
            price => price.Time >= points[0].Time && price.Time <= last);
        return isCovered
            ? PathError.Between(
                Sn28Record.Instance.Between(points[0].Time, last), watched.Path)
            : null;
    }

    private static Plot PriceOf(RunResult result, WatchedPath watched, PathError? error) => new()
    {
        Title = Text.Key("path.price", Text.Verbatim(NameOf(watched))),
        Caption = CaptionOf(result, watched, error),
        Height = 400,
        X = new(Text.Key("network.date"), Unit.None) { Scale = AxisScale.Time },
        Y =
        [
            new(Text.Key("network.price"), Unit.Price)
            {
                Scale = AxisScale.Log,
                IsSwitchable = true,
            },
        ],
        Marks = MarksOf(result),
        Series = SeriesOf(watched, error, PriceOf),
    };

    private static Plot RankOf(RunResult result, WatchedPath watched, PathError? error) => new()
    {
        Title = Text.Key("path.rank", Text.Verbatim(NameOf(watched))),
        Caption = Text.Key("path.rank-caption"),
        Height = 260,
        X = new(Text.Key("network.date"), Unit.None) { Scale = AxisScale.Time },
        Y = [new(Text.Key("path.rank-axis"), Unit.Count) { IsReversed = true, From = 1 }],
        Marks = MarksOf(result),
        Series =
        [
            .. SeriesOf(watched, error, static point => point.Rank)
                .Select(static series => series with { Kind = SeriesKind.Steps }),
        ],
    };

    private static double PriceOf(PathPoint point) =>
        (double)ReadableNumber.Of(point.Price.Value);

    private static ImmutableArray<Series> SeriesOf(
        WatchedPath watched, PathError? error, Func<PathPoint, double> choose)
    {
        Series found = Of("path.simulated", watched.Path, choose, Tone.Blue);
        return error is null
            ? [found]
            : [found, Of("path.recorded", error.Recorded, choose, Tone.Orange)];
    }

    private static Series Of(
        string key, PricePath path, Func<PathPoint, double> choose, Tone tone)
    {
        ImmutableArray<PathPoint> points = Thinning.Of(path.Points, Points);
        return new(Text.Key(key), [.. points.Select(choose)])
        {
            Places = [.. points.Select(static point => Milliseconds(point.Time))],
            Tone = tone,
        };
    }

    private static ImmutableArray<EventMark> MarksOf(RunResult result) =>
    [
        .. Happening.Of(result).Select(happening => new EventMark(
            Milliseconds(result.Point.Scenario.Clock.TimeOf(happening.Block)), happening.What)),
    ];

    /// <summary>The highest price, and which numbered lines are the agents' doing.</summary>
    private static Text CaptionOf(RunResult result, WatchedPath watched, PathError? error)
    {
        Text highest = error is null
            ? HighestOf(watched.Path)
            : Text.Key(
                "path.highest-both", PeakOf(error.Simulated.Peak), PeakOf(error.Recorded.Peak));
        Text[] announced =
        [
            .. Happening.Of(result)
                .Select(static (happening, index) => (happening, index))
                .Where(static one => one.happening.IsAnnouncement)
                .Select(static one => Text.Key(
                    "path.line", Text.Verbatim($"{one.index + 1}"), one.happening.What)),
        ];
        return announced.Length == 0
            ? Text.Key("path.caption", highest)
            : Text.Key("path.caption-lines", highest, Text.List(announced));
    }

    /// <summary>The first two days, in which prices find their level, stay out.</summary>
    private static Text HighestOf(PricePath path)
    {
        DateTime settled = path.Points[0].Time.AddDays(DaysOfSettling);
        DateTime last = path.Points[^1].Time;
        return last < settled
            ? Text.Key("path.highest", PeakOf(path.Peak))
            : Text.Key("path.highest-later", PeakOf(path.Between(settled, last).Peak));
    }

    private static Text PeakOf(PathPoint point) => Text.Key(
        "path.at",
        Text.Of(Figure.Of(point.Price, 4)),
        Text.Verbatim(point.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));

    private static Table ErrorsOf(PathError error)
    {
        PriceFall recorded = error.RecordedFall;
        PriceFall simulated = error.SimulatedFall;
        return new(
            [
                new(Text.Key("path.figure")), new(Text.Key("path.recorded"), Unit.None),
                new(Text.Key("path.simulated"), Unit.None), new(Text.Key("path.difference")),
            ],
            [
                Row("path.peak", error.Recorded.Peak, error.Simulated.Peak, error.PeakDelay),
                Row(
                    "path.trough", error.Recorded.Trough, error.Simulated.Trough,
                    error.TroughDelay),
                [
                    Cell.Of(Text.Key("path.fall")),
                    Cell.Of(Figure.Share(recorded.Loss, 1)),
                    Cell.Of(Figure.Share(simulated.Loss, 1)),
                    Cell.Of("–"),
                ],
                [
                    Cell.Of(Text.Key("path.log-error")),
                    Cell.Of(Figure.NoneOf(Unit.None)),
                    Cell.Of(Figure.Of(error.LogError, Unit.None, 3)),
                    Cell.Of(Text.Key(
                        "path.moments", Text.Of(Figure.Count(error.Times)))),
                ],
                [
                    Cell.Of(Text.Key("path.rank-error")),
                    Cell.Of(Figure.NoneOf(Unit.None)),
                    Cell.Of(Figure.Of(error.RankError, Unit.None, 1)),
                    Cell.Of("–"),
                ],
            ]);
    }

    private static ImmutableArray<Cell> Row(
        string key, PathPoint recorded, PathPoint simulated, long delay) =>
    [
        Cell.Of(Text.Key(key)),
        Cell.Of(Figure.Of(recorded.Price)),
        Cell.Of(Figure.Of(simulated.Price)),
        Cell.Of(DelayOf(delay)),
    ];

    private static Text DelayOf(long blocks)
    {
        Figure days = Figure.Of(Math.Abs((decimal)blocks / BlocksPerDay), Unit.Day, 2);
        string key = Math.Sign(blocks) switch
        {
            > 0 => "path.later",
            0 => "path.same",
            _ => "path.earlier",
        };
        return Text.Key(key, Text.Of(days));
    }

    private static double Milliseconds(DateTime moment) =>
        (moment - DateTime.UnixEpoch).TotalMilliseconds;
}
