using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>
/// R4: beside capped alpha only as much TAO as keeps the price; the chain buys with the rest.
/// </summary>
/// <remarks>
/// The purchase comes before the reserves grow; what is bought ceases to be.
/// Source: docs/spec/rules.md#excess-injection; vectors: vectors/rules.
/// </remarks>
public sealed class ExcessInjection : IInjectionRule
{
    /// <summary>The cap is not above the curve's TAO either, as since 362.</summary>
    public bool CapsByCurve { get; init; }

    /// <summary>Closed subnets keep their excess only, as to 352.</summary>
    public bool AsksForRegistration { get; init; }

    /// <summary>Purchases of less than a rao are made too, as to 352.</summary>
    public bool BuysFractions { get; init; }

    /// <inheritdoc/>
    public void Inject(EmissionBlock block)
    {
        U96F32 most = CapsByCurve ? CurveOf(block) : U96F32.MaxValue;
        foreach (SubnetTerms terms in block.Subnets)
        {
            block.Measure(terms);
            SetTerms(terms, U96F32.Min(terms.AlphaEmission, most));
            if (!AsksForRegistration || !block.IsClosed(terms.Subnet)) continue;
            block.Chain.Flows.Note(
                FlowCause.EmissionStopped, terms.Subnet,
                Tao.FromRao(terms.TaoIn.FloorToUInt64()));
            terms.TaoIn = terms.AlphaIn = terms.AlphaOut = U96F32.Zero;
        }

        Tao issued = Tao.Zero;
        foreach (SubnetTerms terms in block.Subnets)
        {
            Tao excess = Tao.FromRao(terms.Excess.FloorToUInt64());
            bool buys = BuysFractions ? terms.Excess > U96F32.Zero : excess > Tao.Zero;
            if (buys) block.BuyAndRecycle(terms, excess);
            block.InjectIntoPool(terms);
            issued = issued
                .SaturatingAdd(Tao.FromRao(terms.TaoIn.FloorToUInt64()))
                .SaturatingAdd(excess);
        }

        // Also what a refusing pool did not take.
        block.Issue(issued);
    }

    /// <summary>What the curve grants at the present issuance, as an amount of alpha.</summary>
    internal static U96F32 CurveOf(EmissionBlock block) => U96F32.FromInteger(
        block.Chain.Emission.EvaluateCurve(block.Chain.Issuance.Total.Rao));

    /// <summary>Terms under a cap of the alpha: what the cap keeps out is excess.</summary>
    internal static void SetTerms(SubnetTerms terms, U96F32 cap)
    {
        U96F32 due = terms.TaoEmission;
        U96F32 wanted = due.SafeDivide(terms.Price);
        terms.AlphaOut = terms.AlphaEmission;
        terms.AlphaIn = wanted;
        terms.TaoIn = due;
        if (wanted <= cap) return;
        terms.AlphaIn = cap;
        terms.TaoIn = cap.SaturatingMultiply(terms.Price);
        terms.Excess = due.SaturatingSubtract(terms.TaoIn);
    }
}
