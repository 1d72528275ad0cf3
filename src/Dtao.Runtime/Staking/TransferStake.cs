using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Staking;

/// <summary>Gives the signer's stake to another coldkey.</summary>
/// <remarks>
/// Wire: SubtensorModule.transfer_stake. Source: docs/spec/staking.md#transfer-stake.
/// </remarks>
/// <param name="DestinationColdkey">Who receives the stake.</param>
/// <param name="Hotkey">Hotkey behind which it stands before and after.</param>
/// <param name="Origin">Subnet from which the stake goes.</param>
/// <param name="Destination">Subnet to which it goes.</param>
/// <param name="Amount">Alpha to move; TAO on root.</param>
public sealed record TransferStake(
    Coldkey DestinationColdkey, Hotkey Hotkey, NetUid Origin, NetUid Destination,
    Alpha Amount) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 86);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(DestinationColdkey);
        to.Write(Hotkey);
        to.Write(Origin);
        to.Write(Destination);
        to.Write(Amount);
    }

    internal static TransferStake Decode(ref ScaleReader from) => new(
        from.ReadColdkey(),
        from.ReadHotkey(),
        from.ReadNetUid(),
        from.ReadNetUid(),
        from.ReadAlpha());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        StakeOrder<Alpha> origin = new(new(signer), Hotkey, Origin, Amount);
        StakeTransition transition = new(
            origin, DestinationColdkey, Hotkey, Destination, Maximum: null)
        {
            ChangesColdkey = true,
        };
        return transition.Run(
            chain,
            value => new StakeTransferred(
                new(signer), DestinationColdkey, Hotkey, Origin, Destination, value));
    }
}
