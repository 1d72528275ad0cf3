using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Staking;

/// <summary>Buys a subnet's alpha with the signer's TAO and stakes it.</summary>
/// <remarks>Wire: SubtensorModule.add_stake. Source: docs/spec/staking.md#add-stake.</remarks>
/// <param name="Hotkey">Hotkey behind which the stake stands.</param>
/// <param name="NetUid">Subnet of the stake.</param>
/// <param name="Amount">TAO to stake, fee included.</param>
public sealed record AddStake(Hotkey Hotkey, NetUid NetUid, Tao Amount) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 2);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(NetUid);
        to.Write(Amount);
    }

    internal static AddStake Decode(ref ScaleReader from) => new(
        from.ReadHotkey(),
        from.ReadNetUid(),
        from.ReadTao());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        DispatchResult check = StakeChecks.Add(
            chain, new(coldkey, Hotkey, NetUid, Amount), maximum: null);
        if (!check.IsOk) return check;

        DispatchResult withdrawal = chain.Balances.Take(coldkey, Amount, out Tao taken);
        if (!withdrawal.IsOk) return withdrawal;
        StakeLegs.Stake(chain, Hotkey, coldkey, NetUid, taken, StakeLedger.Fee);
        return DispatchResult.Ok;
    }
}
