using Dtao.Numerics;
using Dtao.Runtime.Audit;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Emission.Rules;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Tests.Conservation;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Rules;

/// <summary>The auditor explains every rao under every emission rule, and between them.</summary>
public class RuleAuditTests
{
    public static TheoryData<string> Rules =>
        [.. EmissionRules.All.Select(static rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_block_under_a_rule_is_explained(string rule)
    {
        Draws draws = Draws.For(5_001);
        Chain chain = RandomNetwork.Build(Specs.Latest);
        chain.UseEmissionRule(EmissionRules.Find(rule));
        Auditor auditor = new(chain);

        Run(chain, draws, blocks: 200, auditor);

        AssertBalances(auditor.Report);
    }

    [Fact]
    public void Rules_that_follow_each_other_are_explained_with_what_they_left()
    {
        Draws draws = Draws.For(5_002);
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);

        foreach (EmissionRule? rule in (EmissionRule?[])[.. EmissionRules.All, null])
        {
            chain.UseEmissionRule(rule);
            Run(chain, draws, blocks: 13, auditor);
        }

        AssertBalances(auditor.Report);
    }

    [Fact]
    public void What_a_rule_left_is_paid_by_the_own_coinbase_at_the_next_epoch()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);
        Auditor auditor = new(chain);
        chain.UseEmissionRule(EmissionRules.Find("R6b"));
        Run(chain, Draws.For(5_003), blocks: 3, auditor);

        chain.UseEmissionRule(null);
        Run(chain, Draws.For(5_004), blocks: 30, auditor);

        Assert.Equal(0, SumOfPending(chain));
        Assert.True(TotalOf(auditor.Report, FlowCause.ServersDue) > 0);
        AssertBalances(auditor.Report);
    }

    [Fact]
    public void A_chain_without_rule_writes_nothing_of_later_releases()
    {
        Chain chain = RandomNetwork.Build(Specs.Latest);

        Run(chain, Draws.For(5_005), blocks: 40, auditor: null);

        Assert.All(
            chain.State.Items.Where(static item => item.Since > 0),
            static item => Assert.Empty(item.Entries()));
    }

    private static void Run(Chain chain, Draws draws, int blocks, Auditor? auditor)
    {
        for (int block = 0; block < blocks; block++)
        {
            BlockExecutor.RunBlock(chain);
            for (int call = 0; call < 6; call++)
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

    private static Int128 SumOfPending(Chain chain) => chain.Subnets.InHashedKeyOrder()
        .Select(subnet => (Int128)chain.Rules.PendingRootAlpha(subnet).Rao
            + chain.Rules.PendingServers(subnet).Rao
            + chain.Rules.PendingValidators(subnet).Rao)
        .Aggregate(Int128.Zero, static (sum, amount) => sum + amount);

    private static UInt128 TotalOf(AuditReport report, FlowCause cause) => report.Flows
        .Where(total => total.Rule.Cause == cause)
        .Select(static total => total.Rao)
        .SingleOrDefault();
}
