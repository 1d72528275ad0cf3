using Dtao.Lab.Agents;
using Dtao.Lab.Markets;
using Dtao.Lab.Networks;
using Dtao.Lab.Plans;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Scoring;
using Dtao.Lab.Tests.Agents;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Weights;
using Xunit;

namespace Dtao.Lab.Tests.Scoring;

/// <summary>The two programs of the SN28 episode score as the real ones did.</summary>
public class ProgramTests
{
    private static readonly NetUid Subnet = new(28);
    private readonly World _world = OpenWorld();
    private readonly List<Purse> _holders = [];

    private Chain Chain => _world.Chain;

    [Theory]
    [InlineData("holdings", 1.5, 1.4)]
    [InlineData("holdings-early", 2.0, 1.5)]
    public void Slots_score_their_coldkeys_holding_and_the_five_largest_are_favoured(
        string name, double largest, double next)
    {
        for (int number = 0; number < 7; number++) Seat(number, (ulong)number + 1);

        double[] scores = Scores(ScoringPrograms.Find(name)!);

        SubnetView view = View();
        List<(int Uid, double Held)> ranked =
        [
            .. Enumerable.Range(0, view.Count)
                .Where(uid => !view.GotDividends(uid)
                    && !Chain.Subnets.IsOwnerHotkey(Subnet, view.HotkeyOf(uid)))
                .Select(uid => (uid, Held: view.HoldingOf(view.OwnerOf(uid))))
                .OrderByDescending(static one => one.Held),
        ];
        Assert.True(ranked.Count > 6);
        for (int rank = 0; rank < ranked.Count; rank++)
        {
            double favour = rank switch { 0 => largest, < 5 => next, _ => 1 };
            Assert.Equal(favour * ranked[rank].Held, scores[ranked[rank].Uid], 0.5);
        }
    }

    [Fact]
    public void A_coldkey_counts_once_and_its_stake_behind_any_hotkey_counts()
    {
        int first = Seat(0, 1);
        Purse second = new(_holders[0].Coldkey, Purse.From(SeedTree.From(77)).Hotkey);
        int other = Register(second);
        double behindOwn = _holders[0].StakeOn(Chain, _holders[0].Hotkey, Subnet).Rao;
        double before = Scores(HoldingsProgram.Final)[first];
        Give(_world.Validators[3].Hotkey, _holders[0].Coldkey, 4);

        double[] scores = Scores(HoldingsProgram.Final);

        Assert.True(Held(0) > behindOwn);
        Assert.True(scores[first] >= before / behindOwn * Held(0));
        Assert.True(scores[other] < 1);
    }

    [Fact]
    public void All_slots_are_paid_alike_while_nobody_holds()
    {
        World fresh = FreshWorld();
        SubnetView view = new(fresh.Chain, fresh.Crew!.Market, Subnet);
        double[] scores = new double[view.Count];

        HoldingsProgram.Final.Score(view, SeedTree.From(5).Random(), scores);

        Assert.True(scores.Length > 2);
        Assert.True(scores[0] > 0);
        Assert.All(scores, score => Assert.Equal(scores[0], score));
    }

    [Fact]
    public void The_owner_and_whoever_got_dividends_are_left_out()
    {
        Hotkey owner = Chain.Subnets.OwnerHotkey(Subnet);
        Validator validator = _world.Validators[0];
        Give(owner, Chain.Subnets.Owner(Subnet), 3);
        Give(validator.Hotkey, validator.Coldkey, 3);
        int holder = Seat(0, 1);
        RunTempo();
        SetWeights call = new(Subnet, [(ushort)holder], [ushort.MaxValue], VersionKey: 0);
        Assert.True(Chain.Dispatch(call, validator.Hotkey.Account).IsOk);
        RunTempo();
        SubnetView view = View();
        int uid = Chain.Neurons.UidOf(Subnet, validator.Hotkey)!.Value.Value;

        double[] scores = Scores(HoldingsProgram.Final);

        Assert.True(view.GotDividends(uid));
        Assert.True(scores[uid] < 1);
        Assert.True(scores[Chain.Neurons.UidOf(Subnet, owner)!.Value.Value] < 1);
    }

