using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Extrinsics;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Sudo;
using Dtao.Runtime.SystemCalls;
using Dtao.Runtime.Wrappers;
using Dtao.Testing;
using Xunit;
using static Dtao.Runtime.Tests.Dispatch.ExtrinsicBench;

namespace Dtao.Runtime.Tests.Dispatch;

/// <summary>Batches, derived accounts, other origins and the sudo key.</summary>
public class WrapperTests
{
    private static readonly RemarkWithEvent Good = new([1, 2, 3]);
    private static readonly AddStake Bad =
        new(Actor.Alice.Hotkey, new NetUid(9), Tao.FromRao(1));

    private static readonly RunAsRoot RootOnly = new(new Remark([]));

    [Fact]
    public void A_batch_stops_at_the_first_failure_and_keeps_what_ran_before()
    {
        ExtrinsicBench bench = Simple();

        ExtrinsicOutcome outcome = bench.Apply(Alice, new Batch([Good, Bad, Good]));

        Assert.Equal(OutcomeKind.Applied, outcome.Kind);
        Assert.Single(bench.Events.OfType<Remarked>());
        BatchInterrupted stop = Assert.Single(bench.Events.OfType<BatchInterrupted>());
        Assert.Equal(1U, stop.Position);
        Assert.Equal(nameof(SubtensorError.SubnetNotExists), stop.Error.Name);
        Assert.Equal(
            "0100000003074c000000", Convert.ToHexStringLower(BytesOf(stop.EncodeFields)));
    }

    [Fact]
    public void A_batch_that_stopped_early_gets_back_the_weight_of_the_rest()
    {
        ulong whole = Simple().Apply(Alice, new Batch([Good, Good, Good])).Fee.Rao;
        ulong stopped = Simple().Apply(Alice, new Batch([Bad, Good, Good])).Fee.Rao;
        Weight used = new(
            52_694_370 + 5_005_941 + CallTable.TermsOf(Bad).Weight.RefTime);

        byte[] bytes = Encode(Alice, new Batch([Bad, Good, Good]));

        Assert.Equal(
            TransactionFees.Of(
                bytes.Length, new(used, DispatchClass.Normal, Pays.Yes), Tao.Zero).Rao,
            stopped);
        Assert.NotEqual(whole, stopped);
    }

    [Fact]
    public void A_batch_of_all_undoes_everything_when_one_fails()
    {
        ExtrinsicBench bench = Simple();

        ExtrinsicOutcome outcome = bench.Apply(Alice, new BatchAll([Good, Bad]));

        Assert.Equal(OutcomeKind.Failed, outcome.Kind);
        Assert.Equal(SubtensorError.SubnetNotExists, outcome.Result.Error);
        Assert.Empty(bench.Events.OfType<Remarked>());
        Assert.Empty(bench.Events.OfType<ItemCompleted>());
    }

    [Fact]
    public void A_batch_of_all_carries_no_other_however_deep()
    {
        BatchAll inner = new([Good]);

        ExtrinsicOutcome direct = Simple().Apply(Alice, new BatchAll([inner]));
        ExtrinsicBench bench = Simple();
        ExtrinsicOutcome deep = bench.Apply(Alice, new BatchAll([new ForceBatch([inner])]));

        Assert.Equal(nameof(SystemError.CallFiltered), direct.Result.Failure?.Name);
        Assert.Equal(OutcomeKind.Applied, deep.Kind);
        Assert.Equal(
            nameof(SystemError.CallFiltered),
            Assert.Single(bench.Events.OfType<ItemFailed>()).Error.Name);
    }

    [Fact]
    public void A_forced_batch_goes_on_after_a_failure()
    {
        ExtrinsicBench bench = Simple();

        ExtrinsicOutcome outcome = bench.Apply(Alice, new ForceBatch([Good, Bad, Good]));

        Assert.Equal(OutcomeKind.Applied, outcome.Kind);
        Assert.Equal(2, bench.Events.OfType<Remarked>().Count());
        Assert.Single(bench.Events.OfType<ItemFailed>());
        Assert.Single(bench.Events.OfType<BatchCompletedWithErrors>());
    }

