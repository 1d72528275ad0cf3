using Dtao.Lab.Attacks;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports.Attacking;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;
using Xunit;

namespace Dtao.Lab.Tests.Attacks;

/// <summary>Attacks on the emission and the weights of a network that is 100 days old.</summary>
public class AttackTests
{
    private static readonly NetUid Target = new(28);

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

        AttackOutcome found = Search(plan).Outcomes.First(
            static outcome => outcome.Name.StartsWith("once", StringComparison.Ordinal));

        Assert.True(found.Reached);
        Assert.InRange(found.Share, 0.05m, 0.05m * 1.006m);
        Assert.InRange((double)found.Cost.Locked, expected * 0.99, expected * 1.01);
    }

    [Fact]
    public void A_purchase_that_nobody_sold_into_comes_back_nearly_whole()
    {
        AttackOutcome found = Search(PlanOf("emission:5%", "spot")).Outcomes[0];

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

        byte[] first = new AttackFiles(Search(plan), ReportLanguage.English).Summary();
        byte[] second = new AttackFiles(Search(plan), ReportLanguage.English).Summary();

        Assert.Equal(first, second);
    }

    [Fact]
    public void The_report_has_every_phrase_translated()
    {
        AttackResult result = Search(PlanOf("emission:5%", "spot"));

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
        AttackPlan plan = PlanOf("weights:51%", rule: null) with { Horizon = new(2_000) };

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
        AttackPlan plan = PlanOf("weights:20%", rule: null) with { Horizon = new(2_000) };

        AttackOutcome cheapest = Assert.IsType<AttackOutcome>(Search(plan).Cheapest);

        Assert.False(cheapest.Weights!.IsFollowed);
        Assert.True(cheapest.Share >= 0.2m);
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
