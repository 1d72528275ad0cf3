using Dtao.Numerics;

namespace Dtao.Runtime.Subnets;

/// <summary>Which subnet would make room for a new one. No call of these versions asks.</summary>
/// <remarks>Source: docs/spec/subnets.md#pruning; vectors: vectors/adjust.json.gz.</remarks>
public static class SubnetPruning
{
    /// <summary>The subnet with the least emission, the oldest among equals.</summary>
    /// <returns>Root when every subnet is too young.</returns>
    public static NetUid Choose(Chain chain)
    {
        NetUid chosen = NetUid.Root;
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            if (subnet == NetUid.Root || !chain.Subnets.IsOldEnoughToPrune(subnet, chain.Block))
            {
                continue;
            }

            if (chosen == NetUid.Root || !ComesBefore(chain, subnet, chosen)) chosen = subnet;
        }

        return chosen;
    }

    /// <summary>
    /// More emission comes first, then the later registration; ties keep the order.
    /// </summary>
    private static bool ComesBefore(Chain chain, NetUid subnet, NetUid other)
    {
        ulong emission = chain.Emission.LegacyEmission(subnet);
        ulong otherEmission = chain.Emission.LegacyEmission(other);
        if (emission != otherEmission) return emission > otherEmission;
        return chain.Subnets.RegisteredAt(subnet).Value > chain.Subnets.RegisteredAt(other).Value;
    }
}
