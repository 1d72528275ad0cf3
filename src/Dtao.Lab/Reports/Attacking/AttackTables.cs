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

    /// <summary>An amount given in rao.</summary>
    public static Figure Tao(decimal rao) => Figure.Of(rao / RaoInOne, Unit.Tao, 2);

    /// <summary>Every strategy with what it costs, the cheapest first.</summary>
    public static Table Strategies(AttackResult result) => new(
        [
            Words("attack.strategy"), Words("attack.reached"),
            new(Text.Key("attack.share"), Unit.Share),
            new(Text.Key("attack.locked"), Unit.Tao),
            new(Text.Key("attack.loss"), Unit.Tao),
            new(Text.Key("attack.earned"), Unit.Tao),
            new(Text.Key("attack.net"), Unit.Tao),
            new(Text.Key("attack.gained"), Unit.Tao),
            new(Text.Key("attack.days"), Unit.Day),
        ],
        [.. result.Outcomes.Select(StrategyOf)]);

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

    /// <summary>The calls of the first strategy.</summary>
    public static Table Trace(AttackResult result)
    {
        ulong start = result.Plan.Network.Scenario.Start.Value;
        return new(
            [
                new(Text.Key("attack.block"), Unit.Block),
                new(Text.Key("attack.day"), Unit.Day),
                Words("attack.call"), Words("attack.subnet"),
                new(Text.Key("attack.paid"), Unit.Tao),
                new(Text.Key("attack.got"), Unit.Alpha),
                new(Text.Key("attack.price-before"), Unit.Price),
                new(Text.Key("attack.price-after"), Unit.Price),
            ],
            [
                .. result.Outcomes[0].Trace.Take(MostActions)
                    .Select(action => ActionOf(action, start)),
            ]);
    }

    private static ImmutableArray<Cell> StrategyOf(AttackOutcome outcome) =>
    [
        Cell.Of(Text.Name(outcome.Name)),
        Cell.Of(Text.Key(outcome.Reached ? "attack.yes" : "attack.no")),
        Cell.Of(Figure.Of(outcome.Share, Unit.Share, 3)),
        Cell.Of(Tao(outcome.Cost.Locked)),
        Cell.Of(Tao(outcome.Cost.Loss)),
        Cell.Of(Tao(outcome.Cost.Earned - outcome.Cost.EarnedAnyway)),
        Cell.Of(Tao(outcome.Cost.Net)),
        Cell.Of(Tao(outcome.Cost.Gained)),
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
        Cell.Of(Figure.Of(action.Block.Value, Unit.Block)),
        Cell.Of(Figure.Of((decimal)(action.Block.Value - start) / 7_200, Unit.Day)),
        Cell.Of(action.Outcome == "Ok" ? action.Call : $"{action.Call}: {action.Outcome}"),
        Cell.Of($"SN{action.Subnet.Value}"),
        Cell.Of(Tao((decimal)action.Tao)),
        Cell.Of(Figure.Of((decimal)action.Alpha / RaoInOne, Unit.Alpha, 2)),
        Cell.Of(Figure.Of(action.Before)),
        Cell.Of(Figure.Of(action.After)),
    ];

    private static Column Words(string key) => new(Text.Key(key));
}