    [Theory]
    [InlineData(10_922, true)]
    [InlineData(10_923, false)]
    public void A_batch_has_a_largest_number_of_calls(int calls, bool isAllowed)
    {
        ICall[] many = [.. Enumerable.Repeat<ICall>(new Remark([]), calls)];

        DispatchResult result = SimpleChain().Dispatch(new Batch(many), Alice);

        Assert.Equal(isAllowed ? null : "TooManyCalls", result.Failure?.Name);
    }

    [Fact]
    public void Free_calls_in_a_batch_pay_and_only_operational_ones_make_it_operational()
    {
        DispatchTerms empty = CallTable.TermsOf(new Batch([]));
        DispatchTerms normal = CallTable.TermsOf(new Batch([Bad]));

        Assert.Equal(DispatchClass.Operational, empty.Class);
        Assert.Equal(DispatchClass.Normal, normal.Class);
        Assert.Equal(Pays.Yes, normal.Pays);
    }

    [Fact]
    public void A_derived_account_makes_the_call()
    {
        ExtrinsicBench bench = Simple();

        bench.Apply(Alice, new AsDerivative(3, Good));

        Assert.Equal(
            AsDerivative.AccountOf(Alice, 3),
            Assert.Single(bench.Events.OfType<Remarked>()).Sender);
    }

    [Fact]
    public void Only_root_runs_calls_as_others_or_with_a_weight_of_its_own()
    {
        Chain chain = SimpleChain();
        DispatchAsOrigin other = new(NamedOrigin.Signed(Bob), Good);
        WithWeight weighed = new(new Remark([]), new(5));

        Assert.Equal("BadOrigin", chain.Dispatch(other, Alice).Failure?.Name);
        Assert.Equal("BadOrigin", chain.Dispatch(weighed, Alice).Failure?.Name);
        Assert.True(chain.DispatchAs(Origin.Root, other).IsOk);
        Assert.True(chain.DispatchAs(Origin.Root, weighed).IsOk);
    }

    [Fact]
    public void The_sudo_key_runs_calls_as_root_free_of_charge_and_nobody_else_does()
    {
        ExtrinsicBench bench = Simple();
        bench.Chain.Sudo.SetKey(Alice);

        ExtrinsicOutcome key = bench.Apply(Alice, RootOnly);
        ExtrinsicOutcome other = bench.Apply(Bob, RootOnly);

        Assert.Equal(OutcomeKind.Applied, key.Kind);
        Assert.Equal(Tao.Zero, key.Fee);
        Assert.Equal("RequireSudo", other.Result.Failure?.Name);
        Assert.True(other.Fee > Tao.Zero);
        Assert.Single(bench.Events.OfType<Sudid>());
    }

    [Fact]
    public void Root_itself_is_not_the_sudo_key()
    {
        Chain chain = SimpleChain();
        chain.Sudo.SetKey(Alice);
        ICall[] calls =
        [
            RootOnly, new RunAs(MultiAddress.Of(Bob), Good),
            new SetSudoKey(MultiAddress.Of(Bob)), new RemoveSudoKey(),
        ];

        Assert.All(calls, call =>
            Assert.Equal("BadOrigin", chain.DispatchAs(Origin.Root, call).Failure?.Name));
    }

    [Fact]
    public void The_sudo_key_is_handed_on_and_given_up()
    {
        ExtrinsicBench bench = Simple();
        bench.Chain.Sudo.SetKey(Alice);

        bench.Apply(Alice, new SetSudoKey(MultiAddress.Of(Bob)));
        AccountId? after = bench.Chain.Sudo.Key;
        bench.Apply(Bob, new RemoveSudoKey());

        Assert.Equal(Bob, after);
        Assert.Null(bench.Chain.Sudo.Key);
        Assert.Equal(
            new KeyChanged(Alice, Bob), Assert.Single(bench.Events.OfType<KeyChanged>()));
        Assert.Single(bench.Events.OfType<KeyRemoved>());
    }

    [Fact]
    public void The_sudo_key_acts_as_any_account()
    {
        ExtrinsicBench bench = Simple();
        bench.Chain.Sudo.SetKey(Alice);

        bench.Apply(Alice, new RunAs(MultiAddress.Of(Bob), Good));

        Assert.Equal(Bob, Assert.Single(bench.Events.OfType<Remarked>()).Sender);
        Assert.Single(bench.Events.OfType<SudoAsDone>());
    }
}
