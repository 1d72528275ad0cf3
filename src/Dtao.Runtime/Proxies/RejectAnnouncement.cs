using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Proxies;

/// <summary>Refuses what a proxy announced to do for the signer.</summary>
/// <remarks>Wire: Proxy.reject_announcement. Source: docs/spec/dispatch.md#proxy.</remarks>
/// <param name="Delegate">The proxy.</param>
/// <param name="CallHash">BLAKE2b-256 of the encoded call.</param>
public sealed record RejectAnnouncement(MultiAddress Delegate, Hash256 CallHash) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.ProxyPallet, 8);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Delegate);
        to.Write(CallHash);
    }

    internal static RejectAnnouncement Decode(ref ScaleReader from) =>
        new(from.ReadAddress(), from.ReadHash());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (Delegate.Account is not { } account) return DispatchError.CannotLookup;
        return chain.Proxies.Forget(
            chain.Balances, account, announced =>
                announced.Real == signer && announced.CallHash == CallHash);
    }
}
