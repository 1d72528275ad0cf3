using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>R2: all of the TAO, beside it as much alpha as the price asks for, capped.</summary>
/// <remarks>
/// TAO is not reduced where alpha is capped, so the price rises. Source:
/// docs/spec/rules.md#capped-injection; vectors: vectors/rules.
/// </remarks>
public sealed class CappedInjection : IInjectionRule
{
    /// <inheritdoc/>
    public void Inject(EmissionBlock block)
    {
        foreach (SubnetTerms terms in block.Subnets)
        {
            block.Measure(terms);
            terms.AlphaIn = terms.TaoEmission.TryDivide(terms.Price, out U96F32 wanted)
                ? U96F32.Min(wanted, terms.AlphaEmission)
                : terms.AlphaEmission;
            terms.AlphaOut = terms.AlphaEmission;
            if (!block.IsClosed(terms.Subnet)) terms.TaoIn = terms.TaoEmission;
            else block.Chain.Flows.Note(
                FlowCause.EmissionStopped, terms.Subnet,
                Tao.FromRao(terms.TaoEmission.FloorToUInt64()));
        }

        InjectIssued(block);
    }

    /// <summary>Injects the terms of all subnets and issues their TAO.</summary>
    internal static void InjectIssued(EmissionBlock block)
    {
        Tao issued = Tao.Zero;
        foreach (SubnetTerms terms in block.Subnets)
        {
            block.InjectIntoPool(terms);
            issued = issued.SaturatingAdd(Tao.FromRao(terms.TaoIn.FloorToUInt64()));
        }

        block.Issue(issued);
    }
}
