using Dtao.Numerics;
using Dtao.Runtime.Audit;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Tests.Conservation;
using Xunit;

namespace Dtao.Runtime.Tests.Audit;

/// <summary>What an epoch loses has a name only within what rounding can be.</summary>
public class EpochResidueTests
{
    private const ulong Given = 7UL << 32;
    private static readonly NetUid Subnet = new(1);

    private static readonly FlowCause[] NamesOfAlpha =
    [
        FlowCause.IncentivePaid, FlowCause.TakePaid, FlowCause.DividendsPaid,
        FlowCause.WithheldForRoot, FlowCause.NotDealtOut, FlowCause.PaymentRounded,
    ];

    private static readonly FlowCause[] NamesOfRoot =
    [
        FlowCause.RootTakePaid, FlowCause.RootDividendsPaid, FlowCause.RootDividendsRounded,
        FlowCause.RootDividendsLost,
    ];

    /// <summary>Half of what an epoch found vanishes on the way to those who earned it.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(1_000)]
    public void A_part_of_an_epoch_that_nobody_gets_stops_the_block(ulong part)
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        Fill(chain, auditor);
        PendingEmission pending = chain.Emission.TakePending(Subnet, chain.Block);
        EpochOutput found = chain.EpochRun.Run(
            chain, Subnet, pending.Participants.SaturatingAdd(pending.SoldForRoot));

        foreach (ulong[] amounts in (ulong[][])[found.ServerEmission, found.ValidatorEmission])
        {
            for (int uid = 0; uid < amounts.Length; uid++)
            {
                amounts[uid] -= amounts[uid] / part;
            }
        }

        chain.Distribution.Pay(chain, Subnet, found, pending);

        AuditException stopped = Assert.Throws<AuditException>(auditor.CloseBlock);
        Assert.Contains("alpha in hand", stopped.Item, StringComparison.Ordinal);
    }

    [Fact]
    public void An_epoch_that_finds_nobody_is_explained()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        Fill(chain, auditor);
        PendingEmission pending = chain.Emission.TakePending(Subnet, chain.Block);

        chain.Distribution.Pay(
            chain, Subnet, new EpochOutput(chain.Neurons.Count(Subnet)), pending);

        auditor.CountAll();
        Assert.True(pending.Participants > Alpha.Zero);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_rao_of_an_incentive_that_is_not_paid_has_no_name(ulong lost)
    {
        EpochOutput found = new(2);
        found.ServerEmission[0] = Given;
        DistributionSums sums = new() { Incentives = Given - lost };

        sums.CountDealt(found, [Payee()], rootIsPaidTwice: false);

        Assert.Equal(lost, Given - Named(sums, Given, rootDue: 0, NamesOfAlpha));
    }

    /// <summary>Two proportions of each of two uids are cut off, and four payments.</summary>
    [Theory]
    [InlineData(4 * (7 + 2), 0UL)]
    [InlineData((4 * (7 + 2)) + 1, (4UL * (7 + 2)) + 1)]
    public void What_an_epoch_does_not_deal_out_has_a_name_within_its_rounding(
        ulong missing, ulong withoutName)
    {
        EpochOutput found = new(2);
        found.ServerEmission[0] = Given - missing;
        DistributionSums sums = new() { Incentives = Given - missing };

        sums.CountDealt(found, [Payee()], rootIsPaidTwice: false);

        Assert.Equal(withoutName, Given - Named(sums, Given, rootDue: 0, NamesOfAlpha));
    }

    /// <summary>The only earner's share is cut off twice.</summary>
    [Theory]
    [InlineData(0, 0UL)]
    [InlineData(7 + 2, 0UL)]
    [InlineData(7 + 3, 10UL)]
    [InlineData(1L << 33, 1UL << 33)]
    public void Root_dividends_have_a_name_within_the_rounding_of_shares(
        long missing, ulong withoutName)
    {
        ulong paid = Given - (ulong)missing;
        DistributionSums sums = new()
        {
            RootDividends = paid,
            RootShares = I96F32.FromInteger(paid).Bits,
        };

        sums.CountDealt(new EpochOutput(1), [Payee()], rootIsPaidTwice: false);

        Assert.Equal(withoutName, Given - Named(sums, given: 0, Given, NamesOfRoot));
    }

    [Fact]
    public void Root_dividends_without_earner_are_lost_by_name()
    {
        DistributionSums sums = default;

        sums.CountDealt(new EpochOutput(1), [Payee()], rootIsPaidTwice: false);

        Assert.Equal(Given, Named(sums, given: 0, Given, NamesOfRoot, I96F32.Zero));
    }

    private static Payee Payee() => new() { IsNeuron = true };

    /// <summary>Runs blocks until something waits for the participants.</summary>
    private static void Fill(Chain chain, Auditor auditor)
    {
        do
        {
            BlockExecutor.RunBlock(chain);
            auditor.CloseBlock();
        }
        while (chain.Emission.PendingAlpha(Subnet) == Alpha.Zero);
    }

    private static ulong Named(
        in DistributionSums sums, ulong given, ulong rootDue, FlowCause[] names,
        I96F32? rootTotal = null)
    {
        FlowJournal flows = new();
        flows.Keep();
        sums.Note(
            flows,
            Subnet,
            new(Alpha.FromRao(given), Tao.FromRao(rootDue), Alpha.Zero, Alpha.Zero),
            rootTotal ?? I96F32.One);
        return names.Aggregate(0UL, (sum, cause) => sum + flows[cause, Subnet]);
    }
}
