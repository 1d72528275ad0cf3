using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Claims;

/// <summary>Claims 15 and 16: hype, and buying back.</summary>
internal static class HypeClaims
{
    /// <summary>The claims.</summary>
    public static ImmutableArray<ArticleClaim> All { get; } =
    [
        new(15, "In free markets attention, hype and Ponzi schemes get the highest valuations.",
            "Subnets to which value traders give a worth and which subnet 28, worth nothing to "
                + "them, overtakes by price and by a day's TAO in the SN28 scenario. Refuted if it "
                + "overtakes less than half.",
            Hype),
        new(16, "That subnets earn revenue, buy back and so earn emission is naive: buying is "
                + "buying.",
            "Price and TAO of two equal subnets over five days, one bought with revenue and one "
                + "by a bettor with the same money. Refuted if they differ by more than 2 %.",
            BuyBack),
    ];

    private static ClaimOutcome Hype(ClaimLaboratory laboratory)
    {
        RunResult run = laboratory.Run("sn28");
        int best = run.Paths.Single(static path => path.NetUid == Episode.Subnet).Path.Points
            .Where(point => run.AgeOf(point.Block) >= 2 * 7_200)
            .Min(static point => point.Rank);
        int valued = run.Point.Scenario.Subnets.Count(static subnet =>
            AnchorPrices.Of(subnet.NetUid) > 0);
        int subnets = run.Point.Scenario.Subnets.Length;
        int overtaken = subnets - best;
        int paid = BestDayOf(run);
        return ClaimOutcome.Judge(
            overtaken * 2 > valued && (subnets - paid) * 2 > valued
                && AnchorPrices.Of(Episode.Subnet) == 0,
            "agents who follow talk and yields outbid those who follow value, for a while",
            new("best rank of subnet 28", best, "rank"),
            new("best rank by a day's TAO", paid, "rank"),
            new("subnets that it overtakes", overtaken, "subnets"),
            new("subnets of which value traders think something", valued, "subnets"));
    }

    /// <summary>Best rank of subnet 28 by the TAO of a whole day after the second.</summary>
    private static int BestDayOf(RunResult run)
    {
        SubnetEmission own =
            run.Emissions.Single(static one => one.NetUid == Episode.Subnet);
        return Enumerable.Range(2, own.Days.Length - 2).Min(day =>
            1 + run.Emissions.Count(other => other.Days[day] > own.Days[day]));
    }

    private static ClaimOutcome BuyBack(ClaimLaboratory laboratory)
    {
        RunResult run = laboratory.Run("buyback-vs-hype", 5);
        decimal bought = PriceOf(run, 5);
        decimal bet = PriceOf(run, 6);
        decimal boughtTao = EmissionMeasures.IncomeOf(run, static one => one.Value == 5);
        decimal betTao = EmissionMeasures.IncomeOf(run, static one => one.Value == 6);
        decimal spent = run.Accounts.Single(static one => one.Group == "owner").Spent;
        return ClaimOutcome.Judge(
            Math.Abs((bought / bet) - 1) < 0.02m && Math.Abs((boughtTao / betTao) - 1) < 0.02m,
            "the pool does not know where money comes from",
            new("spent on each", spent, "TAO"),
            new("price bought with revenue", bought, "TAO/alpha"),
            new("price bought by a bettor", bet, "TAO/alpha"),
            new("TAO given to the first", boughtTao, "TAO"),
            new("TAO given to the second", betTao, "TAO"));
    }

    private static decimal PriceOf(RunResult run, ushort subnet) => ReadableNumber.Of(
        run.Last.Subnets.Single(one => one.NetUid == new NetUid(subnet)).Price.Value);
}
