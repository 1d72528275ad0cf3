using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Multisigs;
using Dtao.Runtime.State;
using Dtao.Runtime.SystemCalls;
using Dtao.Runtime.Wrappers;
using Dtao.Testing;
using Xunit;
using static Dtao.Runtime.Tests.Dispatch.MultisigBench;

namespace Dtao.Runtime.Tests.Dispatch;

/// <summary>Calls of several signatories: how they begin, wait, run, and are given up.</summary>
public class MultisigTests
{
    // Made by a client's library from the same accounts, not by this code.
    [Theory]
    [InlineData(
        new[] { 11, 12, 13 }, 2,
        "baca1e95abc6553a14b83fbea0a5d9072f5fe4dcec7f43257579f2f029601df8")]
    [InlineData(
        new[] { 11, 12, 13 }, 3,
        "16fc4101ba844f972f69c329fff047848a180e3765766608ba62b96b9d5ebaca")]
    [InlineData(
        new[] { 11, 12 }, 1,
        "3b235a5a7810849abdad3e66efc609889650da85aa601375f8877e35b98bc32a")]
    public void The_account_of_signatories_is_the_one_that_clients_compute(
        int[] signatories, ushort threshold, string account) => Assert.Equal(
            account,
            MultisigLedger.AccountOf(
                [.. signatories.Select(static number => Account.Of((ulong)number))],
                threshold).ToHex());

    [Fact]
    public void Each_signatory_may_act_alone_when_one_is_enough()
    {
        ExtrinsicBench bench = Funded();
        AccountId shared = MultisigLedger.AccountOf([Alice, Bob], threshold: 1);

        DispatchResult first = bench.Chain.Dispatch(new CallAsAnyOf([Bob], Harmless), Alice);
        DispatchResult second = bench.Chain.Dispatch(new CallAsAnyOf([Alice], Harmless), Bob);

        Assert.True(first.IsOk && second.IsOk);
        Assert.Equal([shared, shared], bench.Events.OfType<Remarked>().Select(e => e.Sender));
    }

    [Fact]
    public void What_fails_for_one_of_several_fails_as_it_would_for_the_account()
    {
        Chain chain = Funded().Chain;

        Assert.Equal(
            nameof(SubtensorError.SubnetNotExists),
            Refusal(chain, new CallAsAnyOf([Bob], FailingCall), Alice));
    }

    [Fact]
    public void A_call_waits_runs_at_the_threshold_and_frees_its_deposit()
    {
        ExtrinsicBench bench = Funded();
        Tao free = bench.Chain.Balances.Free(Actor.Alice.Coldkey);

        bench.Chain.Dispatch(Start(Payment), Alice);
        Tao waiting = bench.Chain.Balances.Free(Actor.Alice.Coldkey);
        Assert.Equal(Tao.Zero, bench.Chain.Balances.Of(Account.Of(99)).Free);
        bench.Chain.Dispatch(Go(Payment, BobsOthers), Bob);

        Assert.Equal(196_000_000UL, (free - waiting).Rao);
        Assert.Equal(free, bench.Chain.Balances.Free(Actor.Alice.Coldkey));
        Assert.Equal(1_000_000UL, bench.Chain.Balances.Of(Account.Of(99)).Free.Rao);
        Assert.Null(bench.Chain.Multisigs.Find(Shared, HashOf(Payment)));
        MultisigExecuted done = Assert.Single(bench.Events.OfType<MultisigExecuted>());
        Assert.Equal((Bob, Now, Shared), (done.Who, done.Begun, done.Multisig));
        Assert.True(done.Result.IsOk);
    }

    [Fact]
    public void A_call_that_fails_ends_the_operation_and_only_its_own_changes_are_undone()
    {
        ExtrinsicBench bench = Funded();
        BatchAll half = new([Payment, FailingCall]);
        bench.Chain.Dispatch(Start(half), Alice);

        DispatchResult result = bench.Chain.Dispatch(Go(half, BobsOthers), Bob);

        Assert.True(result.IsOk);
        MultisigExecuted done = Assert.Single(bench.Events.OfType<MultisigExecuted>());
        Assert.Equal(nameof(SubtensorError.SubnetNotExists), done.Result.Failure?.Name);
        Assert.Equal(Tao.Zero, bench.Chain.Balances.Of(Account.Of(99)).Free);
        Assert.Null(bench.Chain.Multisigs.Find(Shared, HashOf(half)));
        Assert.Equal(Tao.Zero, bench.Chain.Balances.Of(Alice).Reserved);
    }

    [Fact]
    public void Approvals_by_hash_add_up_and_whoever_brings_the_call_runs_it()
    {
        ExtrinsicBench bench = Funded();
        Hash256 hash = HashOf(Harmless);
        bench.Chain.Dispatch(new ApproveMultisig(2, AlicesOthers, null, hash, default), Alice);

        bench.Chain.Dispatch(new ApproveMultisig(2, BobsOthers, Now, hash, default), Bob);

        Assert.Equal([Alice, Bob], bench.Chain.Multisigs.Find(Shared, hash)?.Approvals);
        Assert.Single(bench.Events.OfType<NewMultisig>());
        MultisigApproval approval = Assert.Single(bench.Events.OfType<MultisigApproval>());
        Assert.Equal((Bob, Now, Shared, hash),
            (approval.Who, approval.Begun, approval.Multisig, approval.CallHash));

        Assert.True(bench.Chain.Dispatch(Go(Harmless, AlicesOthers), Alice).IsOk);
        Assert.Equal(Shared, Assert.Single(bench.Events.OfType<Remarked>()).Sender);
    }

