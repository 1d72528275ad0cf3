using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Lab.Networks;
using Dtao.Lab.Runs;
using Dtao.Lab.Scoring;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Claims;

/// <summary>Claims 17 to 20: how subnet 28 rose.</summary>
internal static class EpisodeClaims
{
    private const string WithoutRule = "operator.program=quality";

    /// <summary>The claims.</summary>
    public static ImmutableArray<ArticleClaim> All { get; } =
    [
        new(17, "Just before the upgrade somebody took over subnet 28 and made it the TAO "
                + "Accumulation Corporation.",
            "Registration of subnet 28 against the launch, and the day on which its owner "
                + "publishes the program in the SN28 scenario, which is given. Refuted if it is "
                + "older than two weeks, or published later than a week.",
            TakeOver),
        new(18, "Miners run nothing; validators score each by the tokens it holds.",
            "Scores of the program against the holdings of six slots, and incentives after an "
                + "epoch in which all validators use it. Refuted if incentives do not follow.",
            ByHoldings),
        new(19, "Buying raises the price, the price brings TAO, holders are paid and buy more.",
            "Price, TAO and what holders hold on day 11 of the SN28 scenario, with the program "
                + "and with one that pays for work. Refuted if price or holdings are less than "
                + "twice as high with it, or if it draws no more TAO.",
            Loop),
        new(20, "TAO emission thus paid for a memecoin, for a time the seventh by market value.",
            "Best rank of subnet 28 by price times tokens, its largest share of a day's TAO and "
                + "its TAO by day 14. Refuted if it is never seventh.",
            Seventh),
    ];

    private static ClaimOutcome TakeOver(ClaimLaboratory laboratory)
    {
        LaunchDataset dataset = LaunchDataset.Instance;
        LaunchSubnet subnet = dataset.Subnets.Single(static one => one.NetUid == Episode.Subnet);
        decimal days = (dataset.LaunchBlock.Value - subnet.RegisteredAt.Value) / 7_200m;
        RunResult run = laboratory.Run("sn28");
        decimal? published = run.Announced(Episode.Subnet, "holdings") is { } block
            ? run.AgeOf(new(block)) / 7_200m
            : null;
        return ClaimOutcome.Judge(
            days is > 0 and < 14 && published < 7,
            $"the slot was registered at block {subnet.RegisteredAt}; the program came after the "
                + "launch, not before",
            new("registered before the launch", days, "days"),
            new("program published after the launch", published, "days"));
    }

    private static ClaimOutcome ByHoldings(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        NetUid subnet = Episode.Subnet;
        int first = laboratory.Young.Validators.Count;
        ulong[] holdings = [500, 400, 300, 200, 100, 50];
        for (int place = 0; place < holdings.Length; place++)
        {
            Hotkey hotkey = chain.Neurons.KeyOf(subnet, new((ushort)(first + place)));
            Coldkey owner = chain.Stakes.OwnerOf(hotkey);
            chain.Stakes.AddShares(
                hotkey, owner, subnet, Alpha.FromRao(holdings[place] * 1_000_000_000_000));
            chain.Stakes.RememberStaking(owner, hotkey);
        }

        SubnetView view = new(chain, ClaimLaboratory.MarketOf(chain), subnet);
        double[] scores = new double[view.Count];
        HoldingsProgram.Final.Score(
            view, SeedTree.From(laboratory.Seed).Branch("claim 18").Random(), scores);
        decimal largest = Favour(0);
        decimal second = Favour(1);
        decimal sixth = Favour(5);
        (ushort[] uids, ushort[] values) = Agents.ScoringValidator.RowOf(scores)!.Value;
        laboratory.SetWeightsOfAll(chain, subnet, uids, values);
        List<double> incentives = [];
        List<double> wanted = [];
        ReadOnlySpan<ushort> incentive = chain.Neurons.Incentive(subnet);
        for (int uid = first; uid < incentive.Length; uid++)
        {
            incentives.Add(incentive[uid]);
            wanted.Add(scores[uid]);
        }

        decimal correlation = Correlation.Of(incentives, wanted);
        return ClaimOutcome.Judge(
            correlation > 0.99m && Math.Abs(largest - 1.5m) < 1e-9m
                && Math.Abs(second - 1.4m) < 1e-9m,
            "scores are holdings, with a favour for the five largest; incentives follow by Yuma",
            new("favour of the largest holder", largest, "x"),
            new("favour of the second", second, "x"),
            new("favour of the sixth", sixth, "x"),
            new("correlation of incentives with scores", correlation, "of 1"));

        decimal Favour(int place) => (decimal)(
            scores[first + place] / view.HoldingOf(view.OwnerOf(first + place)));
    }

    private static ClaimOutcome Loop(ClaimLaboratory laboratory)
    {
        RunResult with = laboratory.Run("sn28-no-intervention", 11);
        RunResult without = laboratory.Run("sn28-no-intervention", 11, WithoutRule);
        decimal price = PriceOf(with);
        decimal dull = PriceOf(without);
        decimal held = HeldOf(with);
        decimal dullHeld = HeldOf(without);
        return ClaimOutcome.Judge(
            price > 2 * dull && held > 2 * dullHeld
                && Episode.IncomeOf(with) > Episode.IncomeOf(without),
            "the same people on the same network; only what the validators pay for differs",
            new("price on day 11 with the program", price, "TAO/alpha"),
            new("price without it", dull, "TAO/alpha"),
            new("value that holders hold with it", held, "TAO"),
            new("value that they hold without it", dullHeld, "TAO"),
            new("TAO given with it", Episode.IncomeOf(with), "TAO"),
            new("TAO given without it", Episode.IncomeOf(without), "TAO"));
    }

    /// <summary>Price of subnet 28 at the end of the run. Unit: TAO per alpha.</summary>
    internal static decimal PriceOf(RunResult run) => ReadableNumber.Of(
        run.Last.Subnets.Single(static one => one.NetUid == Episode.Subnet).Price.Value);

    private static decimal HeldOf(RunResult run) =>
        run.Accounts.Single(static one => one.Group == "holders").TokensAfter;

    private static ClaimOutcome Seventh(ClaimLaboratory laboratory)
    {
        RunResult run = laboratory.Run("sn28");
        int best = run.Samples.Where(sample => run.AgeOf(sample.Block) >= 2 * 7_200)
            .Min(static sample => 1 + sample.Subnets.Count(other =>
                ValueOf(other) > ValueOf(sample.Subnets.Single(static one =>
                    one.NetUid == Episode.Subnet))));
        decimal share = MeasureCatalog.Find("emission-day-most")!
            .Find(run, Episode.Subnet) ?? 0;
        decimal tao = run.Emissions.Single(static one => one.NetUid == Episode.Subnet)
            .Days.Take(14).Sum(static day => ReadableNumber.Of(day.Rao));
        return ClaimOutcome.Judge(
            best <= 7,
            "on the real network: rank 6 to 7, at most 2.2 % of TAO emission, about 840 TAO in "
                + "two weeks by a model on the real prices",
            new("best rank by market value", best, "rank"),
            new("largest share of a day's TAO", share, "%"),
            new("TAO by day 14", tao, "TAO"));
    }

    private static decimal ValueOf(SubnetSample sample) =>
        ReadableNumber.Of(sample.Price.Value) * sample.AlphaIssuance.Rao;
}
