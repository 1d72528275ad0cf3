using Dtao.Lab.Attacks;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports.Attacking;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;
using Xunit;

namespace Dtao.Lab.Tests.Attacks;

/// <summary>Attacks on the emission and the weights of a network that is 100 days old.</summary>
public class AttackTests
{
    private static readonly NetUid Target = new(28);

    private static readonly Lazy<AttackResult> FivePercent =
        new(static () => Search(PlanOf("emission:5%", "spot")));

    [Fact]
    public void Under_the_spot_rule_the_capital_is_that_of_a_constant_product_pool()
    {
        AttackPlan plan = PlanOf("emission:5%", "spot");
        Chain chain = plan.Network.Scenario.WorldOf(plan.Seed).Chain;
        double others = chain.Subnets.InHashedKeyOrder()
            .Where(static subnet => subnet != NetUid.Root && subnet != Target)
            .Sum(subnet => PriceOf(chain, subnet));
        double wanted = others * 0.05 / 0.95;
        double expected = chain.Pools.TaoReserve(Target).Rao
            * (Math.Sqrt(wanted / PriceOf(chain, Target)) - 1);

        AttackOutcome found = FivePercent.Value.Outcomes.First(
            static outcome => outcome.Name.StartsWith("once", StringComparison.Ordinal));

        Assert.True(found.Reached);
        Assert.InRange(found.Share, 0.05m, 0.05m * 1.006m);
        Assert.InRange((double)found.Cost.Locked, expected * 0.99, expected * 1.01);
    }

    [Fact]
    public void A_purchase_that_nobody_sold_into_comes_back_nearly_whole()
    {
        AttackOutcome found = FivePercent.Value.Outcomes[0];

        Assert.InRange(found.Cost.Loss / found.Cost.Locked, -0.01m, 0.01m);
        Assert.Contains(found.Trace, static action => action.Call == "remove_stake");
    }

