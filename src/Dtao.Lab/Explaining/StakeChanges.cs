using System.Collections.Immutable;
using Dtao.Numerics;

namespace Dtao.Lab.Explaining;

/// <summary>Finds what one block's emission did to the stakes of an account.</summary>
/// <remarks>
/// Stakers are not paid one by one: the value of all shares behind a hotkey grows, so this is
/// what a staker got. Source: docs/spec/emission.md#distribution.
/// </remarks>
public static class StakeChanges
{
    /// <summary>Stakes on the watched subnet and on root, in the order of the hotkeys.</summary>
    /// <param name="block">The block.</param>
    /// <param name="account">An account that stakes or owns hotkeys.</param>
    public static ImmutableArray<StakeChange> Of(ReplayedBlock block, AccountId account)
    {
        Coldkey coldkey = new(account);
        IEnumerable<Hotkey> hotkeys = block.Chain.Stakes.StakingHotkeysOf(coldkey)
            .Union(block.Chain.Stakes.OwnedHotkeysOf(coldkey));
        return
        [
            .. hotkeys.SelectMany(
                _ => (NetUid[])[block.Trace.Subnet, NetUid.Root],
                (hotkey, subnet) => new StakeChange(
                    hotkey, subnet,
                    block.Before.Stakes.StakeOf(hotkey, coldkey, subnet),
                    block.Chain.Stakes.StakeOf(hotkey, coldkey, subnet)))
                .Where(static stake => stake.Before != stake.After
                    || stake.After > Alpha.Zero),
        ];
    }
}
