using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Staking;

/// <summary>TAO became stake.</summary>
/// <param name="Coldkey">Whose stake it is.</param>
/// <param name="Hotkey">Behind which hotkey it stands.</param>
/// <param name="Spent">TAO after the fee.</param>
/// <param name="Staked">Alpha that was staked.</param>
/// <param name="NetUid">Subnet of the stake.</param>
public sealed record StakeAdded(
    Coldkey Coldkey, Hotkey Hotkey, Tao Spent, Alpha Staked, NetUid NetUid) : SubtensorEvent(2)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Coldkey);
        to.Write(Hotkey);
        to.Write(Spent);
        to.Write(Staked);
        to.Write(NetUid);
    }
}

/// <summary>Stake became TAO.</summary>
/// <param name="Coldkey">Whose stake it was.</param>
/// <param name="Hotkey">Behind which hotkey it stood.</param>
/// <param name="Paid">TAO after the fee.</param>
/// <param name="Removed">Alpha that was removed.</param>
/// <param name="NetUid">Subnet of the stake.</param>
public sealed record StakeRemoved(
    Coldkey Coldkey, Hotkey Hotkey, Tao Paid, Alpha Removed, NetUid NetUid) : SubtensorEvent(3)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Coldkey);
        to.Write(Hotkey);
        to.Write(Paid);
        to.Write(Removed);
        to.Write(NetUid);
    }
}

/// <summary>Stake went to another hotkey.</summary>
/// <param name="Coldkey">Whose stake it is.</param>
/// <param name="Origin">Hotkey that had it.</param>
/// <param name="OriginNetUid">Subnet that had it.</param>
/// <param name="Destination">Hotkey that has it.</param>
/// <param name="DestinationNetUid">Subnet that has it.</param>
/// <param name="Value">TAO after both fees.</param>
public sealed record StakeMoved(
    Coldkey Coldkey, Hotkey Origin, NetUid OriginNetUid, Hotkey Destination,
    NetUid DestinationNetUid, Tao Value)
    : SubtensorEvent(4)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Coldkey);
        to.Write(Origin);
        to.Write(OriginNetUid);
        to.Write(Destination);
        to.Write(DestinationNetUid);
        to.Write(Value);
    }
}

/// <summary>Stake went to another coldkey.</summary>
/// <param name="Origin">Who had it.</param>
/// <param name="Destination">Who has it.</param>
/// <param name="Hotkey">Behind which hotkey it stands.</param>
/// <param name="OriginNetUid">Subnet that had it.</param>
/// <param name="DestinationNetUid">Subnet that has it.</param>
/// <param name="Value">TAO after both fees.</param>
public sealed record StakeTransferred(
    Coldkey Origin, Coldkey Destination, Hotkey Hotkey, NetUid OriginNetUid,
    NetUid DestinationNetUid, Tao Value)
    : SubtensorEvent(85)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Origin);
        to.Write(Destination);
        to.Write(Hotkey);
        to.Write(OriginNetUid);
        to.Write(DestinationNetUid);
        to.Write(Value);
    }
}

/// <summary>Stake went to another subnet.</summary>
/// <param name="Coldkey">Whose stake it is.</param>
/// <param name="Hotkey">Behind which hotkey it stands.</param>
/// <param name="OriginNetUid">Subnet that had it.</param>
/// <param name="DestinationNetUid">Subnet that has it.</param>
/// <param name="Value">TAO after both fees.</param>
public sealed record StakeSwapped(
    Coldkey Coldkey, Hotkey Hotkey, NetUid OriginNetUid, NetUid DestinationNetUid, Tao Value)
    : SubtensorEvent(86)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Coldkey);
        to.Write(Hotkey);
        to.Write(OriginNetUid);
        to.Write(DestinationNetUid);
        to.Write(Value);
    }
}
