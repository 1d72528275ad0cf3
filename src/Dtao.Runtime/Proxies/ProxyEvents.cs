using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Proxies;

/// <summary>An event of the pallet <c>Proxy</c>.</summary>
/// <remarks>Source: docs/spec/dispatch.md#proxy.</remarks>
/// <param name="Index">Number of the event within the pallet on the wire.</param>
public abstract record ProxyEvent(byte Index) : IChainEvent
{
    /// <inheritdoc/>
    public byte Pallet => DispatchError.ProxyPallet;

    /// <inheritdoc/>
    public abstract void EncodeFields(ScaleWriter to);
}

/// <summary>A proxy made a call.</summary>
public sealed record ProxyExecuted(DispatchResult Result) : ProxyEvent(0)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => Result.EncodeOutcome(to);
}

/// <summary>An account without key was made.</summary>
public sealed record PureCreated(AccountId Pure, AccountId Who, ProxyType Type, ushort Number)
    : ProxyEvent(1)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Pure);
        to.Write(Who);
        to.WriteU8((byte)Type);
        to.WriteU16(Number);
    }
}

/// <summary>A proxy announced a call.</summary>
public sealed record Announced(AccountId Real, AccountId Proxy, Hash256 CallHash) : ProxyEvent(2)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Real);
        to.Write(Proxy);
        to.Write(CallHash);
    }
}

/// <summary>An account got a proxy.</summary>
public sealed record ProxyAdded(AccountId Delegator, ProxyDefinition Proxy) : ProxyEvent(3)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Delegator);
        to.Write(Proxy.Delegate);
        to.WriteU8((byte)Proxy.Type);
        to.WriteU32(Proxy.Delay);
    }
}

/// <summary>An account lost a proxy.</summary>
public sealed record ProxyRemoved(AccountId Delegator, ProxyDefinition Proxy) : ProxyEvent(4)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Delegator);
        to.Write(Proxy.Delegate);
        to.WriteU8((byte)Proxy.Type);
        to.WriteU32(Proxy.Delay);
    }
}
