using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Proxies;

/// <summary>Lets another account no longer act for the signer.</summary>
/// <remarks>Wire: Proxy.remove_proxy. Source: docs/spec/dispatch.md#proxy.</remarks>
/// <param name="Delegate">The proxy.</param>
/// <param name="Type">What he may do.</param>
/// <param name="Delay">How long he must announce before. Unit: blocks.</param>
public sealed record RemoveProxy(MultiAddress Delegate, ProxyType Type, uint Delay) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.ProxyPallet, 2);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Delegate);
        to.WriteU8((byte)Type);
        to.WriteU32(Delay);
    }

    internal static RemoveProxy Decode(ref ScaleReader from) => new(
        from.ReadAddress(), ProxyLedger.ReadType(ref from), from.ReadU32());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (Delegate.Account is not { } account) return DispatchError.CannotLookup;
        ProxyDefinition proxy = new(account, Type, Delay);
        DispatchResult result = chain.Proxies.Remove(chain.Balances, signer, proxy);
        if (result.IsOk && chain.Events.IsKept)
        {
            chain.Events.Deposit(new ProxyRemoved(signer, proxy));
        }

        return result;
    }
}