    [Fact]
    public void The_counter_rule_pays_sales_and_splits_them_over_the_slots_of_a_coldkey()
    {
        int first = Seat(0, 0);
        int second = Register(
            new(_holders[0].Coldkey, Purse.From(SeedTree.From(78)).Hotkey));
        int buyer = Seat(1, 0);
        Trade(_holders[0], Tao.Whole(10), sellsBack: true);
        Trade(_holders[1], Tao.Whole(10), sellsBack: false);

        double[] coded = Scores(CounterProgram.AsCoded);
        double[] described = Scores(CounterProgram.AsDescribed);

        Assert.True(coded[first] > 0);
        Assert.Equal(coded[first], coded[second]);
        Assert.Equal(0, coded[buyer]);
        Assert.Equal(0, described[first]);
    }

    [Fact]
    public void The_counter_rule_sets_weights_in_the_last_two_blocks_of_a_tempo()
    {
        for (int block = 0; block < 400; block++)
        {
            BlockExecutor.RunBlock(Chain);
            SubnetView view = View();
            bool isNow = CounterProgram.AsCoded.Wait(view, sinceLast: 1_000) == 0;

            Assert.Equal(view.BlocksUntilEpoch is 1 or 2, isNow);
        }
    }

    private static World OpenWorld()
    {
        World world = FreshWorld();
        for (int block = 0; block < 800; block++) BlockExecutor.RunBlock(world.Chain);
        return world;
    }

    private static World FreshWorld()
    {
        Plan plan = ScenarioFile.Read(
            "open.yaml",
            SmallWorld.TextOf(
                "kind: noise-trader\ncount: 1 agents\ncapital: 0 TAO",
                "open: 28\nscored: 28"));
        return PlanScenario.Of(plan).WorldOf(1);
    }

    /// <summary>Seats a holder with a coldkey of its own; says its uid.</summary>
    private int Seat(int number, ulong tenthsOfTao)
    {
        Purse purse = Purse.From(SeedTree.From((ulong)(1_000 + number)));
        _holders.Add(purse);
        int uid = Register(purse);
        if (tenthsOfTao > 0) Give(purse.Hotkey, purse.Coldkey, tenthsOfTao);
        return uid;
    }

    private int Register(Purse purse)
    {
        Chain.Deposit(purse.Coldkey, Tao.Whole(100));
        BurnedRegister call = new(Subnet, purse.Hotkey);
        for (int block = 0; block < 800; block++)
        {
            if (Chain.Dispatch(call, purse.Coldkey.Account).IsOk)
            {
                return Chain.Neurons.UidOf(Subnet, purse.Hotkey)!.Value.Value;
            }

            BlockExecutor.RunBlock(Chain);
        }

        throw new InvalidOperationException("no slot within 800 blocks");
    }

    private void Give(Hotkey hotkey, Coldkey coldkey, ulong tenthsOfTao)
    {
        Tao amount = Tao.FromRao(tenthsOfTao * 100_000_000);
        Chain.Deposit(coldkey, Tao.Whole(2));
        AddStake call = new(hotkey, Subnet, amount);
        Assert.True(Chain.Dispatch(call, coldkey.Account).IsOk);
    }

    private double Held(int holder) => _holders[holder].HoldingOf(Chain, Subnet).Rao;

    private void Trade(Purse purse, Tao amount, bool sellsBack)
    {
        int before = Chain.Events.Records.Count;
        Chain.Events.IsKept = true;
        AddStake buy = new(purse.Hotkey, Subnet, amount);
        Assert.True(Chain.Dispatch(buy, purse.Coldkey.Account).IsOk);
        if (sellsBack)
        {
            RemoveStake sell = new(
                purse.Hotkey, Subnet, purse.StakeOn(Chain, purse.Hotkey, Subnet));
            Assert.True(Chain.Dispatch(sell, purse.Coldkey.Account).IsOk);
        }

        Market.Trades.Read([.. Chain.Events.Records.Skip(before)], Chain.Block.Value);
        Chain.Events.IsKept = false;
    }

    private void RunTempo()
    {
        for (int block = 0; block < 400; block++) BlockExecutor.RunBlock(Chain);
    }

    private Market Market => _world.Crew!.Market;

    private SubnetView View() => new(Chain, Market, Subnet);

    private double[] Scores(IScoringProgram program)
    {
        SubnetView view = View();
        double[] scores = new double[view.Count];
        program.Score(view, SeedTree.From(5).Random(), scores);
        return scores;
    }
}
