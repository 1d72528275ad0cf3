using Dtao.Numerics;
using Dtao.Runtime.Audit;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Staking;
using Dtao.Runtime.State;
using Dtao.Runtime.Subnets;
using Dtao.Runtime.Tests.Conservation;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Audit;

/// <summary>The auditor explains every rao, sees every wrong one, and changes none.</summary>
public class AuditorTests
{
    private const int CallsPerBlock = 8;

    /// <summary>Four counters of 32 bits come first in an account.</summary>
    private const int FreeOffset = 16;

    public static TheoryData<int> Versions => [.. Specs.All.Select(static spec => spec.Version)];

    public static TheoryData<string, ushort?> Items => new()
    {
        { "TotalIssuance", null },
        { "TotalStake", null },
        { "SubnetTAO", 3 },
        { "SubnetAlphaIn", 3 },
        { "SubnetAlphaOut", 3 },
        { "SubnetLocked", 3 },
        { "PendingEmission", 3 },
        { "PendingRootDivs", 3 },
        { "PendingAlphaSwapped", 3 },
        { "PendingOwnerCut", 3 },
        { "PendingRootAlphaDivs", 3 },
        { "PendingServerEmission", 3 },
        { "PendingValidatorEmission", 3 },
        { "SubnetProtocolAlpha", 3 },
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_block_of_random_calls_is_explained(int version)
    {
        Draws draws = Draws.For(4_001);
        Chain chain = RandomNetwork.Build(Specs.Find(version)!);
        Auditor auditor = new(chain);

        Run(chain, draws, blocks: 200, auditor);

        Assert.Equal(200ul, auditor.Blocks);
        AssertBalances(auditor.Report);
    }

    [Fact]
    public void An_upgrade_writes_off_what_leaked_before_it()
    {
        Draws draws = Draws.For(4_002);
        Chain chain = RandomNetwork.Build(Specs.Find(234)!);
        Auditor auditor = new(chain);

        foreach (RuntimeSpec spec in Specs.All.Where(static spec => spec.Version > 234))
        {
            Run(chain, draws, blocks: 12, auditor);
            Int128 gap = auditor.Report.Closing.Gap;
            UInt128 before = SumOf(auditor.Report, FlowCause.WrittenOff);

            chain.UpgradeTo(spec);
            auditor.CountAll();

            Assert.Equal(Int128.Zero, auditor.Report.Closing.Gap);
            Assert.Equal((UInt128)gap, SumOf(auditor.Report, FlowCause.WrittenOff) - before);
        }

        AssertBalances(auditor.Report);
    }

    [Fact]
    public void Watching_does_not_change_a_bit()
    {
        Chain watched = RandomNetwork.Build(Specs.Latest);
        Chain alone = watched.Branch();

        Run(watched, Draws.For(4_003), blocks: 60, new Auditor(watched));
        Run(alone, Draws.For(4_003), blocks: 60, auditor: null);

        Assert.Equal(alone.HashText(), watched.HashText());
    }

    [Theory]
    [MemberData(nameof(Items))]
    public void One_rao_too_much_anywhere_stops_the_block(string item, ushort? subnet)
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        Run(chain, Draws.For(4_004), blocks: 10, auditor);
        byte[] key = subnet is { } number ? BitConverter.GetBytes(number) : [];
        ulong before = chain.Item(item).Entries()
            .Where(entry => entry.Key.SequenceEqual(key))
            .Select(static entry => BitConverter.ToUInt64(entry.Value))
            .SingleOrDefault();

        chain.Item(item).Put(key, BitConverter.GetBytes(before + 1));
        AuditException found = Assert.Throws<AuditException>(auditor.CloseBlock);

        Assert.Contains(item, found.Item, StringComparison.Ordinal);
        Assert.Equal(before, (ulong)found.Expected);
        Assert.Equal(before + 1, (ulong)found.Got);
        Assert.Equal(chain.Block, found.Block);
    }

    [Theory]
    [InlineData("TotalHotkeyAlpha")]
    [InlineData("Alpha")]
    public void A_stake_that_nobody_paid_for_stops_the_next_count(string item)
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        Run(chain, Draws.For(4_005), blocks: 10, auditor);
        KeyValuePair<byte[], byte[]> entry = chain.Item(item).Entries().First();
        byte[] more = [.. entry.Value];
        more[^2]++;

        chain.Item(item).Put(entry.Key, more);

