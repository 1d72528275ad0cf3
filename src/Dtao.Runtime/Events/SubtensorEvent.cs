using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Events;

/// <summary>An event of the economy's pallet.</summary>
/// <remarks>Source: docs/spec/events.md#subtensor.</remarks>
/// <param name="Index">Number of the event within the pallet on the wire.</param>
public abstract record SubtensorEvent(byte Index) : IChainEvent
{
    /// <inheritdoc/>
    public byte Pallet => DispatchError.SubtensorPallet;

    /// <inheritdoc/>
    public abstract void EncodeFields(ScaleWriter to);
}

/// <summary>A parameter of a subnet with two bytes got a value.</summary>
public abstract record SubnetShortSet(byte Index, NetUid NetUid, ushort Value)
    : SubtensorEvent(Index)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteU16(Value);
    }
}

/// <summary>A parameter of a subnet with eight bytes got a value.</summary>
public abstract record SubnetLongSet(byte Index, NetUid NetUid, ulong Value)
    : SubtensorEvent(Index)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteU64(Value);
    }
}

/// <summary>A switch of a subnet was set.</summary>
public abstract record SubnetSwitchSet(byte Index, NetUid NetUid, bool Value)
    : SubtensorEvent(Index)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteBool(Value);
    }
}

/// <summary>A parameter of the network with two bytes got a value.</summary>
public abstract record NetworkShortSet(byte Index, ushort Value) : SubtensorEvent(Index)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => to.WriteU16(Value);
}

/// <summary>A parameter of the network with four bytes got a value.</summary>
public abstract record NetworkWordSet(byte Index, uint Value) : SubtensorEvent(Index)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => to.WriteU32(Value);
}

/// <summary>A parameter of the network with eight bytes got a value.</summary>
public abstract record NetworkLongSet(byte Index, ulong Value) : SubtensorEvent(Index)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => to.WriteU64(Value);
}
