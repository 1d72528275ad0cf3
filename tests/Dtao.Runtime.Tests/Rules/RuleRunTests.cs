using Dtao.Numerics;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Emission.Rules;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Staking;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Rules;

/// <summary>Rules in a running chain: switching, what users do, what epochs pay.</summary>
public class RuleRunTests
{
    private static readonly NetUid Subnet = new(1);
    private static readonly Hotkey Validator = Account.Hotkey(1);
    private static readonly Coldkey Owner = Account.Coldkey(11);
    private static readonly Hotkey Miner = Account.Hotkey(2);
    private static readonly Coldkey Trader = Account.Coldkey(12);

    [Fact]
    public void No_rule_is_the_coinbase_of_the_version_to_the_last_bit()
    {
        Chain plain = Network();
        Chain told = plain.Branch();
        told.UseEmissionRule(null);

        Run(plain, 30);
        Run(told, 30);

        Assert.Equal(plain.HashText(), told.HashText());
    }

    [Fact]
    public void A_branch_keeps_the_rule_and_goes_its_own_way()
    {
        Chain chain = Network("R6b@425 weighted");
        Chain branch = chain.Branch();

        Run(chain, 20);
        Run(branch, 20);
        branch.UseEmissionRule(null);
        Run(branch, 1);

        Assert.Equal("R6b@425 weighted", chain.EmissionRule?.Name);
        Assert.Null(branch.EmissionRule);
        Assert.NotEqual(chain.HashText(), branch.HashText());
    }

    [Fact]
    public void A_switch_there_and_back_leaves_what_the_rule_remembers()
    {
        Chain chain = Network("R4");
        Stake(chain, Tao.Whole(5));
        Run(chain, 2);
        FlowAverage? average = chain.Rules.AverageTaoFlow(Subnet);

        chain.UseEmissionRule(null);
        Run(chain, 5);

        Assert.NotNull(average);
        Assert.Equal(average, chain.Rules.AverageTaoFlow(Subnet));
    }

    [Fact]
    public void Stake_is_inflow_and_unstaking_outflow_while_a_flow_rule_is_in_force()
    {
        Chain chain = Network("R4");

        Stake(chain, Tao.Whole(5));
        long paidIn = chain.Rules.TaoFlow(Subnet);
        Tao before = chain.Balances.Free(Trader);
        Assert.True(chain.Dispatch(
            new RemoveStake(Validator, Subnet, Alpha.Whole(1)), Trader.Account).IsOk);

        Assert.Equal(5_000_000_000, paidIn);
        Assert.Equal(
            paidIn - (long)(chain.Balances.Free(Trader).Rao - before.Rao),
            chain.Rules.TaoFlow(Subnet));
    }

    [Fact]
    public void Flows_of_a_block_are_read_in_the_next_and_draw_all_TAO_to_their_subnet()
    {
        Chain chain = Network("R4");
        Stake(chain, Tao.Whole(5));

        Run(chain, 1);

        Assert.Equal(0, chain.Rules.TaoFlow(Subnet));
        Assert.Equal(999_999_999ul, TaoOf(chain, Subnet), 2ul);
        Assert.Equal(0ul, TaoOf(chain, new NetUid(2)));
    }

    [Fact]
    public void Nothing_is_counted_without_a_rule_or_under_one_by_price()
    {
        foreach (string? rule in (string?[])[null, "R2", "R3"])
        {
            Chain chain = Network(rule);

            Stake(chain, Tao.Whole(5));

            Assert.Equal(0, chain.Rules.TaoFlow(Subnet));
        }
    }

    [Theory]
    [InlineData("R4", 0)]
    [InlineData("R5b", 1_000_000_000)]
    [InlineData("R6b", 1_000_000_000)]
    public void Registrations_are_inflow_since_net_flow(string rule, long expected)
    {
        Chain chain = Network(rule);

        Assert.True(chain.Dispatch(
            new BurnedRegister(Subnet, Account.Hotkey(77)), Trader.Account).IsOk);

        Assert.Equal(expected, chain.Rules.TaoFlow(Subnet));
    }

    [Theory]
    [InlineData("R4")]
    [InlineData("R5b")]
    [InlineData("R6b")]
    [InlineData("R7")]
    public void Root_is_paid_at_epochs_out_of_what_a_rule_kept_for_it(string rule)
    {
        Chain chain = Network(rule);
        Stake(chain, Tao.Whole(50));
        Alpha before = chain.Stakes.StakeOf(Validator, NetUid.Root);

        Run(chain, 8);
        Alpha waiting = chain.Rules.PendingRootAlpha(Subnet);
        Run(chain, 3);

        Assert.True(waiting > Alpha.Zero);
        Assert.True(chain.Rules.PendingRootAlpha(Subnet) < waiting);
        Assert.True(chain.Stakes.StakeOf(Validator, NetUid.Root) > before);
    }

