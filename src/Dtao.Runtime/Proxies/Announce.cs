using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Proxies;

/// <summary>Announces a call that the signer will make for an account.</summary>
/// <remarks>Wire: Proxy.announce. Source: docs/spec/dispatch.md#proxy.</remarks>
/// <param name="Real">Account for which the signer acts.</param>
/// <param name="CallHash">BLAKE2b-256 of the encoded call.</param>
public sealed record Announce(MultiAddress Real, Hash256 CallHash) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.ProxyPallet, 6);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Real);
        to.Write(CallHash);
    }

    internal static Announce Decode(ref ScaleReader from) =>
        new(from.ReadAddress(), from.ReadHash());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (Real.Account is not { } real) return DispatchError.CannotLookup;
        if (chain.Proxies.Find(real, signer, type: null) is null) return ProxyError.NotProxy;

        Announcement announcement = new(real, CallHash, (uint)chain.Block.Value);
        DispatchResult result = chain.Proxies.Announce(chain.Balances, signer, announcement);
        if (result.IsOk && chain.Events.IsKept)
        {
            chain.Events.Deposit(new Announced(real, signer, CallHash));
        }

        return result;
    }
}
