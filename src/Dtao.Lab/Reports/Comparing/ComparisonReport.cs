using System.Collections.Immutable;
using Dtao.Lab.Comparing;
using Dtao.Lab.Measures;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Reports.Comparing;

/// <summary>The report of a comparison: who gains and who loses under other rules.</summary>
/// <remarks>Source: docs/lab/compare.md.</remarks>
public static class ComparisonReport
{
    private static readonly ImmutableArray<Tone> Tones =
        [Tone.Vermilion, Tone.Green, Tone.Purple, Tone.Orange, Tone.Sky];

    /// <summary>The report.</summary>
    public static Report Of(Comparison comparison, string command)
    {
        RunResult basis = comparison.Base;
        return new()
        {
            Title = Text.Key("compare.title", Text.Phrase(basis.Point.Scenario.Title)),
            Question = Text.Key(
                "compare.question", Focus(comparison), Text.List(RulesOf(comparison))),
            Answer = Text.List(comparison.Focus.Select(subnet => AnswerOf(comparison, subnet))),
            Span = Network.NetworkReport.SpanOf(basis),
            Limits = Text.Key(
                "compare.limits",
                Text.Of(Figure.Of((decimal)comparison.FirstDay, Unit.Day, 0))),
            Cards = [.. comparison.Focus.SelectMany(subnet => CardsOf(comparison, subnet))],
            Sections =
            [
                new("focus", Text.Key("compare.focus"), [.. FocusOf(comparison)]),
                new(
                    "network",
                    Text.Key("compare.network"),
                    [
                        ComparisonTables.Concentration(comparison),
                        ComparisonTables.Extremes(comparison),
                        ComparisonTables.Gains(comparison),
                    ]),
                new(
                    "replays",
                    Text.Key("compare.replays"),
                    [new Prose(Text.Key("compare.replays-text")),
                        ComparisonTables.Replays(comparison)]),
            ],
            Provenance = Network.NetworkReport.ProvenanceOf(basis) with
            {
                Command = command,
                Rules = [.. RuleTexts.Of(comparison.Variants.Select(static one => one.Rules))],
            },
        };
    }

    /// <summary>The color of a rule in every chart.</summary>
    internal static Tone ToneOf(int variant) => Tones[variant % Tones.Length];

    private static ImmutableArray<EventMark> Marks(Comparison comparison) =>
        comparison.FirstDay == 0
            ? []
            : [new(comparison.FirstDay, Text.Key("compare.counted-from"))];

    private static Text Focus(Comparison comparison) => Text.Verbatim(string.Join(
        ", ", comparison.Focus.Select(static subnet => $"SN{subnet.Value}")));

    private static IEnumerable<Text> RulesOf(Comparison comparison) =>
        comparison.Variants.Select(static variant => Text.Verbatim(variant.Rules.Text));

    private static Text AnswerOf(Comparison comparison, NetUid subnet) => Text.Key(
        "compare.answer",
        Text.Verbatim($"SN{subnet.Value}"),
        Text.Of(PerDay(comparison, comparison.Base, subnet)),
        Text.List(comparison.Variants.Select(variant => Text.Key(
            "compare.answer-variant",
            Text.Verbatim(variant.Rules.Text),
            Text.Of(PerDay(comparison, variant.Replayed, subnet)),
            Text.Of(PerDay(comparison, variant.Lived, subnet))))));

    private static IEnumerable<Card> CardsOf(Comparison comparison, NetUid subnet)
    {
        Text name = Text.Verbatim($"SN{subnet.Value}");
        yield return new(
            PerDay(comparison, comparison.Base, subnet), Text.Key("compare.card-base", name));
        foreach (Variant variant in comparison.Variants)
        {
            yield return new(
                PerDay(comparison, variant.Lived, subnet),
                Text.Key("compare.card-variant", name, Text.Verbatim(variant.Rules.Text)));
        }
    }

    private static IEnumerable<ReportBlock> FocusOf(Comparison comparison)
    {
        yield return ComparisonTables.Earnings(comparison);
        foreach (NetUid subnet in comparison.Focus)
        {
            yield return EmissionOf(comparison, subnet);
            if (PathOf(comparison.Base, subnet) is not null)
            {
                yield return PricesOf(comparison, subnet);
            }
        }
    }

    private static Plot EmissionOf(Comparison comparison, NetUid subnet) => new()
    {
        Title = Text.Key("compare.emission-chart", Text.Verbatim($"SN{subnet.Value}")),
        Caption = Text.Key("compare.dashed"),
        X = new(Text.Key("network.since-launch"), Unit.Day) { From = 0 },
        Marks = Marks(comparison),
        Y = [new(Text.Key("compare.emission"), Unit.TaoPerDay) { From = 0 }],
        Series = [.. Lines(comparison).Select(line => new Series(line.Name, Days(line.Run, subnet))
        {
            Places = [.. Days(line.Run, subnet).Select(static (_, day) => day + 0.5)],
            IsReference = line.IsReplay,
            Tone = line.Tone,
        })],
    };

    private static Plot PricesOf(Comparison comparison, NetUid subnet) => new()
    {
        Title = Text.Key("compare.price-chart", Text.Verbatim($"SN{subnet.Value}")),
        Caption = Text.Key("compare.dashed"),
        Height = 420,
        X = new(Text.Key("network.since-launch"), Unit.Day) { From = 0 },
        Marks = Marks(comparison),
        Y =
        [
            new(Text.Key("network.price"), Unit.Price)
            {
                Scale = AxisScale.Log,
                IsSwitchable = true,
            },
        ],
        Series = [.. Lines(comparison).Select(line => PriceLine(line, subnet))],
    };

    private static Series PriceLine(
        (Text Name, RunResult Run, bool IsReplay, Tone Tone) line, NetUid subnet)
    {
        ImmutableArray<PathPoint> points = PathOf(line.Run, subnet)?.Points ?? [];
        int step = Math.Max(1, points.Length / 720);
        PathPoint[] shown = [.. points.Where((_, index) => index % step == 0)];
        ulong start = line.Run.Point.Scenario.Start.Value;
        return new(
            line.Name,
            [.. shown.Select(static point => (double)ReadableNumber.Of(point.Price.Value))])
        {
            Places = [.. shown.Select(point => (point.Block.Value - start) / 7_200.0)],
            IsReference = line.IsReplay,
            Tone = line.Tone,
        };
    }

    private static IEnumerable<(Text Name, RunResult Run, bool IsReplay, Tone Tone)> Lines(
        Comparison comparison)
    {
        yield return (Text.Key("compare.as-it-was"), comparison.Base, false, Tone.Blue);
        for (int index = 0; index < comparison.Variants.Length; index++)
        {
            Variant variant = comparison.Variants[index];
            Tone tone = ToneOf(index);
            Text name = Text.Verbatim(variant.Rules.Text);
            yield return (Text.Key("compare.lived", name), variant.Lived, false, tone);
            yield return (Text.Key("compare.replayed", name), variant.Replayed, true, tone);
        }
    }

    private static ImmutableArray<double> Days(RunResult run, NetUid subnet) =>
    [
        .. run.Emissions.First(one => one.NetUid == subnet).Days
            .Select(static day => (double)(day.Rao / 1e9m)),
    ];

    private static PricePath? PathOf(RunResult run, NetUid subnet) =>
        run.Paths.FirstOrDefault(path => path.NetUid == subnet)?.Path;

    private static Figure PerDay(Comparison comparison, RunResult run, NetUid subnet) =>
        Figure.Of(comparison.TaoPerDay(run, subnet), Unit.TaoPerDay, 1);
}
