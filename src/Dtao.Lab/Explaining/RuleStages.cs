using System.Collections.Immutable;
using Dtao.Runtime;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Emission.Rules;

namespace Dtao.Lab.Explaining;

/// <summary>Puts the numbers of a block under an emission rule into words.</summary>
/// <remarks>Source: docs/spec/rules.md#block.</remarks>
internal static class RuleStages
{
    private const string Cut = "cut to 32 fraction bits, then to whole rao";
    private const string Spec = "docs/spec/rules.md";

    /// <summary>The stages in the order of the block, the epoch left out.</summary>
    public static ImmutableArray<Stage> Of(Chain chain, CoinbaseTrace trace)
    {
        EmissionBlock block = chain.RuleCoinbase.Block;
        SubnetTerms? terms = Array.Find(
            block.Subnets.ToArray(), terms => terms.Subnet == trace.Subnet);
        return terms is null
            ? [Absent(block)]
            : [Share(block, terms, trace), Terms(block, terms), Split(block, terms),
                MovingPrice(trace)];
    }

    private static Stage Absent(EmissionBlock block) => new(
        "emission rule",
        [new("rule", block.Rule.Name, "name")],
        "the subnet does not take part in the block's emission",
        "nothing is computed",
        [],
        $"{Spec}#emit-set");

    private static Stage Share(EmissionBlock block, SubnetTerms terms, CoinbaseTrace trace) => new(
        "share",
        [
            new("rule", block.Rule.Name, "name"),
            new("TAO emission of the block", $"{block.Emission.Rao}", "rao"),
            new("moving price", trace.MovingPrice.Value.ToString(), "TAO per alpha"),
            new("average flow, as the rule left it", terms.Flow.ToString(), "rao per block"),
        ],
        block.Rule.Help,
        "shares have 64 fraction bits, TAO 32",
        [
            new("share", terms.Share.ToString(), "of 1; 0 where the rule finds TAO at once"),
            new("TAO of the subnet", terms.TaoEmission.ToString(), "rao"),
        ],
        $"{Spec}#parts");

    private static Stage Terms(EmissionBlock block, SubnetTerms terms) => new(
        "injection and purchase",
        [
            new("TAO of the subnet", terms.TaoEmission.ToString(), "rao"),
            new("price", terms.Price.ToString(), "TAO per alpha"),
            new("alpha emission of the curve", terms.AlphaEmission.ToString(), "10^-9 alpha"),
        ],
        $"as the injection rule of {block.Rule.Name} has it",
        Cut,
        [
            new("TAO in", terms.TaoIn.ToString(), "rao"),
            new("alpha in", terms.AlphaIn.ToString(), "10^-9 alpha"),
            new("TAO with which the chain buys", terms.Excess.ToString(), "rao"),
            new("alpha out", terms.AlphaOut.ToString(), "10^-9 alpha"),
        ],
        $"{Spec}#parts");

    private static Stage Split(EmissionBlock block, SubnetTerms terms) => new(
        "owner cut and root's part",
        [
            new("alpha out", terms.AlphaOut.ToString(), "10^-9 alpha"),
            new("root share", terms.RootShare.ToString(), "of 1"),
            new("root is paid", block.RootIsPaid ? "yes" : "no", "statement"),
        ],
        "for root = root share · (alpha out - owner cut) / 2",
        Cut,
        [
            new("owner cut", terms.OwnerCut.ToString(), "10^-9 alpha"),
            new("alpha for root", terms.ForRoot.ToString(), "10^-9 alpha"),
        ],
        $"{Spec}#root-part");

    private static Stage MovingPrice(CoinbaseTrace trace) => new(
        "moving price",
        [
            new("moving price before", trace.MovingPrice.Value.ToString(), "TAO per alpha"),
            new(
                "price at the end of the block", trace.PoolAfter.SpotPrice.Value.ToString(),
                "TAO per alpha"),
        ],
        "a · min(price, 1) + (1 - a) · moving price, a growing with the subnet's age",
        "each product cut for itself",
        [
            new(
                "moving price afterwards", trace.MovingPriceAfter.Value.ToString(),
                "TAO per alpha"),
        ],
        $"{Spec}#moving-price");
}
