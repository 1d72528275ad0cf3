using System.Numerics;
using Dtao.Fuzz.Worlds;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Fuzz.Model;

/// <summary>What a block step may do to the totals.</summary>
/// <remarks>Source: docs/spec/invariants.md#supply.</remarks>
internal static class BlockComparison
{
    /// <summary>What does not add up, in words; null when everything does.</summary>
    public static string? First(Book before, Book after, Chain chain)
    {
        foreach ((AccountId who, BigInteger free) in after.Free)
        {
            if (before.FreeOf(who) != free) return $"the balance of {who} changed";
        }

        BigInteger reserves = 0;
        BigInteger injected = 0;
        foreach (ushort subnet in after.Pools.Keys)
        {
            reserves += after.PoolOf(subnet).Tao - before.PoolOf(subnet).Tao;
            injected += RawStorage.Number(chain, "SubnetTaoInEmission", subnet);
        }

        BigInteger stake = after.TotalStake - before.TotalStake;
        // A stable pool may be asked for more TAO than it has: then only the total counts it.
        bool mayBeOverdrawn = after.Pools.Values.Any(static pool => pool.Tao.IsZero);
        if (stake != reserves && !mayBeOverdrawn)
        {
            return $"reserves changed by {reserves} rao and the total stake by {stake}";
        }

        BigInteger issued = after.Issuance - before.Issuance;
        return issued == injected
            ? null
            : $"{injected} rao were injected and {issued} issued";
    }
}