    [Fact]
    public void The_part_of_the_incentives_that_the_owner_mines_is_measured()
    {
        Chain chain = Network("R6b");
        chain.Weights.SetRow(Subnet, new(0), [new(1, 30_000), new(2, 10_000)]);

        Run(chain, 12);

        Assert.Equal(0.25, (double)chain.Rules.MinerBurned(Subnet).Bits / (1L << 32), 1e-3);
    }

    [Fact]
    public void A_subnet_without_permission_gets_no_TAO_and_the_others_all()
    {
        Chain chain = Network("R6b");
        chain.Rules.SetMayEmit(Subnet, false);

        Run(chain, 1);

        Assert.Equal(0ul, TaoOf(chain, Subnet));
        Assert.Equal(1_000_000_000ul, TaoOf(chain, new NetUid(2)), 2ul);
    }

    [Fact]
    public void A_traced_block_under_a_rule_tells_pools_prices_and_the_epoch()
    {
        Chain chain = Network("R6b");
        Run(chain, 8);
        CoinbaseTrace trace = new(Subnet);
        chain.Trace = trace;

        Run(chain, 1);

        Assert.Equal(Tao.Whole(1), trace.BlockEmission.Floor());
        Assert.NotEqual(trace.PoolBefore, trace.PoolAfter);
        Assert.NotEqual(trace.MovingPrice, trace.MovingPriceAfter);
        Assert.True(trace.Epoch?.RootDividends > Tao.Zero);
        Assert.NotEmpty(trace.Payments);
    }

    [Fact]
    public void A_weighted_pool_keeps_its_price_when_emission_comes()
    {
        Chain chain = Network("R6b@425 weighted");
        chain.Put("SubnetMovingPrice", 1L << 20, 1);
        U64F64 before = chain.Pools.FineSpotPrice(Subnet);

        Run(chain, 5);

        double ratio = (double)chain.Pools.FineSpotPrice(Subnet).Bits / (double)before.Bits;
        Assert.Equal(1, ratio, 1e-6);
        Assert.True(chain.Pools.TaoReserve(Subnet) > Tao.Whole(1_000));
    }

    private static ulong TaoOf(Chain chain, NetUid subnet) =>
        chain.Emission.TaoIn(subnet).Rao + chain.Rules.ExcessTao(subnet).Rao
            + BoughtAndRecycled(chain, subnet);

    private static ulong BoughtAndRecycled(Chain chain, NetUid subnet)
    {
        if (chain.EmissionRule?.MintsFirst != false) return 0;
        foreach (SubnetTerms terms in chain.RuleCoinbase.Block.Subnets)
        {
            if (terms.Subnet == subnet) return terms.Excess.FloorToUInt64();
        }

        return 0;
    }

    private static void Stake(Chain chain, Tao amount) => Assert.True(chain.Dispatch(
        new AddStake(Validator, Subnet, amount), Trader.Account).IsOk);

    private static void Run(Chain chain, int blocks)
    {
        for (int block = 0; block < blocks; block++)
        {
            BlockExecutor.RunBlock(chain);
        }
    }

    private static Chain Network(string? rule = null)
    {
        Chain chain = new ChainBuilder()
            .AtBlock(1_000)
            .WithRoot(Tao.Whole(100_000))
            .WithSubnet(1, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(5_000))
            .WithSubnet(2, Tao.Whole(1_000), Alpha.Whole(2_000), Alpha.Whole(5_000))
            .With("TaoWeight", 3_320_413_933_267_719_290)
            .With("SubnetMovingPrice", 3L << 31, 1)
            .With("SubnetMovingPrice", 1L << 31, 2)
            .With("Tempo", 10, 1)
            .With("SubnetOwner", Owner, 1)
            .With("SubnetOwnerHotkey", Validator, 1)
            .With("MaxRegistrationsPerBlock", 3, 1)
            .WithOwner(Validator, Owner)
            .WithOwner(Miner, Trader)
            .WithOwner(Account.Hotkey(3), Owner)
            .WithStake(Validator, Owner, 0, Alpha.Whole(90_000))
            .WithStake(Validator, Owner, 1, Alpha.Whole(2_000))
            .WithBalance(Trader, Tao.Whole(1_000))
            .Build();
        Seat(chain);
        chain.UseEmissionRule(rule is null ? null : EmissionRules.Find(rule));
        return chain;
    }

    private static void Seat(Chain chain)
    {
        foreach (Hotkey hotkey in (Hotkey[])[Validator, Miner, Account.Hotkey(3)])
        {
            chain.Neurons.Append(Subnet, hotkey, new(1));
        }

        chain.Neurons.RecordUpdate(Subnet, new(0), new(999));
        chain.Neurons.GrantPermit(Subnet, new(0));
        chain.Weights.SetRow(Subnet, new(0), [new(1, 65_535)]);
    }
}
