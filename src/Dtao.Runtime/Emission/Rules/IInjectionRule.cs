namespace Dtao.Runtime.Emission.Rules;

/// <summary>How a subnet's TAO enters its pool, and how much alpha is made beside it.</summary>
/// <remarks>
/// Like a share rule it holds no state of its own. Source: docs/spec/rules.md#parts.
/// </remarks>
public interface IInjectionRule
{
    /// <summary>
    /// Turns every <see cref="SubnetTerms.TaoEmission"/> into purchases and injections, and
    /// sets <see cref="SubnetTerms.AlphaOut"/>, which is minted and dealt out afterwards.
    /// </summary>
    void Inject(EmissionBlock block);
}
