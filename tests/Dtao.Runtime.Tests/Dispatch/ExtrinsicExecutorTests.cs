using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Extrinsics;
using Dtao.Runtime.Staking;
using Dtao.Runtime.SystemCalls;
using Dtao.Testing;
using Xunit;
using static Dtao.Runtime.Tests.Dispatch.ExtrinsicBench;

namespace Dtao.Runtime.Tests.Dispatch;

/// <summary>The three outcomes of an extrinsic, its fee, and the order of its events.</summary>
public class ExtrinsicExecutorTests
{
    private static readonly Remark Nothing = new([]);
    private static readonly AddStake TooMuch =
        new(Actor.Alice.Hotkey, new NetUid(9), Tao.FromRao(1));

    [Fact]
    public void The_smallest_signed_extrinsic_has_108_bytes_and_costs_what_the_chain_says()
    {
        ExtrinsicBench bench = Simple();

        byte[] bytes = Encode(Alice, Nothing);
        ExtrinsicOutcome outcome = bench.Executor.Apply(bytes);

        Assert.Equal(108, bytes.Length);
        Assert.Equal(OutcomeKind.Applied, outcome.Kind);
        Assert.Equal(54_214UL, outcome.Fee.Rao);
    }

    [Fact]
    public void A_fee_and_its_tip_leave_the_payer_and_both_counts_of_issuance()
    {
        ExtrinsicBench bench = Simple();
        Tao free = bench.Chain.Balances.Free(Actor.Alice.Coldkey);
        Tao balances = bench.Chain.Balances.TotalIssuance;
        Tao issuance = bench.Chain.Issuance.Total;

        ExtrinsicOutcome outcome = bench.Apply(Alice, Nothing, tip: 1_000);

        Assert.Equal(55_217UL - 2, outcome.Fee.Rao);
        Assert.Equal(free - outcome.Fee, bench.Chain.Balances.Free(Actor.Alice.Coldkey));
        Assert.Equal(balances - outcome.Fee, bench.Chain.Balances.TotalIssuance);
        Assert.Equal(issuance - outcome.Fee, bench.Chain.Issuance.Total);
        Assert.Equal(1U, bench.Chain.Balances.NonceOf(Alice));
    }

    [Fact]
    public void A_paying_call_tells_withdrawal_call_refund_fee_and_success_in_this_order()
    {
        ExtrinsicBench bench = Simple();

        ExtrinsicOutcome outcome = bench.Apply(Alice, new RemarkWithEvent([1]));

        Assert.Equal(
            [
                typeof(BalanceWithdrawn), typeof(Remarked), typeof(BalanceDeposited),
                typeof(TransactionFeePaid), typeof(ExtrinsicSuccess),
            ],
            bench.Events.Select(static happened => happened.GetType()));
        Assert.Equal(new BalanceWithdrawn(Alice, outcome.Fee), bench.Events[0]);
        Assert.Equal(new BalanceDeposited(Alice, Tao.Zero), bench.Events[2]);
        Assert.Equal(new TransactionFeePaid(Alice, outcome.Fee, Tao.Zero), bench.Events[3]);
        Assert.All(
            bench.Chain.Events.Records,
            static record => Assert.Equal(new EventPhase(0), record.Phase));
    }

    [Fact]
    public void The_last_event_carries_the_weight_of_the_call_and_of_the_extrinsic()
    {
        ExtrinsicBench bench = Simple();

        bench.Apply(Alice, Nothing);

        ExtrinsicSuccess last = Assert.IsType<ExtrinsicSuccess>(bench.Events[^1]);
        Assert.Equal(new Weight(107_074_000 + 1_137_744), last.Terms.Weight);
        Assert.Equal("82b8cc19000000", Convert.ToHexStringLower(BytesOf(last.EncodeFields)));
    }

    [Fact]
    public void A_failed_call_keeps_the_fee_and_the_nonce_and_undoes_everything_else()
    {
        ExtrinsicBench bench = Simple();
        Tao free = bench.Chain.Balances.Free(Actor.Alice.Coldkey);

        ExtrinsicOutcome outcome = bench.Apply(Alice, TooMuch, tip: 700);

        Assert.Equal(OutcomeKind.Failed, outcome.Kind);
        Assert.Equal(SubtensorError.SubnetNotExists, outcome.Result.Error);
        Assert.Equal(700UL, outcome.Fee.Rao);
        Assert.Equal(free - outcome.Fee, bench.Chain.Balances.Free(Actor.Alice.Coldkey));
        Assert.Equal(1U, bench.Chain.Balances.NonceOf(Alice));
        Assert.Equal(
            [
                typeof(BalanceWithdrawn), typeof(BalanceDeposited), typeof(TransactionFeePaid),
                typeof(ExtrinsicFailed),
            ],
            bench.Events.Select(static happened => happened.GetType()));
        Assert.Equal("000103074c000000", Convert.ToHexStringLower(BytesOf(outcome.Encode)));
    }

    [Fact]
    public void A_free_call_without_tip_tells_a_fee_of_nothing_and_no_movement()
    {
        ExtrinsicBench bench = Simple();

        ExtrinsicOutcome outcome = bench.Apply(Alice, TooMuch);

        Assert.Equal(Tao.Zero, outcome.Fee);
        Assert.Equal(new TransactionFeePaid(Alice, Tao.Zero, Tao.Zero), bench.Events[0]);
        Assert.IsType<ExtrinsicFailed>(bench.Events[1]);
    }

    [Fact]
    public void A_free_call_of_an_account_that_does_not_exist_counts_its_nonce()
    {
        ExtrinsicBench bench = Simple();
        AccountId nobody = Account.Of(77);

        ExtrinsicOutcome free = bench.Apply(nobody, TooMuch);
        ExtrinsicOutcome paying = bench.Apply(nobody, Nothing, nonce: 1);

        Assert.Equal(OutcomeKind.Failed, free.Kind);
        Assert.Equal(1U, bench.Chain.Balances.NonceOf(nobody));
        Assert.Equal(TransactionRefusal.Payment, paying.Refusal);
    }

    [Theory]
    [InlineData(54_214UL, false)]
    [InlineData(54_713UL, false)]
    [InlineData(54_714UL, true)]
    public void The_payer_must_keep_the_existential_deposit(ulong balance, bool isEnough)
    {
        Chain chain = new ChainBuilder().With(Actor.Alice, Tao.FromRao(balance)).Build();
        ExtrinsicBench bench = new(chain);
        byte[] before = chain.State.Hash();

        ExtrinsicOutcome outcome = bench.Apply(Alice, Nothing);

        Assert.Equal(isEnough, outcome.Kind == OutcomeKind.Applied);
        if (isEnough) return;
        Assert.Equal(TransactionRefusal.Payment, outcome.Refusal);
        Assert.Equal(before, chain.State.Hash());
        Assert.Empty(bench.Events);
    }
}
