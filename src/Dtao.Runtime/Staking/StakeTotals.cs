using Dtao.Numerics;

namespace Dtao.Runtime.Staking;

/// <summary>TAO value of everything that a coldkey has staked; a query, no rule reads it.</summary>
/// <remarks>Source: docs/spec/staking.md#totals; vectors: vectors/stake.json.gz.</remarks>
public static class StakeTotals
{
    /// <summary>The total of a coldkey at present prices.</summary>
    public static Tao OfColdkey(Chain chain, Coldkey coldkey)
    {
        ulong total = 0;
        foreach (Hotkey hotkey in chain.Stakes.StakingHotkeysOf(coldkey))
        {
            Tao behindHotkey = Tao.Zero;
            foreach (NetUid subnet in chain.Stakes.SubnetsOf(hotkey, coldkey))
            {
                I96F32 value = ValueBehind(chain, hotkey, coldkey, subnet)
                    .SaturatingMultiply(chain.Pools.SpotPrice(subnet).Value);
                behindHotkey = behindHotkey.SaturatingAdd(Tao.FromRao(value.FloorToUInt64()));
            }

            // Upstream: a plain sum, which wraps in a release build.
            total = unchecked(total + behindHotkey.Rao);
        }

        return Tao.FromRao(total);
    }

    private static I96F32 ValueBehind(
        Chain chain, Hotkey hotkey, Coldkey coldkey, NetUid subnet) =>
        chain.Spec.TotalsCountShares
            ? chain.Stakes.SharesOf(hotkey, coldkey, subnet).ToI96F32()
            : I96F32.FromInteger(chain.Stakes.StakeOf(hotkey, coldkey, subnet).Rao);
}
