using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Keys;

/// <summary>Gives everything of one coldkey to another.</summary>
/// <remarks>
/// Wire: SubtensorModule.swap_coldkey. A failed one leaves the coldkey marked for ever.
/// Source: docs/spec/keys.md#swap-coldkey.
/// </remarks>
/// <param name="OldColdkey">Who gives.</param>
/// <param name="NewColdkey">Who receives; must be new.</param>
/// <param name="Cost">TAO that is destroyed.</param>
public sealed record SwapColdkey(Coldkey OldColdkey, Coldkey NewColdkey, Tao Cost) : IRootCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 71);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(OldColdkey);
        to.Write(NewColdkey);
        to.Write(Cost);
    }

    internal static SwapColdkey Decode(ref ScaleReader from) =>
        new(from.ReadColdkey(), from.ReadColdkey(), from.ReadTao());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain)
    {
        if (chain.Stakes.StakingHotkeysOf(NewColdkey).Count > 0)
        {
            return SubtensorError.ColdKeyAlreadyAssociated;
        }

        if (chain.Stakes.Exists(new(NewColdkey.Account)))
        {
            return SubtensorError.NewColdKeyIsHotkey;
        }

        chain.Identities.Move(OldColdkey, NewColdkey);
        if (!chain.Balances.CanPay(OldColdkey, Cost))
        {
            return SubtensorError.NotEnoughBalanceToPaySwapColdKey;
        }

        DispatchResult withdrawal = chain.Balances.Take(OldColdkey, Cost, out Tao paid);
        if (!withdrawal.IsOk) return withdrawal;
        chain.Issuance.Destroy(paid, FlowCause.KeySwapFeeDestroyed);
        KeyMoves.MoveColdkey(chain, OldColdkey, NewColdkey);
        chain.Delegation.RecordSwapBlock(NewColdkey.Account, chain.Block);
        chain.Keys.ForgetScheduled(OldColdkey);
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new ColdkeySwapped(OldColdkey, NewColdkey, Cost));
        }

        return DispatchResult.Ok;
    }
}
