using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Proxies;

/// <summary>Takes an announcement of the signer back.</summary>
/// <remarks>Wire: Proxy.remove_announcement. Source: docs/spec/dispatch.md#proxy.</remarks>
/// <param name="Real">Account for which the signer acts.</param>
/// <param name="CallHash">BLAKE2b-256 of the encoded call.</param>
public sealed record RemoveAnnouncement(MultiAddress Real, Hash256 CallHash) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.ProxyPallet, 7);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Real);
        to.Write(CallHash);
    }

    internal static RemoveAnnouncement Decode(ref ScaleReader from) =>
        new(from.ReadAddress(), from.ReadHash());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (Real.Account is not { } real) return DispatchError.CannotLookup;
        return chain.Proxies.Forget(
            chain.Balances, signer, announced =>
                announced.Real == real && announced.CallHash == CallHash);
    }
}
