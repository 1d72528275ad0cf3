using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>
/// P8: a part of the emission follows an objective from outside, the rest a rule.
/// </summary>
/// <remarks>
/// Share (1 - L) s_i + L q_i: s_i of the rule, q_i the score of the subnet against the sum of
/// all, L the part that the scores decide. Scores all zero: the rule decides alone.
/// Source: docs/spec/rules.md#formulas.
/// </remarks>
/// <param name="rest">The rule for the rest; it must set shares.</param>
public sealed class ObjectiveShares(IShareRule rest) : IShareRule
{
    /// <inheritdoc/>
    public void Divide(EmissionBlock block)
    {
        rest.Divide(block);
        RuleLedger rules = block.Chain.Rules;
        U64F64 sum = U64F64.Zero;
        foreach (SubnetTerms terms in block.Subnets)
        {
            sum = sum.SaturatingAdd(rules.Score(terms.Subnet));
        }

        if (sum == U64F64.Zero) return;
        U64F64 others = U64F64.One.SaturatingSubtract(rules.ScorePart);
        foreach (SubnetTerms terms in block.Subnets)
        {
            U64F64 scored = rules.Score(terms.Subnet).SafeDivide(sum);
            terms.Share = others.SaturatingMultiply(terms.Share)
                .SaturatingAdd(rules.ScorePart.SaturatingMultiply(scored));
        }

        block.LeaveOutDisabled();
        block.EmitShares();
    }
}
