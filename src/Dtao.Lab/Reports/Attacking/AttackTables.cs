using System.Collections.Immutable;
using Dtao.Lab.Attacks;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Attacking;

/// <summary>The tables of a search for the cheapest attack.</summary>
internal static class AttackTables
{
    private const decimal RaoInOne = 1_000_000_000;
    private const int MostActions = 60;

    private static readonly Column[] NoColumns = [];
    private static readonly Cell[] NoCells = [];
    private static readonly Unit TaoDay = new(Text.Key("attack.tao-days"), 1);

    /// <summary>An amount given in rao.</summary>
    public static Figure Tao(decimal rao) => Figure.Of(rao / RaoInOne, Unit.Tao, 2);

    /// <summary>TAO tied up over time, given in rao × days.</summary>
    public static Figure TaoDays(decimal raoDays) => Figure.Of(raoDays / RaoInOne, TaoDay);

    /// <summary>Every strategy with what it costs, the cheapest first.</summary>
    public static Table Strategies(AttackResult result) => new(
        [
            Words("attack.strategy"), Words("attack.reached"),
            new(Text.Key("attack.share"), Unit.Share),
            new(Text.Key("attack.locked"), Unit.Tao),
            new(Text.Key("attack.tied-up"), TaoDay),
            new(Text.Key("attack.loss"), Unit.Tao),
            new(Text.Key("attack.earned"), Unit.Tao),
            new(Text.Key("attack.net"), Unit.Tao),
            .. IsEmission(result) ? [new Column(Text.Key("attack.gained"), Unit.Tao)] : NoColumns,
            new(Text.Key("attack.days"), Unit.Day),
        ],
        [.. result.Outcomes.Select(outcome => StrategyOf(outcome, IsEmission(result)))]);

    /// <summary>How a majority of weights was bought, and what the epoch made of it.</summary>
    public static Table Weights(AttackResult result) => new(
        [
            Words("attack.strategy"),
            new(Text.Key("attack.needed"), Unit.Tao),
            new(Text.Key("attack.pool"), Unit.Tao),
            new(Text.Key("attack.root"), Unit.Tao),
            new(Text.Key("attack.price-before"), Unit.Price),
            new(Text.Key("attack.price-paid"), Unit.Price),
            new(Text.Key("attack.incentive-before"), Unit.Share),
            new(Text.Key("attack.incentive-after"), Unit.Share),
        ],
        [.. result.Outcomes.Select(WeightsOf)]);

    /// <summary>Which strategy is the cheapest by one measure or another.</summary>
    public static Table Measures(AttackResult result)
    {
        AttackOutcome[] reached = [.. result.Outcomes.Where(static one => one.Reached)];
        return new(
            [
                Words("attack.measure"), Words("attack.strategy"),
                new(Text.Key("attack.locked"), Unit.Tao),
                new(Text.Key("attack.tied-up"), TaoDay),
                new(Text.Key("attack.loss"), Unit.Tao),
                new(Text.Key("attack.net"), Unit.Tao),
                new(Text.Key("attack.days"), Unit.Day),
            ],
            [
                MeasureOf("attack.by-capital", reached, static one => one.Cost.Locked),
                MeasureOf("attack.by-tied-up", reached, static one => one.Cost.TiedUp),
                MeasureOf("attack.by-loss", reached, static one => one.Cost.Loss),
                MeasureOf("attack.by-net", reached, static one => one.Cost.Net),
            ]);
    }

    /// <summary>The calls of the first strategy, the first and the last of them.</summary>
    public static Table Trace(AttackResult result)
    {
        ulong start = result.Plan.Network.Scenario.Start.Value;
        ImmutableArray<AttackAction> trace = result.Outcomes[0].Trace;
        IEnumerable<AttackAction> shown = trace.Length <= MostActions
            ? trace
            : trace.Take(MostActions / 2).Concat(trace.TakeLast(MostActions / 2));
        return new(
            [
                new(Text.Key("attack.day"), Unit.Day),
                new(Text.Key("attack.block"), Unit.Block),
                Words("attack.purpose"), Words("attack.call"), Words("attack.subnet"),
                new(Text.Key("attack.paid"), Unit.Tao),
                new(Text.Key("attack.got"), Unit.Alpha),
                new(Text.Key("attack.price-mean"), Unit.Price),
                new(Text.Key("attack.price-before"), Unit.Price),
                new(Text.Key("attack.price-after"), Unit.Price),
            ],
            [.. shown.Select(action => ActionOf(action, start))]);
    }

