using System.Collections.Immutable;
using Dtao.Lab.Comparing;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;

namespace Dtao.Lab.Reports.Comparing;

/// <summary>The tables of a comparison.</summary>
internal static class ComparisonTables
{
    private const int MostExtremes = 8;

    /// <summary>TAO a day of the subnets in focus, by rule.</summary>
    public static Table Earnings(Comparison comparison) => new(
        [
            Words("compare.subnet"), Words("compare.rule"),
            Number("compare.earned-replayed", Unit.TaoPerDay),
            Number("compare.earned-lived", Unit.TaoPerDay),
            Number("compare.share-replayed", Unit.Share),
            Number("compare.share-lived", Unit.Share),
        ],
        [
            .. comparison.Focus.SelectMany(subnet => ByRule(
                comparison, (rule, replayed, lived) => ImmutableArray.Create(
                    Cell.Of($"SN{subnet.Value}"),
                    Cell.Of(rule),
                    Cell.Of(PerDay(comparison, replayed, subnet)),
                    Cell.Of(PerDay(comparison, lived, subnet)),
                    Cell.Of(Figure.Of(comparison.Share(replayed, subnet), Unit.Share)),
                    Cell.Of(Figure.Of(comparison.Share(lived, subnet), Unit.Share))))),
        ]);

    /// <summary>How concentrated the emission was, by rule.</summary>
    public static Table Concentration(Comparison comparison) => new(
        [
            Words("compare.rule"), Number("compare.emitted", Unit.Tao),
            Number("compare.effective-replayed", Unit.None),
            Number("compare.effective-lived", Unit.None),
        ],
        [
            .. ByRule(comparison, (rule, replayed, lived) => ImmutableArray.Create(
                Cell.Of(rule),
                Cell.Of(Figure.Of(comparison.Spent(lived) / 1e9m, Unit.Tao, 0)),
                Cell.Of(Figure.Of(comparison.EffectiveSubnets(replayed), Unit.None, 1)),
                Cell.Of(Figure.Of(comparison.EffectiveSubnets(lived), Unit.None, 1)))),
        ]);

    /// <summary>Every subnet's TAO a day, and how much more or less it is under every rule,
    /// agents reacting; who gains most by the first rule comes first.</summary>
    public static Table Gains(Comparison comparison) => new(
        [
            Words("compare.subnet"),
            new(Text.Key("compare.as-it-was"), Unit.TaoPerDay),
            .. comparison.Variants.Select(static variant => new Column(
                Text.Key("compare.change", Text.Verbatim(variant.Rules.Text)), Unit.TaoPerDay)),
        ],
        [.. ByGain(comparison).Select(label => Gain(comparison, label))]);

    /// <summary>Who gains and who loses most.</summary>
    public static BarChart Extremes(Comparison comparison)
    {
        ImmutableArray<SubnetLabel> all = [.. ByGain(comparison)];
        SubnetLabel[] shown = all.Length <= 2 * MostExtremes
            ? [.. all]
            : [.. all.Take(MostExtremes), .. all.TakeLast(MostExtremes)];
        return new()
        {
            Title = Text.Key("compare.extremes"),
            Caption = Text.Key("compare.extremes-caption"),
            Height = 480,
            CategoryName = Text.Key("compare.subnet"),
            Categories = [.. shown.Select(static label => Text.Verbatim(NameOf(label)))],
            Value = new(Text.Key("compare.change-axis"), Unit.TaoPerDay),
            IsHorizontal = true,
            Series =
            [
                .. comparison.Variants.Select((variant, index) => new Series(
                    Text.Verbatim(variant.Rules.Text),
                    [.. shown.Select(label => (double)Change(comparison, variant, label.NetUid))])
                {
                    Tone = ComparisonReport.ToneOf(index),
                }),
            ],
        };
    }

    /// <summary>How many of the same calls could be made under every rule.</summary>
    public static Table Replays(Comparison comparison) => new(
        [
            Words("compare.rule"), Number("compare.applied", Unit.Count),
            Number("compare.failed", Unit.Count), Words("compare.hash-replayed"),
            Words("compare.hash-lived"),
        ],
        [
            .. comparison.Variants.Select(static variant => ImmutableArray.Create(
                Cell.Of(variant.Rules.Text),
                Cell.Of(Figure.Count(variant.Applied)),
                Cell.Of(Figure.Count(variant.Failed)),
                Cell.Of(variant.Replayed.LastStateHash[..16]),
                Cell.Of(variant.Lived.LastStateHash[..16]))),
        ]);

    private static IEnumerable<ImmutableArray<Cell>> ByRule(
        Comparison comparison, Func<Text, RunResult, RunResult, ImmutableArray<Cell>> row) =>
        comparison.Variants
            .Select(variant => row(
                Text.Verbatim(variant.Rules.Text), variant.Replayed, variant.Lived))
            .Prepend(row(Text.Key("compare.as-it-was"), comparison.Base, comparison.Base));

    private static IEnumerable<SubnetLabel> ByGain(Comparison comparison) =>
        comparison.Base.Point.Scenario.Subnets.OrderByDescending(
            label => Change(comparison, comparison.Variants[0], label.NetUid));

    private static decimal Change(Comparison comparison, Variant variant, NetUid subnet) =>
        comparison.TaoPerDay(variant.Lived, subnet)
            - comparison.TaoPerDay(comparison.Base, subnet);

    private static string NameOf(SubnetLabel label) => $"SN{label.NetUid.Value} {label.Name}";

    private static ImmutableArray<Cell> Gain(Comparison comparison, SubnetLabel label) =>
    [
        Cell.Of(NameOf(label)),
        Cell.Of(PerDay(comparison, comparison.Base, label.NetUid)),
        .. comparison.Variants.Select(variant => Cell.Of(Figure.Of(
            Change(comparison, variant, label.NetUid), Unit.TaoPerDay, 2))),
    ];

    private static Figure PerDay(Comparison comparison, RunResult run, NetUid subnet) =>
        Figure.Of(comparison.TaoPerDay(run, subnet), Unit.TaoPerDay, 2);

    private static Column Words(string key) => new(Text.Key(key));

    private static Column Number(string key, Unit unit) => new(Text.Key(key), unit);
}
