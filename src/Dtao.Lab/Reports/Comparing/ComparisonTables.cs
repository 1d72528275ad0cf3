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
    /// <summary>TAO a day of the subnets in focus, by rule.</summary>
    public static Table Earnings(Comparison comparison) => new(
        [
            Words("compare.subnet"), Words("compare.rule"),
            Number("compare.earned-replayed", Unit.TaoPerDay),
            Number("compare.earned-lived", Unit.TaoPerDay),
            Number("compare.share-lived", Unit.Share),
        ],
        [
            .. comparison.Focus.SelectMany(subnet => comparison.Variants
                .Select(variant => Earning(
                    subnet, Text.Verbatim(variant.Rules.Text), variant.Replayed, variant.Lived))
                .Prepend(Earning(
                    subnet, Text.Key("compare.as-it-was"), comparison.Base, comparison.Base))),
        ]);

    /// <summary>How concentrated the emission of the whole run was, by rule.</summary>
    public static Table Concentration(Comparison comparison) => new(
        [
            Words("compare.rule"), Number("compare.emitted", Unit.Tao),
            Number("compare.effective-replayed", Unit.None),
            Number("compare.effective-lived", Unit.None),
        ],
        [
            .. comparison.Variants
                .Select(static variant => Concentrated(
                    Text.Verbatim(variant.Rules.Text), variant.Replayed, variant.Lived))
                .Prepend(Concentrated(
                    Text.Key("compare.as-it-was"), comparison.Base, comparison.Base)),
        ]);

    /// <summary>Every subnet's TAO a day under every rule, agents reacting.</summary>
    public static Table Gains(Comparison comparison) => new(
        [
            Words("compare.subnet"),
            new(Text.Key("compare.as-it-was"), Unit.TaoPerDay),
            .. comparison.Variants.Select(static variant =>
                new Column(Text.Verbatim(variant.Rules.Text), Unit.TaoPerDay)),
        ],
        [
            .. comparison.Base.Point.Scenario.Subnets.Select(label => Gain(comparison, label)),
        ]);

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

    private static ImmutableArray<Cell> Earning(
        NetUid subnet, Text rule, RunResult replayed, RunResult lived) =>
    [
        Cell.Of($"SN{subnet.Value}"),
        Cell.Of(rule),
        Cell.Of(PerDay(replayed, subnet)),
        Cell.Of(PerDay(lived, subnet)),
        Cell.Of(Figure.Of(ShareOf(lived, subnet), Unit.Share)),
    ];

    private static ImmutableArray<Cell> Concentrated(
        Text rule, RunResult replayed, RunResult lived) =>
    [
        Cell.Of(rule),
        Cell.Of(Figure.Of(SumOf(lived) / 1e9m, Unit.Tao, 0)),
        Cell.Of(Figure.Of(Comparison.EffectiveSubnets(replayed), Unit.None, 1)),
        Cell.Of(Figure.Of(Comparison.EffectiveSubnets(lived), Unit.None, 1)),
    ];

    private static ImmutableArray<Cell> Gain(Comparison comparison, SubnetLabel label) =>
    [
        Cell.Of($"SN{label.NetUid.Value} {label.Name}"),
        Cell.Of(PerDay(comparison.Base, label.NetUid)),
        .. comparison.Variants.Select(
            variant => Cell.Of(PerDay(variant.Lived, label.NetUid))),
    ];

    private static decimal ShareOf(RunResult run, NetUid subnet)
    {
        decimal sum = SumOf(run);
        return sum == 0 ? 0 : run.Emissions.First(one => one.NetUid == subnet).Total.Rao / sum;
    }

    private static decimal SumOf(RunResult run) =>
        run.Emissions.Sum(static one => (decimal)one.Total.Rao);

    private static Figure PerDay(RunResult run, NetUid subnet) =>
        Figure.Of(Comparison.TaoPerDay(run, subnet), Unit.TaoPerDay, 2);

    private static Column Words(string key) => new(Text.Key(key));

    private static Column Number(string key, Unit unit) => new(Text.Key(key), unit);
}