    private static ImmutableArray<Cell> MeasureOf(
        string key, AttackOutcome[] reached, Func<AttackOutcome, decimal> measure)
    {
        AttackOutcome best = reached.MinBy(measure)!;
        return
        [
            Cell.Of(Text.Key(key)),
            Cell.Of(Text.Name(best.Name)),
            Cell.Of(Tao(best.Cost.Locked)),
            Cell.Of(TaoDays(best.Cost.TiedUpDays)),
            Cell.Of(Tao(best.Cost.Loss)),
            Cell.Of(Tao(best.Cost.Net)),
            Cell.Of(best.DaysToGoal is { } days
                ? Figure.Of(days, Unit.Day, 2)
                : Figure.NoneOf(Unit.Day)),
        ];
    }

    private static ImmutableArray<Cell> StrategyOf(
        AttackOutcome outcome, bool isEmission) =>
    [
        Cell.Of(Text.Name(outcome.Name)),
        Cell.Of(Text.Key(outcome switch
        {
            { Reached: true } => "attack.yes",
            { IsRuledOut: true } => "attack.needs-more",
            _ => "attack.no",
        })),
        Cell.Of(Figure.Of(outcome.Share, Unit.Share, 3)),
        Cell.Of(Tao(outcome.Cost.Locked)),
        Cell.Of(TaoDays(outcome.Cost.TiedUpDays)),
        Cell.Of(Tao(outcome.Cost.Loss)),
        Cell.Of(Tao(outcome.Cost.Earned - outcome.Cost.EarnedAnyway)),
        Cell.Of(Tao(outcome.Cost.Net)),
        .. isEmission ? [Cell.Of(Tao(outcome.Cost.Gained))] : NoCells,
        Cell.Of(outcome.DaysToGoal is { } days
            ? Figure.Of(days, Unit.Day, 2)
            : Figure.NoneOf(Unit.Day)),
    ];

    private static ImmutableArray<Cell> WeightsOf(AttackOutcome outcome)
    {
        WeightsFigures? weights = outcome.Weights;
        return
        [
            Cell.Of(Text.Name(outcome.Name)),
            Cell.Of(outcome.Needed is { } needed ? Tao(needed) : Figure.NoneOf(Unit.Tao)),
            Cell.Of(Tao(weights?.PoolTao.Rao ?? 0)),
            Cell.Of(Tao(weights?.RootTao.Rao ?? 0)),
            Cell.Of(Figure.Of(weights?.PriceBefore ?? 0, Unit.Price)),
            Cell.Of(weights is { MeanPrice: > 0 }
                ? Figure.Of(weights.MeanPrice, Unit.Price)
                : Figure.NoneOf(Unit.Price)),
            Cell.Of(Figure.Of(weights?.IncentiveBefore ?? 0, Unit.Share)),
            Cell.Of(Figure.Of(weights?.IncentiveAfter ?? 0, Unit.Share)),
        ];
    }

    private static ImmutableArray<Cell> ActionOf(AttackAction action, ulong start) =>
    [
        Cell.Of(Figure.Of((decimal)(action.Block.Value - start) / 7_200, Unit.Day)),
        Cell.Of(Figure.Of(action.Block.Value, Unit.Block)),
        Cell.Of(Text.Key(action.Purpose switch
        {
            TradePurpose.Purchase => "attack.purchase",
            TradePurpose.Sale => "attack.sale",
            TradePurpose.Dividends => "attack.dividends",
            TradePurpose.OwnersCut => "attack.owners-cut",
            _ => "attack.validating",
        })),
        Cell.Of(action.Outcome == "Ok" ? action.Call : $"{action.Call}: {action.Outcome}"),
        Cell.Of(action.Subnet == Numerics.NetUid.Root
            ? Text.Key("attack.root-name")
            : Text.Verbatim($"SN{action.Subnet.Value}")),
        Cell.Of(Tao((decimal)action.Tao)),
        Cell.Of(Figure.Of((decimal)action.Alpha / RaoInOne, Unit.Alpha, 2)),
        Cell.Of(action.Alpha == 0
            ? Figure.NoneOf(Unit.Price)
            : Figure.Of(Math.Abs((decimal)action.Tao / (decimal)action.Alpha), Unit.Price)),
        Cell.Of(Figure.Of(action.Before)),
        Cell.Of(Figure.Of(action.After)),
    ];

    private static bool IsEmission(AttackResult result) =>
        result.Plan.Goal.Kind == AttackGoalKind.Emission;

    private static Column Words(string key) => new(Text.Key(key));
}
