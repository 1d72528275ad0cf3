using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;

namespace Dtao.Lab.Reports.Network;

/// <summary>The tables of a run's report.</summary>
internal static class NetworkTables
{
    /// <summary>Root shares and totals on the days that matter.</summary>
    public static Table KeyDaysOf(RunResult result) => new(
        [
            Number("run.day-number", Unit.None), Number("network.share-1", Unit.Share),
            Number("network.share-2", Unit.Share), Number("network.issued", Unit.MillionTao),
            Number("network.dividends", Unit.Tao), Number("network.in-pools", Unit.Tao),
            Number("network.sum-of-prices", Unit.Price),
        ],
        [.. KeyDays.Of(result).Select(sample => KeyDayOf(result, sample))]);

    /// <summary>The events with the numbers that mark them in the charts.</summary>
    public static Table EventsOf(RunResult result) => new(
        [
            Number("events.mark", Unit.None), Number("run.day-number", Unit.None),
            Number("events.block", Unit.None), Words("events.time") with { IsUnbroken = true },
            Words("events.what"),
            Words("values.status"), Words("events.from"),
        ],
        [.. Happening.Of(result).Select((happening, index) => Row(
            Cell.Of(Figure.Count(index + 1)),
            Cell.Of(Figure.Of(DayOf(result, happening.Block), Unit.None, 2)),
            Cell.Of(Figure.Count((long)happening.Block.Value)),
            Cell.Of(MomentOf(result, happening.Block)),
            Cell.Of(happening.What),
            happening.Status is { } status ? Cell.Of(status) : Cell.Of("–"),
            Cell.Of(happening.From)))])
    {
        WhenEmpty = Text.Key("events.none"),
    };

    /// <summary>Every subnet at the end of the run.</summary>
    public static Table SubnetsOf(RunResult result) => new(
        [
            Number("subnets.netuid", Unit.None), Words("subnets.name"), Words("subnets.token"),
            Number("subnets.tao-in-pool", Unit.Tao), Number("subnets.alpha-in-pool", Unit.Alpha),
            Number("subnets.alpha-staked", Unit.Alpha), Number("subnets.price", Unit.Price),
            Number("subnets.moving-price", Unit.Price),
            Number("subnets.emission-share", Unit.Share),
            Number("subnets.share-1", Unit.Share), Number("subnets.share-2", Unit.Share),
        ],
        [
            .. result.Last.Subnets.Select(
                (subnet, index) => RowOf(subnet, result.Point.Scenario.Subnets[index])),
        ]);

    /// <summary>The validators and their stake on root.</summary>
    public static Table ValidatorsOf(RunResult result) => new(
        [
            Number("validators.rank", Unit.None), Words("validators.name"),
            Number("validators.at-start", Unit.Tao), Number("validators.at-end", Unit.Tao),
            Number("validators.share", Unit.Share),
        ],
        [
            .. result.Validators.Select((standing, index) => Row(
                Cell.Of(Figure.Count(index + 1)),
                Cell.Of(Text.Name(standing.Name)),
                Cell.Of(Figure.Of(standing.RootStakeAtStart)),
                Cell.Of(Figure.Of(standing.RootStakeAtEnd)),
                Cell.Of(Figure.Share(ShareOf(standing, result.Last.RootStaked))))),
        ]);

    /// <summary>Days since the start of the run.</summary>
    public static decimal DayOf(RunResult result, BlockNumber block) =>
        (decimal)result.AgeOf(block) / BlockClock.BlocksPerDay;

    /// <summary>Time of a block as people write it, UTC, to the second.</summary>
    public static string MomentOf(RunResult result, BlockNumber block) =>
        ReadableTime.Of(result.Point.Scenario.Clock.TextOf(block));

    private static ImmutableArray<Cell> KeyDayOf(RunResult result, NetworkSample sample)
    {
        decimal day = DayOf(result, sample.Block);
        Tao dividends = sample.RootStaked.SaturatingSubtract(result.First.RootStaked);
        return Row(
            Cell.Of(Figure.Of(day, Unit.None, day == decimal.Truncate(day) ? 0 : 4)),
            Cell.Of(Figure.Share(sample.RootShares.Staked)),
            Cell.Of(Figure.Share(sample.RootShares.Protocol)),
            Cell.Of(Figure.Of(
                ReadableNumber.Of(sample.TotalIssuance.Rao) / 1_000_000, Unit.MillionTao)),
            Cell.Of(Figure.Of(dividends, 0)),
            Cell.Of(Figure.Of(sample.TaoInPools, 0)),
            Cell.Of(Figure.Of(sample.SumOfPrices, 4)));
    }

    private static ImmutableArray<Cell> RowOf(SubnetSample subnet, SubnetLabel label) => Row(
        Cell.Of(Figure.Count(subnet.NetUid.Value)),
        Cell.Of(label.Name),
        Cell.Of(label.Symbol),
        Cell.Of(Figure.Of(subnet.TaoReserve)),
        Cell.Of(Figure.Of(subnet.AlphaReserve, 0)),
        Cell.Of(Figure.Of(subnet.AlphaStaked, 0)),
        Cell.Of(Figure.Of(subnet.Price)),
        Cell.Of(Figure.Of(subnet.MovingPrice)),
        Cell.Of(Figure.Share(subnet.EmissionShare, 3)),
        Cell.Of(Figure.Share(subnet.RootShares.Staked)),
        Cell.Of(Figure.Share(subnet.RootShares.Protocol)));

    private static I96F32 ShareOf(ValidatorStanding standing, Tao all) =>
        I96F32.FromInteger(standing.RootStakeAtEnd.Rao).SafeDivide(I96F32.FromInteger(all.Rao));

    private static Column Words(string key) => new(Text.Key(key));

    private static Column Number(string key, Unit unit) => new(Text.Key(key), unit);

    private static ImmutableArray<Cell> Row(params ImmutableArray<Cell> cells) => cells;
}
