using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Names the part of a block's TAO that no subnet got.</summary>
internal static class RuleRemainder
{
    /// <summary>Notes what no share covers, and what rounding cut off the rest.</summary>
    public static void Note(EmissionBlock block)
    {
        FlowJournal flows = block.Chain.Flows;
        if (!flows.IsKept) return;
        U96F32 shared = U96F32.Zero;
        Tao used = Tao.Zero;
        foreach (SubnetTerms terms in block.Subnets)
        {
            shared = shared.SaturatingAdd(terms.TaoEmission);
            used = used
                .SaturatingAdd(Tao.FromRao(flows[FlowCause.TaoInjected, terms.Subnet]))
                .SaturatingAdd(Tao.FromRao(flows[FlowCause.ChainBuyPaid, terms.Subnet]))
                .SaturatingAdd(Tao.FromRao(flows[FlowCause.EmissionStopped, terms.Subnet]));
        }

        if (used > block.Emission)
        {
            flows.Note(FlowCause.EmissionExcess, used - block.Emission);
            return;
        }

        // Half a rao of every subnet may be missing by the rounding of its share alone.
        Tao unshared = block.Emission
            .SaturatingSubtract(Tao.FromRao(shared.FloorToUInt64()))
            .SaturatingSubtract(Tao.FromRao((ulong)block.Subnets.Length));
        flows.Note(FlowCause.EmissionUnshared, unshared);
        Tao left = block.Emission.SaturatingSubtract(unshared).SaturatingSubtract(used);
        Tao most = Tao.FromRao(4 * (ulong)block.Subnets.Length);
        if (left <= most) flows.Note(FlowCause.EmissionCut, left);
    }
}
