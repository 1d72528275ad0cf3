using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Delegation;

/// <summary>What raising and lowering a take have in common.</summary>
internal static class TakeChecks
{
    /// <summary>The hotkey exists and belongs to the coldkey.</summary>
    public static DispatchResult Ownership(Chain chain, Coldkey coldkey, Hotkey hotkey)
    {
        if (!chain.Stakes.Exists(hotkey)) return SubtensorError.HotKeyAccountNotExists;
        return chain.Stakes.Owns(coldkey, hotkey)
            ? DispatchResult.Ok
            : SubtensorError.NonAssociatedColdKey;
    }

    /// <summary>Account under which the last take change is remembered.</summary>
    public static AccountId Clock(Chain chain, Coldkey coldkey, Hotkey hotkey) =>
        chain.Spec.LimitsTakesByHotkey ? hotkey.Account : coldkey.Account;

    /// <summary>The last change is too recent; exactly the limit is still too recent.</summary>
    public static bool IsTooSoon(Chain chain, AccountId clock)
    {
        ulong limit = chain.Delegation.TakeRateLimit;
        ulong last = chain.Delegation.LastTakeBlock(clock).Value;
        ulong age = chain.Block.Value > last ? chain.Block.Value - last : 0;
        return limit != 0 && last != 0 && age <= limit;
    }
}
