using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>R3: where the price lies below the share, the chain buys with the rest.</summary>
/// <remarks>
/// What is bought ceases to be; the issuance counts the injected TAO only.
/// Source: docs/spec/rules.md#subsidy-injection; vectors: vectors/rules.
/// </remarks>
public sealed class SubsidyInjection : IInjectionRule
{
    /// <summary>
    /// A subsidised pool gets as much alpha as the block has TAO, not its own emission.
    /// </summary>
    public bool InjectsEmission { get; init; }

    /// <summary>Closed registrations stop alpha too, not only the TAO.</summary>
    public bool ClosedStopsAlpha { get; init; }

    /// <inheritdoc/>
    public void Inject(EmissionBlock block)
    {
        U96F32 emission = U96F32.FromInteger(block.Emission.Rao);
        foreach (SubnetTerms terms in block.Subnets)
        {
            block.Measure(terms);
            SetTerms(block, terms, emission);
        }

        CappedInjection.InjectIssued(block);
    }

    private void SetTerms(EmissionBlock block, SubnetTerms terms, U96F32 emission)
    {
        U96F32 due = terms.TaoEmission;
        terms.AlphaOut = terms.AlphaEmission;
        terms.IsSubsidised = terms.Price < due.SafeDivide(emission);
        if (terms.IsSubsidised)
        {
            terms.TaoIn = terms.Price.SaturatingMultiply(emission);
            terms.AlphaIn = InjectsEmission ? emission : terms.AlphaEmission;
            terms.Excess = due.SaturatingSubtract(terms.TaoIn);

            // At once, and before it is asked whether registrations are closed.
            Tao amount = Tao.FromRao(terms.Excess.FloorToUInt64());
            block.Chain.Flows.Note(FlowCause.ChainBuyUncounted, terms.Subnet, amount);
            block.BuyAndRecycle(terms, amount);
        }
        else
        {
            terms.TaoIn = due;
            terms.AlphaIn = due.TryDivide(terms.Price, out U96F32 worth)
                ? worth
                : terms.AlphaEmission;
        }

        if (!block.IsClosed(terms.Subnet)) return;
        block.Chain.Flows.Note(
            FlowCause.EmissionStopped, terms.Subnet, Tao.FromRao(terms.TaoIn.FloorToUInt64()));
        terms.TaoIn = U96F32.Zero;
        if (ClosedStopsAlpha) terms.AlphaIn = terms.AlphaOut = U96F32.Zero;
    }
}
