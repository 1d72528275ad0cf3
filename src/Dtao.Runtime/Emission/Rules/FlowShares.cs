using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>
/// Taoflow: shares by moving averages of what users staked less what they took out.
/// </summary>
/// <remarks>
/// S_i follows the flow of the subnet; what lies above the lower limit is raised to a power and
/// shared. Source: docs/spec/rules.md#flow-shares; vectors: vectors/rules (emissions).
/// </remarks>
public sealed class FlowShares : IShareRule
{
    private static readonly U96F32 FirstScale = U96F32.FromInteger(1_000_000_000UL);

    /// <summary>
    /// A subnet without average begins at 10^9 times its price, and its flow waits; else at 0.
    /// </summary>
    public bool StartsAtPrice { get; init; }

    /// <summary>The chain's own flow is taken off, scaled down to what users brought.</summary>
    public bool NetsProtocol { get; init; }

    /// <summary>Subnets without permission to emit are left out at the end.</summary>
    public bool LeavesOutDisabled { get; init; }

    /// <inheritdoc/>
    public void Divide(EmissionBlock block)
    {
        I64F64 smoothing = I64F64.FromInteger(block.Chain.Rules.FlowSmoothing)
            .SafeDivide(I64F64.FromInteger(long.MaxValue));
        foreach (SubnetTerms terms in block.Subnets)
        {
            MoveAverage(block, terms, smoothing);
            if (NetsProtocol) MoveProtocolAverage(block, terms, smoothing);
        }

        if (NetsProtocol) TakeProtocolOff(block);
        LiftAboveLimit(block);
        PowerNormalization.Run(block.Weights, block.Chain.Rules.FlowExponent);
        for (int index = 0; index < block.Subnets.Length; index++)
        {
            block.Subnets[index].Share = block.Weights[index];
        }

        if (LeavesOutDisabled) block.LeaveOutDisabled();
        block.EmitShares();
    }

    private void MoveAverage(EmissionBlock block, SubnetTerms terms, I64F64 smoothing)
    {
        RuleLedger rules = block.Chain.Rules;
        BlockNumber now = block.Chain.Block;
        FlowAverage? known = rules.AverageTaoFlow(terms.Subnet);
        if (known is null && StartsAtPrice)
        {
            // The flow is not read: it counts in the next block.
            U96F32 price = U96F32.Min(
                block.MovingPrice(terms.Subnet), block.SpotPrice(terms.Subnet));
            terms.Flow = FirstScale.SaturatingMultiply(price).ToI64F64();
            rules.SetAverage(terms.Subnet, new(now, terms.Flow));
            return;
        }

        FlowAverage average = known ?? default;
        terms.Flow = average.Value;
        if (average.Block == now) return;
        terms.Flow = Next(average.Value, rules.TaoFlow(terms.Subnet), smoothing);
        rules.SetAverage(terms.Subnet, new(now, terms.Flow));
        rules.ForgetTaoFlow(terms.Subnet);
    }

    private static void MoveProtocolAverage(
        EmissionBlock block, SubnetTerms terms, I64F64 smoothing)
    {
        RuleLedger rules = block.Chain.Rules;
        BlockNumber now = block.Chain.Block;
        FlowAverage average = rules.AverageProtocolFlow(terms.Subnet) ?? default;
        terms.ProtocolFlow = average.Value;
        if (average.Block == now) return;
        terms.ProtocolFlow = Next(
            average.Value, rules.ProtocolFlow(terms.Subnet), smoothing);
        rules.SetProtocolAverage(terms.Subnet, new(now, terms.ProtocolFlow));
        rules.ForgetProtocolFlow(terms.Subnet);
    }

    private static I64F64 Next(I64F64 average, long flow, I64F64 smoothing) =>
        I64F64.One.SaturatingSubtract(smoothing).SaturatingMultiply(average)
            .SaturatingAdd(smoothing.SaturatingMultiply(I64F64.FromInteger(flow)));

    private static void TakeProtocolOff(EmissionBlock block)
    {
        if (!block.Chain.Rules.NetsFlows) return;
        I64F64 users = I64F64.Zero;
        I64F64 protocol = I64F64.Zero;
        foreach (SubnetTerms terms in block.Subnets)
        {
            users = users.SaturatingAdd(I64F64.Max(terms.Flow, I64F64.Zero));
            protocol = protocol.SaturatingAdd(I64F64.Max(terms.ProtocolFlow, I64F64.Zero));
        }

        I64F64 factor = I64F64.Min(users.SafeDivide(protocol), I64F64.One);
        block.NormFactor = factor;
        foreach (SubnetTerms terms in block.Subnets)
        {
            I64F64 own = terms.ProtocolFlow;
            if (own > I64F64.Zero) own = factor.SaturatingMultiply(own);
            terms.Flow = terms.Flow.SaturatingSubtract(own);
        }
    }

    private static void LiftAboveLimit(EmissionBlock block)
    {
        I64F64 least = I64F64.Zero;
        foreach (SubnetTerms terms in block.Subnets)
        {
            least = I64F64.Min(least, terms.Flow);
        }

        I64F64 limit = I64F64.Max(block.Chain.Rules.FlowCutoff, least);
        block.LowerLimit = limit;
        for (int index = 0; index < block.Subnets.Length; index++)
        {
            I64F64 flow = block.Subnets[index].Flow;
            block.Weights[index] = flow > limit
                ? flow.SaturatingSubtract(limit).ToU64F64()
                : U64F64.Zero;
        }
    }
}
