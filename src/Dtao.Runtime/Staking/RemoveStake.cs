using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Staking;

/// <summary>Sells staked alpha and pays the TAO to the signer.</summary>
/// <remarks>
/// Wire: SubtensorModule.remove_stake. Source: docs/spec/staking.md#remove-stake.
/// </remarks>
/// <param name="Hotkey">Hotkey behind which the stake stands.</param>
/// <param name="NetUid">Subnet of the stake.</param>
/// <param name="Amount">Alpha to unstake; TAO on root.</param>
public sealed record RemoveStake(Hotkey Hotkey, NetUid NetUid, Alpha Amount) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 3);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(NetUid);
        to.Write(Amount);
    }

    internal static RemoveStake Decode(ref ScaleReader from) => new(
        from.ReadHotkey(),
        from.ReadNetUid(),
        from.ReadAlpha());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        StakeOrder<Alpha> order = new(new(signer), Hotkey, NetUid, Amount);
        DispatchResult check = StakeChecks.Remove(chain, order, maximum: null);
        if (!check.IsOk) return check;

        PayOut(chain, order);
        return DispatchResult.Ok;
    }

    /// <summary>Unstakes what was checked, pays it, and tidies up behind it.</summary>
    internal static void PayOut(Chain chain, StakeOrder<Alpha> order)
    {
        Tao paid = StakeLegs.Unstake(
            chain, order.Hotkey, order.Coldkey, order.NetUid, order.Amount, StakeLedger.Fee);
        chain.Balances.Give(order.Coldkey, paid);
        StakeLegs.SweepSmallNomination(chain, order.Hotkey, order.Coldkey, order.NetUid);
        StakeLegs.ForgetChildrenBelowThreshold(chain, order.Hotkey);
    }
}
