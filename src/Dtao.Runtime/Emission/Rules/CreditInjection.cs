using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>
/// R5 and R6: the excess rule paid out of minted credit; the chain keeps what it buys.
/// </summary>
/// <remarks>
/// What remains of the credit ceases to be after the block.
/// Source: docs/spec/rules.md#credit-injection; vectors: vectors/rules.
/// </remarks>
public sealed class CreditInjection : IInjectionRule
{
    /// <summary>
    /// The cap is root's share of the alpha emission, as since 421; else also the curve's TAO.
    /// </summary>
    public bool CapsByRootShare { get; init; }

    /// <inheritdoc/>
    public void Inject(EmissionBlock block)
    {
        U96F32 most = CapsByRootShare ? U96F32.MaxValue : ExcessInjection.CurveOf(block);
        foreach (SubnetTerms terms in block.Subnets)
        {
            block.Measure(terms);
            U96F32 cap = CapsByRootShare
                ? block.RootShareOf(terms.Subnet).SaturatingMultiply(terms.AlphaEmission)
                : U96F32.Min(terms.AlphaEmission, most);
            ExcessInjection.SetTerms(terms, cap);
        }

        foreach (SubnetTerms terms in block.Subnets)
        {
            // Weights change before the purchase, reserves after it.
            bool isAccepted = block.Accepts(terms);
            Buy(block, terms);
            block.InjectCredit(terms, isAccepted);
        }
    }

    private static void Buy(EmissionBlock block, SubnetTerms terms)
    {
        RuleLedger rules = block.Chain.Rules;
        rules.SetExcess(terms.Subnet, Tao.Zero);
        Tao excess = Tao.FromRao(terms.Excess.FloorToUInt64());
        if (excess == Tao.Zero || !block.TrySpend(excess)) return;
        if (block.BuyAndKeep(terms, excess, out Tao entered))
        {
            rules.SetExcess(terms.Subnet, entered);
        }
    }
}
