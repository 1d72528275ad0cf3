using System.Collections.Immutable;
using Dtao.Lab.Measures;
using Dtao.Lab.Runs;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Claims;

/// <summary>Claims 30 to 36: the wider argument.</summary>
internal static class ArgumentClaims
{
    private const ulong Days = 20;

    /// <summary>The claims.</summary>
    public static ImmutableArray<ArticleClaim> All { get; } =
    [
        new(30, "Even with sober markets Bittensor may become a network without AI.",
            "Share of TAO of the purposes other than AI on day 12, where mining and finance have "
                + "customers, and where they have none. Refuted if customers do not raise it.",
            WithoutAi),
        new(31, "A subnet that pays for bitcoin mining buys back its token with the coins, and "
                + "so gets more TAO.",
            "TAO of that subnet and of a twin without coins, over 20 days. Refuted if the twin "
                + "gets as much.",
            Bitcoin),
        new(32, "TAO emission then subsidises the running costs of arbitrary businesses.",
            "TAO given to that subnet for each TAO that its miners pay for machines and power. "
                + "Refuted if it is under a tenth.",
            Subsidy),
        new(33, "Yuma consensus settles agreement within a subnet; nothing judges between them.",
            "Dividends and incentive of a subnet whose validators all agree on one idle miner, "
                + "and its emission. Refuted if agreement is not paid in full, or if emission "
                + "depends on it.",
            Agreement),
        new(34, "Without an objective the incentives drift; with one the memecoin's share falls.",
            "Largest share of a day's TAO of subnet 28 without intervention, by the real rule "
                + "and with three quarters of emission by scores that give it nothing. Refuted if "
                + "it does not fall below 1 %.",
            Objective),
        new(35, "Show me the incentive and I will show you the outcome.",
            "Price of subnet 28 on day 11 with the same people and two programs of its "
                + "validators. Refuted if the price is less than twice as high where holding is "
                + "paid.",
            Incentive),
        new(36, "Footnote: emission follows price, not market cap as first written.",
            "The figures of claim 8. Refuted if market value moved emission.",
            Footnote),
    ];

    private static ClaimOutcome WithoutAi(ClaimLaboratory laboratory)
    {
        RunResult with = laboratory.Run("general-network", 12);
        RunResult without = laboratory.Run(
            "general-network", 12, "businesses.revenue=0 TAO/day");
        decimal others = 100 - Purpose(with, "purpose-emission-end", "AI");
        decimal othersWithout = 100 - Purpose(without, "purpose-emission-end", "AI");
        decimal business = Businesses(with);
        decimal businessWithout = Businesses(without);
        return ClaimOutcome.Judge(
            others > othersWithout && business > businessWithout,
            "the same network twice; customers of mining and finance move emission away from AI, "
                + "and nothing on the chain asks for the purpose",
            new("purposes other than AI, with customers", others, "% of TAO"),
            new("purposes other than AI, without", othersWithout, "% of TAO"),
            new("businesses, with customers", business, "% of TAO"),
            new("businesses, without", businessWithout, "% of TAO"));
    }

    private static decimal Businesses(RunResult run) =>
        Purpose(run, "purpose-emission-end", "mining")
            + Purpose(run, "purpose-emission-end", "finance");

    private static decimal Purpose(RunResult run, string measure, string purpose) =>
        MeasureCatalog.Find(measure)!.FindNamed!(run, purpose) ?? 0;

    private static ClaimOutcome Bitcoin(ClaimLaboratory laboratory)
    {
        RunResult run = laboratory.Run("bitcoin-subnet", Days);
        decimal with = EmissionMeasures.IncomeOf(run, static one => one.Value == 5);
        decimal without = EmissionMeasures.IncomeOf(run, static one => one.Value == 6);
        decimal coins = run.Accounts.Single(static one => one.Group == "coins").Received;
        return ClaimOutcome.Judge(
            with > without,
            "coins buy the token, the price draws TAO; the twin earns what its miners' sales "
                + "leave it",
            new("TAO given to the subnet with coins", with, "TAO"),
            new("TAO given to the twin", without, "TAO"),
            new("coins, in TAO", coins, "TAO"));
    }

    private static ClaimOutcome Subsidy(ClaimLaboratory laboratory)
    {
        RunResult run = laboratory.Run("bitcoin-subnet", Days);
        decimal ratio = Purpose(run, "income-per-cost", "miners");
        decimal paid = run.Accounts.Single(static one => one.Group == "miners").Paid;
        return ClaimOutcome.Judge(
            ratio > 0.1m,
            "the network gives its TAO by price alone, so a business outside its purpose is "
                + "helped as one inside",
            new("TAO given for each TAO of costs", ratio, "x"),
            new("machines and power", paid, "TAO"));
    }

    private static ClaimOutcome Agreement(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        NetUid subnet = new(1);
        Chain control = chain.Branch();
        const ushort idle = 100;
        laboratory.SetWeightsOfAll(chain, subnet, [idle], [ushort.MaxValue]);
        ClaimLaboratory.Advance(control, chain.Block.Value - control.Block.Value);
        decimal incentive = chain.Neurons.Incentive(subnet)[idle] * 100m / ushort.MaxValue;
        decimal emission = ClaimLaboratory.EmissionOf(chain, subnet);
        decimal honest = ClaimLaboratory.EmissionOf(control, subnet);
        return ClaimOutcome.Judge(
            incentive > 99 && emission == honest,
            "Yuma pays what validators agree on, true or not; between subnets nobody judges",
            new("incentive of the one idle miner", incentive, "%"),
            new("emission of the subnet", emission, "TAO/block"),
            new("emission when its validators look at work", honest, "TAO/block"));
    }

    private static ClaimOutcome Objective(ClaimLaboratory laboratory)
    {
        RunResult free = laboratory.Run("objective", 14, "rule=version");
        RunResult judged = laboratory.Run("objective", 14);
        decimal without = Most(free);
        decimal with = Most(judged);
        return ClaimOutcome.Judge(
            with < without && with < 1,
            "an objective that knows the memecoin holds it down; who states the objective is the "
                + "article's open question, and the scores here are given",
            new("largest share of a day without an objective", without, "%"),
            new("largest share of a day with three quarters by scores", with, "%"));
    }

    private static decimal Most(RunResult run) =>
        MeasureCatalog.Find("emission-day-most")!.Find(run, Episode.Subnet) ?? 0;

    private static ClaimOutcome Incentive(ClaimLaboratory laboratory)
    {
        RunResult holding = laboratory.Run("sn28-no-intervention", 11);
        RunResult working = laboratory.Run(
            "sn28-no-intervention", 11, "operator.program=quality");
        decimal paid = EpisodeClaims.PriceOf(holding);
        decimal work = EpisodeClaims.PriceOf(working);
        return ClaimOutcome.Judge(
            paid > 2 * work,
            "one rule changed, everything else drawn alike",
            new("price where holding is paid", paid, "TAO/alpha"),
            new("price where work is paid", work, "TAO/alpha"));
    }

    private static ClaimOutcome Footnote(ClaimLaboratory laboratory)
    {
        (decimal ratio, decimal value) = EmissionClaims.TenfoldTokens(laboratory);
        return ClaimOutcome.Judge(
            Math.Abs(ratio - 1) < 0.001m,
            "the correction is right",
            new("ratio of emissions", ratio, "x"),
            new("ratio of market values", value, "x"));
    }
}
