namespace Dtao.Runtime.Emission.Rules;

/// <summary>Who gets which part of a block's TAO.</summary>
/// <remarks>
/// A rule holds no state of its own: one object serves many chains and threads, what has to be
/// remembered lies in <see cref="RuleLedger"/>. The simplest way to write one is
/// <see cref="ProportionalShares"/>. Source: docs/spec/rules.md#parts.
/// </remarks>
public interface IShareRule
{
    /// <summary>
    /// Sets <see cref="SubnetTerms.TaoEmission"/> of every subnet of the block.
    /// </summary>
    void Divide(EmissionBlock block);
}
