using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Pools;

namespace Dtao.Runtime.Staking;

/// <summary>Unstakes like <see cref="RemoveStake"/>, but not below a price.</summary>
/// <remarks>
/// Wire: SubtensorModule.remove_stake_limit. Source: docs/spec/staking.md#remove-stake-limit.
/// </remarks>
/// <param name="Hotkey">Hotkey behind which the stake stands.</param>
/// <param name="NetUid">Subnet of the stake.</param>
/// <param name="Amount">Alpha to unstake; TAO on root.</param>
/// <param name="LimitPrice">Price limit in rao of TAO for 10^9 rao of alpha.</param>
/// <param name="AllowPartial">
/// As much as the limit lets pass is done; otherwise all or nothing.
/// </param>
public sealed record RemoveStakeLimit(
    Hotkey Hotkey, NetUid NetUid, Alpha Amount, ulong LimitPrice, bool AllowPartial) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 89);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(NetUid);
        to.Write(Amount);
        to.WriteU64(LimitPrice);
        to.WriteBool(AllowPartial);
    }

    internal static RemoveStakeLimit Decode(ref ScaleReader from) => new(
        from.ReadHotkey(),
        from.ReadNetUid(),
        from.ReadAlpha(),
        from.ReadU64(),
        from.ReadBool());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Alpha maximum = PriceLimit.MaximumSell(chain.Pools.Of(NetUid), LimitPrice);
        StakeOrder<Alpha> order = new(new(signer), Hotkey, NetUid, Amount);
        DispatchResult check = StakeChecks.Remove(chain, order, AllowPartial ? null : maximum);
        if (!check.IsOk) return check;

        RemoveStake.PayOut(chain, order with { Amount = Alpha.Min(Amount, maximum) });
        return DispatchResult.Ok;
    }
}
