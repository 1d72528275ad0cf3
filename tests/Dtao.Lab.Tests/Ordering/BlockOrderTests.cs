using Dtao.Lab.Agents;
using Dtao.Lab.Networks;
using Dtao.Lab.Ordering;
using Dtao.Lab.Plans;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Tests.Agents;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Staking;
using Xunit;

namespace Dtao.Lab.Tests.Ordering;

/// <summary>Who comes first within a block.</summary>
public class BlockOrderTests
{
    private static readonly World World = YoungWorld();
    private readonly Purse _maker = Purse.From(SeedTree.From(5));

    [Fact]
    public void The_random_order_keeps_all_calls_and_is_the_same_for_the_same_seed()
    {
        List<Order> first = Purchases(20);
        List<Order> second = Purchases(20);
        List<Order> other = Purchases(20);

        new RandomOrder().Arrange(first, World.Chain, SeedTree.From(1).Random());
        new RandomOrder().Arrange(second, World.Chain, SeedTree.From(1).Random());
        new RandomOrder().Arrange(other, World.Chain, SeedTree.From(2).Random());

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal(
            Enumerable.Range(0, 20), first.Select(static order => order.Agent).Order());
    }

    [Fact]
    public void By_fee_the_highest_tip_comes_first()
    {
        List<Order> orders = Purchases(10);

        BlockOrders.Find("fee-priority", _maker)
            .Arrange(orders, World.Chain, SeedTree.From(1).Random());

        Assert.Equal(
            orders.Select(static order => order.Tip.Rao).OrderDescending(),
            orders.Select(static order => order.Tip.Rao));
    }

    [Fact]
    public void A_tip_that_cannot_be_paid_does_not_count()
    {
        AddStake call = new(World.Validators[0].Hotkey, new(5), Tao.Whole(1));
        Purse poor = Purse.From(SeedTree.From(9));
        List<Order> orders =
        [
            new(call, poor.Coldkey.Account, Tao.Whole(9), 0),
            new(call, World.Treasury.Account, Tao.FromRao(1), 1),
        ];

        new FeePriority().Arrange(orders, World.Chain, SeedTree.From(1).Random());

        Assert.Equal([1, 0], orders.Select(static order => order.Agent));
        Assert.Equal(Tao.Zero, orders[1].Tip);
    }

    [Theory]
    [InlineData("fee-priority", true)]
    [InlineData("random", false)]
    public void Tips_go_to_the_block_maker_where_they_decide(string name, bool isPaid)
    {
        World world = SmallWorld.Run(
            ScenarioFile.Read("tips.yaml", SmallWorld.TextOf(
                "kind: noise-trader\ncount: 10 agents\nsubnets: 5\ntip: 0.01 .. 0.02 TAO")
                + $"\norder: {name}"),
            6);
        Purse maker = Purse.From(SeedTree.From(1).Branch("small").Branch("block maker"));

        Assert.Empty(world.Crew!.Tally.Failures);
        Assert.Equal(isPaid, maker.Free(world.Chain) > Tao.FromRao(100_000_000));
    }

    [Fact]
    public void The_block_maker_buys_before_the_largest_purchase_and_sells_right_after()
    {
        Chain chain = World.Chain.Branch();
        chain.Deposit(_maker.Coldkey, Tao.Whole(1_000));
        List<Order> orders = Purchases(5);

        new SandwichOrder(_maker).Arrange(orders, chain, SeedTree.From(1).Random());

        int victim = orders.FindIndex(static order => order.Agent == 4);
        Assert.Equal(7, orders.Count);
        Assert.IsType<AddStake>(orders[victim - 1].Call);
        Assert.IsType<RemoveStake>(orders[victim + 1].Call);
        Assert.Equal(_maker.Coldkey.Account, orders[victim + 1].Signer);
    }

    [Fact]
    public void A_sandwich_is_applied_call_by_call_and_pays_on_a_large_purchase()
    {
        World world = SmallWorld.Run(
            ScenarioFile.Read("sandwich.yaml", SmallWorld.TextOf("""
                kind: whale
                count: 3 agents
                capital: 500 TAO
                subnets: 5
                period: 20 minutes
                step: 50 %
                """) + "\norder: sandwich"),
            8);
        Purse maker = Purse.From(SeedTree.From(1).Branch("small").Branch("block maker"));

        Assert.Empty(world.Crew!.Tally.Failures);
        Assert.True(maker.Free(world.Chain) > Tao.Whole(1_000));
    }

    private static World YoungWorld()
    {
        World world = LaunchScenario.Value.WorldOf(1);
        for (int block = 0; block < 300; block++) BlockExecutor.RunBlock(world.Chain);
        return world;
    }

    private static List<Order> Purchases(int count) =>
    [
        .. Enumerable.Range(0, count).Select(static number => new Order(
            new AddStake(
                World.Validators[0].Hotkey, new(5), Tao.FromRao((ulong)(number + 1) * 100_000_000)),
            World.Treasury.Account,
            Tao.FromRao((ulong)(number * 7 % 5)),
            number)),
    ];
}
