using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Proxies;

/// <summary>Lets nobody act for the signer any more.</summary>
/// <remarks>Wire: Proxy.remove_proxies. Source: docs/spec/dispatch.md#proxy.</remarks>
public sealed record RemoveProxies : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.ProxyPallet, 3);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
    }

    internal static RemoveProxies Decode(ref ScaleReader from) => new();

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        chain.Balances.Unreserve(signer, chain.Proxies.Clear(signer));
        return DispatchResult.Ok;
    }
}