    [Fact]
    public void Approvals_stand_in_the_order_of_accounts_not_of_time()
    {
        Chain chain = Funded().Chain;
        Hash256 hash = HashOf(Harmless);
        AccountId[] all = [Alice, Bob, Carol];
        AccountId shared = MultisigLedger.AccountOf(all, threshold: 3);
        foreach ((AccountId who, Timepoint? begun) in
            new (AccountId, Timepoint?)[] { (Carol, null), (Alice, Now) })
        {
            chain.Dispatch(
                new ApproveMultisig(3, [.. all.Where(x => x != who)], begun, hash, default), who);
        }

        PendingOperation? waiting = chain.Multisigs.Find(shared, hash);

        Assert.Equal([Alice, Carol], waiting?.Approvals);
        Assert.Equal(Carol, waiting?.Depositor);
        Assert.Equal(228_000_000UL, waiting?.Deposit.Rao);
    }

    [Fact]
    public void The_one_who_began_gives_up_and_gets_the_deposit_back()
    {
        ExtrinsicBench bench = Funded();
        Tao free = bench.Chain.Balances.Free(Actor.Alice.Coldkey);
        bench.Chain.Dispatch(Start(Harmless), Alice);

        bench.Chain.Dispatch(new CancelMultisig(2, AlicesOthers, Now, HashOf(Harmless)), Alice);

        Assert.Equal(free, bench.Chain.Balances.Free(Actor.Alice.Coldkey));
        Assert.Null(bench.Chain.Multisigs.Find(Shared, HashOf(Harmless)));
        MultisigCancelled told = Assert.Single(bench.Events.OfType<MultisigCancelled>());
        Assert.Equal((Alice, Now, Shared), (told.Who, told.Begun, told.Multisig));
    }

    [Fact]
    public void The_time_of_an_operation_is_its_block_and_extrinsic()
    {
        ExtrinsicBench bench = Funded();
        bench.Apply(Bob, new Remark([]));
        bench.Apply(Alice, Start(Harmless));

        Assert.Equal(
            new Timepoint(100, 1), bench.Chain.Multisigs.Find(Shared, HashOf(Harmless))?.Begun);
    }

    [Fact]
    public void A_restriction_of_the_signer_does_not_bind_the_shared_account()
    {
        ExtrinsicBench bench = Funded();
        BatchAll inner = new([Harmless]);

        DispatchResult result = bench.Chain.Dispatch(
            new BatchAll([new CallAsAnyOf([Bob], inner)]), Alice);

        Assert.True(result.IsOk);
        Assert.Single(bench.Events.OfType<Remarked>());
    }

    [Fact]
    public void No_rao_appears_or_vanishes_on_the_way()
    {
        Chain chain = Funded().Chain;
        Tao before = chain.Balances.TotalIssuance;

        Assert.Equal(before, Sum(chain));
        chain.Dispatch(Start(Payment), Alice);
        Assert.Equal(before, Sum(chain));
        chain.Dispatch(Go(Payment, BobsOthers), Bob);
        Assert.Equal(before, Sum(chain));
        Assert.Equal(before, chain.Balances.TotalIssuance);
    }

    [Theory]
    [InlineData(false, 156_518_927UL + (2 * 115_804) + (6 * 1_442), 6_811UL)]
    [InlineData(true, 142_806_361UL + (2 * 107_042) + (6 * 1_491), 6_811UL)]
    public void A_step_that_does_not_run_the_call_weighs_less_than_declared(
        bool isLater, ulong time, ulong proof)
    {
        Chain chain = Funded().Chain;
        CallAsMultisig begin = new(3, AlicesOthers, null, Harmless, Plenty);
        if (isLater) chain.Dispatch(begin, Alice);
        ICall step = isLater ? new CallAsMultisig(3, BobsOthers, Now, Harmless, Plenty) : begin;

        DispatchResult result = chain.Dispatch(step, isLater ? Bob : Alice);

        Assert.Equal(6, CallTable.Encode(Harmless).Length);
        Assert.Equal(new Weight(time, proof), result.ActualWeight);
        Assert.Equal(
            new Weight(343_677_970 + (2 * 154_697) + (6 * 1_534), 6_811).SaturatingAdd(Plenty),
            CallTable.TermsOf(step).Weight);
    }

    [Fact]
    public void A_waiting_call_is_stored_as_the_chain_stores_it()
    {
        Chain chain = Funded().Chain;
        chain.Dispatch(Start(Harmless), Alice);
        IStorageItem? item = chain.State.Find("Multisig", "Multisigs");

        (byte[] key, byte[] value) = Assert.Single(item!.Entries());

        Assert.Equal(
            Shared.ToHex() + HashOf(Harmless), Convert.ToHexStringLower(key));
        Assert.Equal(
            $"64000000{"00000000"}{"00b9ae0b00000000"}{Alice.ToHex()}04{Alice.ToHex()}",
            Convert.ToHexStringLower(value));
        Assert.Equal(
            [KeyHasher.Twox64Concat, KeyHasher.Blake2_128Concat],
            item.Keys.Select(static part => part.Hasher));
    }

    private static Tao Sum(Chain chain)
    {
        AccountBalance[] accounts =
        [
            .. new[] { Alice, Bob, Carol, Shared, Account.Of(99) }.Select(chain.Balances.Of),
        ];
        return Tao.FromRao(
            accounts.Aggregate(0UL, static (sum, one) => sum + one.Free.Rao + one.Reserved.Rao));
    }
}
