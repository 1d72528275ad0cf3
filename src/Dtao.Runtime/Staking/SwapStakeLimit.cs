using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Pools;

namespace Dtao.Runtime.Staking;

/// <summary>Swaps like <see cref="SwapStake"/>, but not below a price.</summary>
/// <remarks>
/// Wire: SubtensorModule.swap_stake_limit. Source: docs/spec/staking.md#swap-stake-limit.
/// </remarks>
/// <param name="Hotkey">Hotkey behind which the stake stands.</param>
/// <param name="Origin">Subnet from which the stake goes.</param>
/// <param name="Destination">Subnet to which it goes.</param>
/// <param name="Amount">Alpha to move; TAO on root.</param>
/// <param name="LimitPrice">
/// Price limit in alpha of the destination for 10^9 rao of the origin's.
/// </param>
/// <param name="AllowPartial">Upstream: the whole amount moves, whatever the limit.</param>
public sealed record SwapStakeLimit(
    Hotkey Hotkey, NetUid Origin, NetUid Destination, Alpha Amount, ulong LimitPrice,
    bool AllowPartial) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 90);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(Origin);
        to.Write(Destination);
        to.Write(Amount);
        to.WriteU64(LimitPrice);
        to.WriteBool(AllowPartial);
    }

    internal static SwapStakeLimit Decode(ref ScaleReader from) => new(
        from.ReadHotkey(),
        from.ReadNetUid(),
        from.ReadNetUid(),
        from.ReadAlpha(),
        from.ReadU64(),
        from.ReadBool());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        StakeOrder<Alpha> origin = new(coldkey, Hotkey, Origin, Amount);
        Alpha maximum = PriceLimit.MaximumMove(
            chain.Pools.Of(Origin), chain.Pools.Of(Destination), LimitPrice);
        return new StakeTransition(
            origin, coldkey, Hotkey, Destination, AllowPartial ? null : maximum).Run(
            chain, value => new StakeSwapped(coldkey, Hotkey, Origin, Destination, value));
    }
}
