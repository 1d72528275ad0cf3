using Dtao.Numerics;
using Dtao.Runtime.Audit;
using Dtao.Runtime.Emission.Rules;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Rules;

/// <summary>A rule of one's own is one file, and the documents show a real one.</summary>
public class OwnRuleTests
{
    [Fact]
    public void A_rule_of_ones_own_shares_as_it_says_and_is_audited_like_all_others()
    {
        Chain chain = Network();
        chain.UseEmissionRule(SquareRootShares.Rule);
        Auditor auditor = new(chain);

        BlockExecutor.RunBlock(chain);
        auditor.CloseBlock();

        SubnetTerms[] terms = chain.RuleCoinbase.Block.Subnets.ToArray();
        Assert.Equal(2.0 / 3, (double)terms[0].Share.Bits / Math.Pow(2, 64), 1e-7);
        Assert.Equal(1.0 / 3, (double)terms[1].Share.Bits / Math.Pow(2, 64), 1e-7);
    }

    [Fact]
    public void Shares_of_more_than_the_block_has_are_refused_with_the_name_of_the_rule()
    {
        Chain chain = Network();
        chain.UseEmissionRule(SquareRootShares.Rule with
        {
            Name = "generous",
            Shares = new GenerousShares(),
        });

        EmissionRuleException problem =
            Assert.Throws<EmissionRuleException>(() => BlockExecutor.RunBlock(chain));

        Assert.Equal(
            "the emission rule 'generous' shares 2000000000 rao in block 1001, "
                + "which has 1000000000",
            problem.Message);
    }

    [Fact]
    public void A_rule_that_throws_is_named_with_its_block()
    {
        Chain chain = Network();
        chain.UseEmissionRule(SquareRootShares.Rule with
        {
            Name = "broken",
            Shares = new BrokenShares(),
        });

        EmissionRuleException problem =
            Assert.Throws<EmissionRuleException>(() => BlockExecutor.RunBlock(chain));

        Assert.Equal(
            "the emission rule 'broken' failed in block 1001: no price for subnet 1",
            problem.Message);
    }

    [Fact]
    public void The_rule_that_the_documents_show_is_the_compiled_one()
    {
        string document = File.ReadAllText(RepositoryRoot.Combine("docs", "lab", "rules.md"));
        string source = File.ReadAllText(RepositoryRoot.Combine(
            "tests", "Dtao.Runtime.Tests", "Rules", "SquareRootShares.cs"));

        Assert.Contains(source, document, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documents_list_every_rule_with_its_help()
    {
        string document = File.ReadAllText(RepositoryRoot.Combine("docs", "lab", "rules.md"));

        Assert.All(EmissionRules.All, rule => Assert.Contains(
            $"| `{rule.Name}` | {rule.Help.Replace("|", "\\|", StringComparison.Ordinal)} |",
            document,
            StringComparison.Ordinal));
    }

    private static Chain Network() => new ChainBuilder()
        .AtBlock(1_000)
        .WithRoot(Tao.Whole(1_000))
        .WithSubnet(1, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(5_000))
        .WithSubnet(2, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(5_000))
        .With("SubnetMovingPrice", 1L << 32, 1)
        .With("SubnetMovingPrice", 1L << 30, 2)
        .Build();

    private sealed class GenerousShares : IShareRule
    {
        public void Divide(EmissionBlock block)
        {
            foreach (SubnetTerms terms in block.Subnets)
            {
                terms.Share = U64F64.One;
            }

            block.EmitShares();
        }
    }

    private sealed class BrokenShares : ProportionalShares
    {
        protected override U64F64 WeightOf(EmissionBlock block, NetUid subnet) =>
            throw new NotSupportedException($"no price for subnet {subnet}");
    }
}
