using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Keys;

/// <summary>What a key leaves to its successor, in the chain's order.</summary>
/// <remarks>
/// A move that cannot go on stops where it is; what moved stays moved, and the call succeeds.
/// Source: docs/spec/keys.md#moves.
/// </remarks>
internal static class KeyMoves
{
    /// <summary>Moves everything of a hotkey; the childkey takes stay.</summary>
    public static void MoveHotkey(Chain chain, Coldkey coldkey, Hotkey old, Hotkey replacement)
    {
        IReadOnlyList<NetUid> subnets = chain.Subnets.InHashedKeyOrder();
        chain.Stakes.ReplaceOwned(coldkey, old, replacement);
        foreach (NetUid subnet in subnets)
        {
            chain.Stakes.MovePool(old, replacement, subnet);
        }

        chain.Delegation.MoveClocks(old, replacement, chain.Block);
        if (chain.Senate.IsMember(old) && !chain.Senate.TrySwap(old, replacement))
        {
            chain.Stakes.NoteParted(subnets);
            return;
        }

        chain.Delegation.MoveTake(old, replacement);
        foreach (NetUid subnet in subnets)
        {
            if (!chain.Neurons.MoveSeat(old, replacement, subnet)) continue;
            chain.Serving.Move(old, replacement, subnet);
            chain.Commits.Move(old, replacement, subnet);
            chain.Legacy.RenameHotkey(old, replacement, subnet);
        }

        chain.Stakes.MoveLegacy(old, replacement);
        chain.Stakes.MoveShares(old, replacement, subnets);
        foreach (NetUid subnet in subnets)
        {
            chain.Delegation.MoveChildren(old, replacement, subnet);
        }

        foreach (NetUid subnet in subnets)
        {
            chain.Delegation.MoveParents(old, replacement, subnet);
        }

        foreach (NetUid subnet in subnets)
        {
            chain.Delegation.MovePending(old, replacement, subnet);
            if (!chain.Spec.OwnerCutFollowsHotkey) continue;
            chain.Subnets.MoveOwnerHotkey(old, replacement, subnet);
        }
    }

    /// <summary>Moves everything of a coldkey; what is reserved or locked stays.</summary>
    public static void MoveColdkey(Chain chain, Coldkey old, Coldkey replacement)
    {
        IReadOnlyList<NetUid> subnets = chain.Subnets.InHashedKeyOrder();
        foreach (NetUid subnet in subnets)
        {
            chain.Subnets.MoveOwner(old, replacement, subnet);
        }

        chain.Stakes.MoveShares(old, replacement, subnets);
        chain.Stakes.MoveOwned(old, replacement);
        Tao rest = chain.Balances.Spendable(old);
        if (rest == Tao.Zero) return;
        DispatchResult withdrawal = chain.Balances.TakeAll(old, rest);
        if (withdrawal.IsOk) chain.Balances.Give(replacement, rest);
    }
}