        Assert.Throws<AuditException>(auditor.CountAll);
    }

    [Fact]
    public void Shares_that_a_holder_loses_while_the_pool_keeps_them_stop_the_next_count()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        Run(chain, Draws.For(4_008), blocks: 10, auditor);
        KeyValuePair<byte[], byte[]> entry = chain.Item("Alpha").Entries().First();
        byte[] fewer = [.. entry.Value];
        fewer[Array.FindIndex(fewer, static part => part > 0)]--;

        chain.Item("Alpha").Put(entry.Key, fewer);

        AuditException found = Assert.Throws<AuditException>(auditor.CountAll);
        Assert.Contains("without holder", found.Item, StringComparison.Ordinal);
    }

    [Fact]
    public void A_balance_that_nobody_paid_for_stops_the_next_count()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        IStorageItem accounts = chain.State.Find("System", "Account")!;
        KeyValuePair<byte[], byte[]> account = accounts.Entries().First();
        byte[] more = [.. account.Value];
        more[FreeOffset]++;

        accounts.Put(account.Key, more);

        Assert.Throws<AuditException>(auditor.CountAll);
    }

    [Fact]
    public void A_failed_call_leaves_no_flow_behind()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        chain.Flows.Keep();
        Coldkey stranger = Account.Coldkey(999);

        DispatchResult result = chain.Dispatch(
            new AddStake(Account.Hotkey(1), new(1), Tao.Whole(1)), stranger.Account);

        Assert.False(result.IsOk);
        Assert.True(chain.Flows.IsEmpty);
    }

    [Fact]
    public void Root_dividends_are_named_as_what_left_the_pools()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);

        Run(chain, Draws.For(4_006), blocks: 50, auditor, callsPerBlock: 0);

        AuditReport report = auditor.Report;
        Assert.Equal(
            report.Closing.Gap - report.Opening.Gap,
            (Int128)SumOf(report, FlowCause.RootDividendsAwaited));
        Assert.True(SumOf(report, FlowCause.RootDividendsAwaited) > 0);
    }

    [Fact]
    public void Auditing_allocates_nothing_in_the_long_run()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        Run(chain, Draws.For(4_007), blocks: 100, auditor, callsPerBlock: 0);

        long allocated = 0;
        for (int block = 0; block < 50; block++)
        {
            BlockExecutor.RunBlock(chain);
            long before = GC.GetAllocatedBytesForCurrentThread();
            auditor.CloseBlock();
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_lock_that_is_paid_back_is_explained()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        chain.Put("SubnetLocked", Tao.Whole(9), 3);
        Auditor auditor = new(chain);

        DispatchResult result = chain.DispatchAs(
            Origin.Root, new DissolveNetwork(Account.Coldkey(11), new(3)));
        auditor.CountAll();

        Assert.True(result.IsOk);
        Assert.Equal((UInt128)9_000_000_000, SumOf(auditor.Report, FlowCause.LockReleased));
        AssertBalances(auditor.Report);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_root_does_to_the_sum_of_balances_is_named(bool increases)
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);

        chain.DispatchAs(
            Origin.Root, new ForceAdjustTotalIssuance(increases, Tao.FromRao(7)));
        auditor.CountAll();

        Assert.Equal(
            (UInt128)7,
            SumOf(auditor.Report, increases ? FlowCause.ForcedUp : FlowCause.ForcedDown));
        AssertBalances(auditor.Report);
    }

    [Fact]
    public void A_key_swap_burns_its_fee_and_moves_stakes_without_loss()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);

        DispatchResult result = chain.Dispatch(
            new SwapHotkey(Account.Hotkey(1), Account.Hotkey(501)),
            Account.Coldkey(11).Account);
        auditor.CountAll();

        Assert.True(result.IsOk, result.ToString());
        Assert.True(SumOf(auditor.Report, FlowCause.KeySwapFeeDestroyed) > 0);
        AssertBalances(auditor.Report);
    }

    private static void Run(
        Chain chain, Draws draws, int blocks, Auditor? auditor,
        int callsPerBlock = CallsPerBlock)
    {
        for (int block = 0; block < blocks; block++)
        {
            BlockExecutor.RunBlock(chain);
            for (int call = 0; call < callsPerBlock; call++)
            {
                (ISignedCall next, AccountId signer) = RandomCalls.Next(chain, draws);
                chain.Dispatch(next, signer);
            }

            auditor?.CloseBlock();
            auditor?.CountAll();
        }
    }

    private static void AssertBalances(AuditReport report)
    {
        Assert.All(report.Statements, static statement => Assert.Equal(0, statement.Unexplained));
        AuditBalance end = report.Closing;
        Assert.Equal(end.Issuance, end.Balances + end.TotalStake + end.Locked + end.Gap);
        Assert.Equal(
            end.Outstanding,
            end.Staked + end.PendingAlpha + end.ProtocolAlpha + end.Unheld);
    }

    private static UInt128 SumOf(AuditReport report, FlowCause cause) => report.Flows
        .Where(total => total.Rule.Cause == cause)
        .Select(static total => total.Rao)
        .SingleOrDefault();
}
