using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Staking;

/// <summary>Moves the signer's stake to another subnet behind the same hotkey.</summary>
/// <remarks>Wire: SubtensorModule.swap_stake. Source: docs/spec/staking.md#swap-stake.</remarks>
/// <param name="Hotkey">Hotkey behind which the stake stands.</param>
/// <param name="Origin">Subnet from which the stake goes.</param>
/// <param name="Destination">Subnet to which it goes.</param>
/// <param name="Amount">Alpha to move; TAO on root.</param>
public sealed record SwapStake(
    Hotkey Hotkey, NetUid Origin, NetUid Destination, Alpha Amount) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 87);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(Origin);
        to.Write(Destination);
        to.Write(Amount);
    }

    internal static SwapStake Decode(ref ScaleReader from) => new(
        from.ReadHotkey(),
        from.ReadNetUid(),
        from.ReadNetUid(),
        from.ReadAlpha());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        StakeOrder<Alpha> origin = new(coldkey, Hotkey, Origin, Amount);
        return new StakeTransition(
            origin, coldkey, Hotkey, Destination, Maximum: null).Run(
            chain, value => new StakeSwapped(coldkey, Hotkey, Origin, Destination, value));
    }
}
