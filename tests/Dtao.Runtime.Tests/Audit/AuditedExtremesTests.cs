using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Admin;
using Dtao.Runtime.Audit;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Subnets;
using Dtao.Runtime.Tests.Conservation;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Audit;

/// <summary>What root alone can bring about is named with its amount, and stops no block.</summary>
public class AuditedExtremesTests
{
    [Fact]
    public void A_sum_of_balances_that_stops_at_an_end_is_named_with_the_amount()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        AccountId owner = Account.Coldkey(11).Account;
        Tao before = chain.Balances.Of(owner).Free;
        Tao sum = chain.Balances.TotalIssuance;

        SetBalance(chain, owner, Tao.FromRao(ulong.MaxValue));
        SetBalance(chain, Account.Coldkey(12).Account, Tao.FromRao(ulong.MaxValue));
        chain.DispatchAs(
            Origin.Root, new ForceAdjustTotalIssuance(false, Tao.FromRao(ulong.MaxValue)));
        SetBalance(chain, owner, Tao.Zero);
        auditor.CountAll();

        UInt128 given = SumOf(auditor.Report, FlowCause.GivenByRoot);
        UInt128 room = ulong.MaxValue - sum.Rao;
        Assert.Equal(given - room, SumOf(auditor.Report, FlowCause.BalanceSumCeiling));
        Assert.Equal(
            (UInt128)ulong.MaxValue, SumOf(auditor.Report, FlowCause.BalanceSumFloor));
        Assert.True(before > Tao.Zero);
    }

    [Fact]
    public void Shares_that_a_key_swap_takes_from_a_dissolved_subnet_are_explained()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        Coldkey owner = chain.Subnets.Owner(new(3));
        Hotkey hotkey = Account.Hotkey(1);
        NetUid subnet = new(3);
        Assert.True(chain.Stakes.StakeOf(hotkey, chain.Stakes.OwnerOf(hotkey), subnet).Rao > 0);

        chain.DispatchAs(Origin.Root, new DissolveNetwork(owner, subnet));
        DispatchResult result = chain.Dispatch(
            new SwapHotkey(hotkey, Account.Hotkey(501)), chain.Stakes.OwnerOf(hotkey).Account);
        auditor.CountAll();

        Assert.True(result.IsOk, result.ToString());
        Assert.True(auditor.Report.Closing.ExcessShares > 0);
        auditor.CountAll();
    }

    [Theory]
    [InlineData(8)]
    [InlineData(-3)]
    [InlineData(1L << 62)]
    public void Moving_prices_out_of_range_are_named_and_stop_no_block(long factor)
    {
        Chain chain = RandomNetwork.Build(Specs.Find(239)!);
        Auditor auditor = new(chain);

        chain.SetMovingAlpha(I96F32.FromInteger(factor));
        for (int block = 0; block < 12; block++)
        {
            BlockExecutor.RunBlock(chain);
            auditor.CloseBlock();
            auditor.CountAll();
        }

        UInt128 odd = SumOf(auditor.Report, FlowCause.EmissionExcess)
            + SumOf(auditor.Report, FlowCause.EmissionUnshared);
        Assert.True(odd > 0);
    }

    [Fact]
    public void An_issuance_that_root_set_too_low_stops_at_zero_and_is_named()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        chain.DispatchAs(Origin.Root, NetworkSettings.TotalIssuance.To(7));

        DispatchResult result = chain.Dispatch(
            new SwapHotkey(Account.Hotkey(1), Account.Hotkey(501)),
            Account.Coldkey(11).Account);
        auditor.CountAll();

        Assert.True(result.IsOk, result.ToString());
        Assert.Equal(Tao.Zero, chain.Issuance.Total);
        Assert.Equal(
            SumOf(auditor.Report, FlowCause.KeySwapFeeDestroyed) - 7,
            SumOf(auditor.Report, FlowCause.IssuanceFloor));
        Assert.Equal(0, auditor.Report.Unexplained);
    }

    [Fact]
    public void A_reserve_that_a_full_account_cannot_hold_is_named_and_stays_counted()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        AccountId owner = Account.Coldkey(11).Account;
        chain.Balances.Reserve(owner, Tao.FromRao(700));
        SetBalance(chain, owner, Tao.FromRao(ulong.MaxValue - 200));
        Tao counted = chain.Balances.TotalIssuance;

        chain.DispatchAs(
            Origin.Root, new ForceUnreserve(MultiAddress.Of(owner), Tao.FromRao(700)));
        auditor.CountAll();

        Assert.Equal(Tao.FromRao(ulong.MaxValue), chain.Balances.Of(owner).Free);
        Assert.Equal(counted, chain.Balances.TotalIssuance);
        Assert.Equal((UInt128)500, SumOf(auditor.Report, FlowCause.FreeCeiling));
    }

    [Fact]
    public void Root_dividends_that_can_wait_no_longer_are_named_with_the_amount()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        NetUid subnet = new(3);
        Chain other = RandomNetwork.Build(Specs.Latest);
        ulong before = other.Emission.PendingRootDividends(subnet).Rao;
        BlockExecutor.RunBlock(other);
        ulong sold = other.Emission.PendingRootDividends(subnet).Rao - before;
        chain.Put("PendingRootDivs", Tao.FromRao(ulong.MaxValue - 5), subnet.Value);
        Auditor auditor = new(chain);

        BlockExecutor.RunBlock(chain);
        auditor.CloseBlock();

        Assert.Equal((UInt128)(sold - 5), SumOf(auditor.Report, FlowCause.RootDividendsCeiling));
    }

    private static void SetBalance(Chain chain, AccountId who, Tao free) => Assert.True(
        chain.DispatchAs(Origin.Root, new ForceSetBalance(MultiAddress.Of(who), free)).IsOk);

    private static UInt128 SumOf(AuditReport report, FlowCause cause) => report.Flows
        .Where(total => total.Rule.Cause == cause)
        .Select(static total => total.Rao)
        .SingleOrDefault();
}
