using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Measures which part of an epoch's incentives went to the subnet's owner.</summary>
/// <remarks>
/// Later releases burn that part. This runtime pays it, and it is measured all the same.
/// Source: docs/spec/rules.md#burn-shares.
/// </remarks>
internal static class RuleBurns
{
    /// <summary>Measures an epoch.</summary>
    public static void Measure(Chain chain, NetUid subnet, EpochOutput found)
    {
        Coldkey owner = chain.Subnets.Owner(subnet);
        ReadOnlySpan<Hotkey> keys = chain.Neurons.Keys(subnet);
        UInt128 burned = 0;
        UInt128 all = 0;
        for (int uid = 0; uid < Math.Min(keys.Length, found.ServerEmission.Length); uid++)
        {
            ulong incentive = found.ServerEmission[uid];
            if (incentive == 0) continue;
            all += incentive;
            bool isOwners = chain.Subnets.IsOwnerHotkey(subnet, keys[uid])
                || (chain.Subnets.HasOwner(subnet) && chain.Stakes.Owns(owner, keys[uid]));
            if (isOwners) burned += incentive;
        }

        chain.Rules.SetMinerBurned(
            subnet, Number(burned).SafeDivide(Number(all)));
    }

    private static U96F32 Number(UInt128 amount) => U96F32.FromBits(amount << 32);
}
