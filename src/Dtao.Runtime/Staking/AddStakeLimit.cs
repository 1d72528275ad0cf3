using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Pools;

namespace Dtao.Runtime.Staking;

/// <summary>Stakes like <see cref="AddStake"/>, but not above a price.</summary>
/// <remarks>
/// Wire: SubtensorModule.add_stake_limit. Source: docs/spec/staking.md#add-stake-limit.
/// </remarks>
/// <param name="Hotkey">Hotkey behind which the stake stands.</param>
/// <param name="NetUid">Subnet of the stake.</param>
/// <param name="Amount">TAO to stake, fee included.</param>
/// <param name="LimitPrice">Price limit in rao of TAO for 10^9 rao of alpha.</param>
/// <param name="AllowPartial">
/// As much as the limit lets pass is done; otherwise all or nothing.
/// </param>
public sealed record AddStakeLimit(
    Hotkey Hotkey, NetUid NetUid, Tao Amount, ulong LimitPrice, bool AllowPartial) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 88);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(NetUid);
        to.Write(Amount);
        to.WriteU64(LimitPrice);
        to.WriteBool(AllowPartial);
    }

    internal static AddStakeLimit Decode(ref ScaleReader from) => new(
        from.ReadHotkey(),
        from.ReadNetUid(),
        from.ReadTao(),
        from.ReadU64(),
        from.ReadBool());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        Tao maximum = PriceLimit.MaximumBuy(chain.Pools.Of(NetUid), LimitPrice);
        DispatchResult check = StakeChecks.Add(
            chain, new(coldkey, Hotkey, NetUid, Amount), AllowPartial ? null : maximum);
        if (!check.IsOk) return check;

        if (chain.Spec.StrangersMakeDelegates && !chain.Stakes.Owns(coldkey, Hotkey))
        {
            chain.Delegation.EnsureDelegate(Hotkey);
        }

        Tao possible = Tao.Min(Amount, maximum);
        DispatchResult withdrawal = chain.Balances.Take(coldkey, possible, out Tao taken);
        if (!withdrawal.IsOk) return withdrawal;
        StakeLegs.Stake(chain, Hotkey, coldkey, NetUid, taken, StakeLedger.Fee);
        return DispatchResult.Ok;
    }
}