    [Fact]
    public void A_moving_average_asks_for_more_capital_than_the_price_of_the_moment()
    {
        AttackResult spot = Search(PlanOf("emission:1%", "spot"));
        AttackResult average = Search(PlanOf("emission:1%", "R2"));

        decimal locked = Assert.IsType<AttackOutcome>(spot.Cheapest).Cost.Locked;
        Assert.True(
            average.Cheapest is not { } best || best.Cost.Locked > 3 * locked,
            $"{average.Cheapest?.Cost.Locked} against {locked}");
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes()
    {
        AttackPlan plan = PlanOf("emission:5%", "spot");

        byte[] first =
            new AttackFiles(FivePercent.Value, ReportLanguage.English).Summary();
        byte[] second = new AttackFiles(Search(plan), ReportLanguage.English).Summary();

        Assert.Equal(first, second);
    }

    [Fact]
    public void A_higher_goal_takes_more_of_every_strategy()
    {
        AttackResult low = Search(PlanOf("emission:2%", "spot"));
        AttackResult high = FivePercent.Value;

        Assert.NotEmpty(low.Outcomes);
        Assert.All(high.Outcomes.Where(static one => one.Reached), dear => Assert.True(
            low.Outcomes.First(one => one.Name == dear.Name).Amount.Rao < dear.Amount.Rao,
            dear.Name));
        Assert.True(low.Cheapest!.Cost.Locked < high.Cheapest!.Cost.Locked);
    }

    [Fact]
    public void Capital_and_loss_are_to_the_rao_what_the_calls_moved()
    {
        AttackOutcome found = FivePercent.Value.Outcomes[0];

        Int128 outlay = 0;
        Int128 most = 0;
        foreach (AttackAction action in found.Trace.Where(static one =>
            one.Purpose is TradePurpose.Purchase or TradePurpose.Sale))
        {
            Assert.Equal("Ok", action.Outcome);
            outlay += action.Tao;
            most = Int128.Max(most, outlay);
        }

        Int128 earned = found.Trace
            .Where(static one => one.Purpose is TradePurpose.Dividends or TradePurpose.OwnersCut)
            .Aggregate(Int128.Zero, static (sum, one) => sum - one.Tao);
        Assert.Equal((decimal)most, found.Cost.Locked);
        Assert.Equal((decimal)outlay, found.Cost.Loss);
        Assert.Equal((decimal)earned, found.Cost.Earned);
    }

    [Fact]
    public void A_small_pool_is_bought_to_its_limit_instead_of_refusing()
    {
        AttackPlan plan = PlanOf("emission:90%", rule: null) with
        {
            Network = AttackNetwork.Parse("launch"),
        };

        AttackOutcome once = Search(plan).Outcomes.First(
            static outcome => outcome.Name == "once on day 0");

        AttackAction purchase = once.Trace[0];
        Assert.Equal("Ok", purchase.Outcome);
        Assert.False(once.Reached);

        // A pool of about 1 TAO and 1 alpha is left with 0.01 alpha.
        Assert.InRange(purchase.Tao, 90_000_000_000, 110_000_000_000);
    }

    [Fact]
    public void Nothing_that_was_played_is_cheaper_than_the_cheapest()
    {
        AttackResult result = FivePercent.Value;

        AttackOutcome cheapest = Assert.IsType<AttackOutcome>(result.Cheapest);
        Assert.All(result.Outcomes, one => Assert.True(
            !one.Reached || one.Cost.Locked >= cheapest.Cost.Locked, one.Name));
        Assert.All(result.Outcomes.Where(static one => one.IsRuledOut), one => Assert.True(
            one.Share < 0.05m, one.Name));
        Assert.True(result.Variants >= result.Outcomes.Length);
    }

    [Fact]
    public void Progress_never_says_that_nothing_is_left_before_the_end()
    {
        List<RunProgress> heard = [];

        Attack.Search(PlanOf("emission:5%", "spot"), heard.Add, CancellationToken.None);

        RunProgress last = heard[^1];
        Assert.Equal(last.Total, last.Done);
        Assert.All(heard.SkipLast(1), static one => Assert.True(one.Done < one.Total));
        Assert.Equal(heard.OrderBy(static one => one.Done), heard);
    }

    [Fact]
    public void The_report_has_every_phrase_translated()
    {
        AttackResult result = FivePercent.Value;

        ReportPage.Render(
            AttackReport.Of(result), ReportLanguage.TraditionalChinese, out var untranslated);

        Assert.Empty(untranslated);
    }

    [Fact]
    public void A_goal_that_is_reached_anyway_needs_no_strategy()
    {
        AttackResult result = Search(PlanOf("emission:0.01%", "spot"));

        Assert.True(result.IsReachedAnyway);
        Assert.Empty(result.Outcomes);
    }

    [Fact]
    public void A_majority_of_weights_costs_what_the_algebra_says_and_the_epoch_follows_it()
    {
        AttackPlan plan = PlanOf("weights:51%", rule: null) with { Horizon = new(2_500) };

        AttackResult result = Search(plan);

        AttackOutcome mix = result.Outcomes.First(
            static outcome => outcome.Name == "cheapest mix of both");
        AttackOutcome root = result.Outcomes.First(
            static outcome => outcome.Name == "TAO on root only");
        WeightsFigures figures = Assert.IsType<WeightsFigures>(mix.Weights);
        Assert.True(mix.Share >= 0.51m && mix.Share < 0.511m);
        Assert.False(mix.Reached, "it is far beyond the budget");
        Assert.True(figures.IsFollowed);
        Assert.True(figures.IncentiveBefore < 0.01m);
        Assert.True(mix.Cost.Locked < root.Cost.Locked);
        Assert.InRange(
            root.Weights!.RootTao.Rao * 0.18m / root.Weights.OthersWeight,
            0.51m / 0.49m * 0.999m, 0.51m / 0.49m * 1.003m);
    }

    [Fact]
    public void Less_than_a_majority_does_not_move_the_consensus()
    {
        AttackPlan plan = PlanOf("weights:10%", rule: null) with { Horizon = new(2_500) };

        AttackOutcome cheapest = Assert.IsType<AttackOutcome>(Search(plan).Cheapest);

        Assert.False(cheapest.Weights!.IsFollowed);
        Assert.True(cheapest.Share >= 0.1m);
    }

    [Fact]
    public void Weights_are_not_attacked_before_the_first_epochs()
    {
        AttackPlan plan = PlanOf("weights:10%", rule: null) with { Horizon = new(2_499) };

        FormatException refusal = Assert.Throws<FormatException>(() => Search(plan));

        Assert.Contains("0.35 days", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_registration_of_the_attacker_takes_no_weight_from_others()
    {
        AttackPlan plan = PlanOf("weights:10%", rule: null) with { Horizon = new(2_500) };
        Chain chain = plan.Network.Scenario.WorldOf(plan.Seed).Chain;
        decimal before = WeightsTrial.ActiveWeight(chain, Target, but: null);

        AttackOutcome outcome = Search(plan).Outcomes[0];

        Assert.True(outcome.Weights!.OthersWeight > before);
    }

    private static AttackResult Search(AttackPlan plan) =>
        Attack.Search(plan, report: null, CancellationToken.None);

    private static AttackPlan PlanOf(string goal, string? rule) => new(
        AttackGoal.Parse(goal),
        Target,
        AttackNetwork.Parse("aged:100 days"),
        new Horizon(300),
        Seed: 1)
    {
        Rules = rule is null ? null : RuleSchedule.Parse(rule),
    };

    private static double PriceOf(Chain chain, NetUid subnet) =>
        (double)chain.Pools.TaoReserve(subnet).Rao / chain.Pools.AlphaReserve(subnet).Rao;
}
