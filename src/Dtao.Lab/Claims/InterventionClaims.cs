using System.Collections.Immutable;
using Dtao.Lab.Measures;
using Dtao.Lab.Runs;

namespace Dtao.Lab.Claims;

/// <summary>Claims 21 to 23: how subnet 28 fell.</summary>
internal static class InterventionClaims
{
    /// <summary>The claims.</summary>
    public static ImmutableArray<ArticleClaim> All { get; } =
    [
        new(21, "Within days the foundation used its root stake to run a program on subnet 28 "
                + "that pays for selling.",
            "Stake weight of the announcing validator in the SN28 scenario, and who is paid "
                + "before and after. Refuted if it has no majority, if sellers are not paid two "
                + "tempos later, or if validators that do not follow lose nothing in twelve.",
            CounterRule),
        new(22, "Subnet 28 fell by 98 %.",
            "Fall of the price in the SN28 scenario within three hours, on the day, and by the "
                + "end of the run. Imprecise if it is over 80 % in three hours and below 98 % on "
                + "the day, refuted otherwise.",
            Fall),
        new(23, "A central body kept the market from exploiting the mechanism, which only the "
                + "transition allows.",
            "The same attack and intervention with the root share of a year later, after the "
                + "same climb. Refuted if the price falls by half there too, or not by half now.",
            OnlyNow) { IsLong = true },
    ];

    private static ClaimOutcome CounterRule(ClaimLaboratory laboratory)
    {
        Episode episode = laboratory.Episode;
        return ClaimOutcome.Judge(
            episode.Majority > 0.5m && episode.SellersAfter > 0.9m
                && episode.DissentAfter < episode.DissentBefore,
            "with more than half of the stake weight one validator decides, by Yuma consensus, "
                + "who is paid; the real one ran on day 11.9 with 51 to 52 %",
            new("day of the announcement", episode.Day, "days"),
            new("stake weight of the announcing validator", episode.Majority * 100, "%"),
            new("miners' pay that went to sellers before", episode.SellersBefore * 100, "%"),
            new("miners' pay that goes to sellers after", episode.SellersAfter * 100, "%"),
            new("dividends of the other validators before", episode.DissentBefore * 100, "%"),
            new("dividends of the other validators after", episode.DissentAfter * 100, "%"));
    }

    private static ClaimOutcome Fall(ClaimLaboratory laboratory)
    {
        RunResult run = laboratory.Run("sn28");
        PricePath path = run.Paths.Single(static one => one.NetUid == Episode.Subnet).Path;
        ulong start = run.Point.Scenario.Start.Value;
        PricePath later = new(path.Points.Where(point =>
            point.Block.Value >= start + (2 * 7_200)));
        ulong announced = run.Announced(Episode.Subnet, "counter") ?? start;
        decimal hours = FallAfter(run) ?? 0;
        decimal day = FallTo(path, later.Peak, announced + 7_200);
        decimal end = FallTo(path, later.Peak, ulong.MaxValue);
        return ClaimOutcome.Imprecise(
            hours > 80 && day < 98,
            "98 % is the figure of weeks: the real price fell by 87 % in three hours, 93 % from "
                + "the peak on the day and 98 % by 15 March",
            new("fall within three hours", hours, "%"),
            new("fall from the peak within a day", day, "%"),
            new("fall from the peak by the end of the run", end, "%"));
    }

    private static decimal FallTo(PricePath path, PathPoint? from, ulong until)
    {
        if (from is not { } first) return 0;
        decimal start = ReadableNumber.Of(first.Price.Value);
        decimal least = path.Points
            .Where(point => point.Block.Value >= first.Block.Value && point.Block.Value <= until)
            .Min(static point => ReadableNumber.Of(point.Price.Value));
        return start == 0 ? 0 : 100 - (least / start * 100);
    }

    private static ClaimOutcome OnlyNow(ClaimLaboratory laboratory)
    {
        RunResult now = laboratory.Run("sn28");
        RunResult later = laboratory.Run("sn28-year-later");
        decimal? fall = FallAfter(now);
        decimal? laterFall = FallAfter(later);
        decimal share = ReadableNumber.Of(later.First.RootShares.Protocol) * 100;
        decimal? rank = MeasureCatalog.Find("best-rank")!.Find(later, Episode.Subnet);
        return ClaimOutcome.Judge(
            fall > 50 && laterFall < 50 && rank <= 7,
            "the same rule is announced, but root's part of the stake weight is no majority",
            new("stake weight of the announcing validator, day 12", WeightIn(now), "%"),
            new("the same a year later", WeightIn(later), "%"),
            new("fall within three hours, root share of day 12", fall, "%"),
            new("fall within three hours, a year later", laterFall, "%"),
            new("best rank a year later", rank, "rank"),
            new("root share a year later", share, "%"));
    }

    private static decimal? WeightIn(RunResult run) =>
        MeasureCatalog.Find("intervention-weight")!.Find(run, Episode.Subnet);

    internal static decimal? FallAfter(RunResult run) =>
        MeasureCatalog.Find("fall-after-intervention")!.Find(run, Episode.Subnet);
}
