using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Keys;

/// <summary>Puts another hotkey in the place of one of the signer everywhere.</summary>
/// <remarks>
/// Wire: SubtensorModule.swap_hotkey. Upstream: what owns the new hotkey now is not asked.
/// Source: docs/spec/keys.md#swap-hotkey.
/// </remarks>
/// <param name="OldHotkey">Hotkey before.</param>
/// <param name="NewHotkey">Hotkey after; sits on no subnet.</param>
public sealed record SwapHotkey(Hotkey OldHotkey, Hotkey NewHotkey) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 70);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(OldHotkey);
        to.Write(NewHotkey);
    }

    internal static SwapHotkey Decode(ref ScaleReader from) =>
        new(from.ReadHotkey(), from.ReadHotkey());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        if (OldHotkey == NewHotkey) return SubtensorError.NewHotKeyIsSameWithOld;
        if (chain.Neurons.IsMemberOfAny(NewHotkey))
        {
            return SubtensorError.HotKeyAlreadyRegisteredInSubNet;
        }

        if (!chain.Stakes.Owns(coldkey, OldHotkey)) return SubtensorError.NonAssociatedColdKey;
        if (chain.Delegation.SwapIsTooSoon(signer, chain.Block))
        {
            return SubtensorError.HotKeySetTxRateLimitExceeded;
        }

        if (!chain.Balances.CanPay(coldkey, KeyLedger.SwapCost))
        {
            return SubtensorError.NotEnoughBalanceToPaySwapHotKey;
        }

        DispatchResult withdrawal = chain.Balances.Take(
            coldkey, KeyLedger.SwapCost, out Tao paid);
        if (!withdrawal.IsOk) return withdrawal;
        chain.Issuance.Destroy(paid, FlowCause.KeySwapFeeDestroyed);
        Weight weight = HotkeySwapWeight.Of(chain, OldHotkey, NewHotkey);
        KeyMoves.MoveHotkey(chain, coldkey, OldHotkey, NewHotkey);
        chain.Delegation.RecordSwapBlock(signer, chain.Block);
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new HotkeySwapped(coldkey, OldHotkey, NewHotkey));
        }

        return DispatchResult.Ok.Costing(pays: null, weight);
    }
}
