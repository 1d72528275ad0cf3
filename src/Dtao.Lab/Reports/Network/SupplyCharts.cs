using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Reports.Network;

/// <summary>Charts of the TAO there is, against the curve of 21 million.</summary>
internal static class SupplyCharts
{
    private const double Cap = 21e6;
    private const double Million = 1e6;
    private const int Years = 20;
    private const int MonthsBetween = 2;

    /// <summary>Supply and curve for twenty years.</summary>
    public static Plot Supply(RunResult result, ImmutableArray<NetworkSample> samples)
    {
        BlockClock clock = result.Point.Scenario.Clock;
        DateTime start = clock.TimeOf(result.First.Block);
        double issued = TaoOf(result.First.TotalIssuance);
        ImmutableArray<DateTime> moments =
        [
            .. Enumerable.Range(0, (Years * 12 / MonthsBetween) + 1)
                .Select(index => start.AddMonths(index * MonthsBetween)),
        ];
        return new()
        {
            Title = Text.Key("network.supply-title"),
            Caption = Text.Key("network.supply-caption"),
            Height = 330,
            X = new(Text.Key("network.date"), Unit.None) { Scale = AxisScale.Time },
            Y = [new(Text.Key("network.supply-axis"), Unit.MillionTao) { From = 0, To = 22 }],
            Places = [.. moments.Select(Milliseconds)],
            Series =
            [
                new(
                    Text.Key("network.curve"),
                    [
                        .. moments.Select(moment => CurveAfter(
                            issued, (moment - start).TotalDays * BlockClock.BlocksPerDay)
                            / Million),
                    ])
                {
                    Tone = Tone.Grey,
                    IsReference = true,
                },
                new(Text.Key("network.cap"), [.. moments.Select(static _ => Cap / Million)])
                {
                    Tone = Tone.Vermilion,
                    IsReference = true,
                },
                new(
                    Text.Key("network.this-run"),
                    [.. samples.Select(static sample => TaoOf(sample.TotalIssuance) / Million)])
                {
                    Places = [.. samples.Select(
                        sample => Milliseconds(clock.TimeOf(sample.Block)))],
                    Tone = Tone.Blue,
                },
            ],
        };
    }

    /// <summary>TAO since the launch.</summary>
    public static Plot Issuance(
        RunResult result,
        ImmutableArray<NetworkSample> samples,
        ImmutableArray<double> days,
        Axis time,
        ImmutableArray<EventMark> marks)
    {
        double issued = TaoOf(result.First.TotalIssuance);
        double staked = TaoOf(result.First.RootStaked);
        return new()
        {
            Title = Text.Key("network.issuance-title"),
            Caption = Text.Key("network.issuance-caption"),
            Height = 330,
            X = time,
            Y = [new(Text.Key("network.amount"), Unit.Tao)],
            Places = days,
            Marks = marks,
            Series =
            [
                new(
                    Text.Key("network.by-counter"),
                    [.. samples.Select(sample => TaoOf(sample.TotalIssuance) - issued)])
                {
                    Tone = Tone.Blue,
                },
                new(
                    Text.Key("network.curve"),
                    [
                        .. days.Select(day => CurveAfter(issued, day * BlockClock.BlocksPerDay)
                            - issued),
                    ])
                {
                    Tone = Tone.Grey,
                    IsReference = true,
                },
                new(
                    Text.Key("network.dividends"),
                    [.. samples.Select(sample => TaoOf(sample.RootStaked) - staked)])
                {
                    Tone = Tone.Orange,
                },
            ],
        };
    }

    /// <summary>Issuance of the halving curve some blocks after an issuance, in TAO.</summary>
    private static double CurveAfter(double issued, double blocks)
    {
        double at = issued;
        double left = blocks;
        double rate = 1;
        while (left > 0 && rate > 1e-12)
        {
            // While a rate holds, issuance goes on to what the next halving waits for.
            double border = Cap * (1 - (rate / 2));
            if (at < border)
            {
                double steps = Math.Min(left, (border - at) / rate);
                at += steps * rate;
                left -= steps;
            }

            rate /= 2;
        }

        return at;
    }

    private static double TaoOf(Tao amount) => (double)ReadableNumber.Of(amount.Rao);

    private static double Milliseconds(DateTime moment) =>
        (moment - DateTime.UnixEpoch).TotalMilliseconds;
}
