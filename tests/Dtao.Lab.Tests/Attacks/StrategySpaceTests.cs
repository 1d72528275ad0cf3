using System.Collections.Immutable;
using Dtao.Lab.Attacks;
using Xunit;

namespace Dtao.Lab.Tests.Attacks;

/// <summary>The strategies that a search plays.</summary>
public class StrategySpaceTests
{
    private const ulong Day = 7_200;
    private const ulong Month = 30 * Day;

    private static readonly StrategySpace Space = new(Month, Day, goesByFlows: true);

    [Fact]
    public void A_month_is_searched_from_its_first_day_to_its_last()
    {
        string[] names = [.. Space.Coarse().Select(static one => one.Name)];

        Assert.Equal("once on day 29", Space.Lead.Name);
        Assert.Contains("once on day 0", names);
        Assert.Contains("once on day 15", names);
        Assert.Contains("once on day 23", names);
        Assert.Contains("once on day 28", names);
        Assert.Contains("on day 28.958, sold 1 h later", names);
        Assert.Contains("buying and selling in turn", names);
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Only_rules_of_flows_are_searched_for_buying_and_selling_in_turn()
    {
        StrategySpace prices = new(Month, Day, goesByFlows: false);

        Assert.DoesNotContain(prices.Coarse(), static one => one.Cycles);
    }

    [Theory]
    [InlineData(300, 300)]
    [InlineData(2 * Day, Day)]
    [InlineData(Month, Day)]
    public void Every_strategy_trades_in_order_before_the_end_and_spends_the_whole_sum(
        ulong blocks, ulong window)
    {
        StrategySpace space = new(blocks, window, goesByFlows: false);
        ImmutableArray<AttackStrategy> all =
        [
            .. space.Coarse(), space.Lead,
            .. space.Coarse().SelectMany(one => space.Near(one, space.LargestStep)),
        ];

        Assert.All(all, one =>
        {
            AttackOrder[] orders = [.. one.Orders()];
            Assert.Equal(orders.OrderBy(static order => order.After), orders);
            Assert.True(orders[^1].After < blocks, one.Name);
            Assert.InRange(orders.Sum(static order => order.Part), 0.999999m, 1.000001m);
        });
    }

    [Fact]
    public void What_is_near_differs_in_time_or_in_what_is_spent_at_once()
    {
        string[] names = [.. Space.Near(Space.Lead, Day / 2).Select(static one => one.Name)];

        Assert.Equal(
            [
                "once on day 28.5", "once on day 29.5",
                "75 % on day 29, the rest in 3 parts",
                "once on day 29",
            ],
            names);
    }
}
