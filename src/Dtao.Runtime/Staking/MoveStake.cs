using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Staking;

/// <summary>Moves the signer's stake to another hotkey, and another subnet if asked.</summary>
/// <remarks>Wire: SubtensorModule.move_stake. Source: docs/spec/staking.md#move-stake.</remarks>
/// <param name="OriginHotkey">Hotkey from which the stake goes.</param>
/// <param name="DestinationHotkey">Hotkey behind which it goes.</param>
/// <param name="Origin">Subnet from which the stake goes.</param>
/// <param name="Destination">Subnet to which it goes.</param>
/// <param name="Amount">Alpha to move; TAO on root.</param>
public sealed record MoveStake(
    Hotkey OriginHotkey, Hotkey DestinationHotkey, NetUid Origin, NetUid Destination,
    Alpha Amount) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 85);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(OriginHotkey);
        to.Write(DestinationHotkey);
        to.Write(Origin);
        to.Write(Destination);
        to.Write(Amount);
    }

    internal static MoveStake Decode(ref ScaleReader from) => new(
        from.ReadHotkey(),
        from.ReadHotkey(),
        from.ReadNetUid(),
        from.ReadNetUid(),
        from.ReadAlpha());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        StakeOrder<Alpha> origin = new(coldkey, OriginHotkey, Origin, Amount);
        return new StakeTransition(
            origin, coldkey, DestinationHotkey, Destination, Maximum: null).Run(
            chain,
            value => new StakeMoved(
                coldkey, OriginHotkey, Origin, DestinationHotkey, Destination, value));
    }
}
