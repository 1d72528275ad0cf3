using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Proxies;

/// <summary>Makes a call that a proxy announced long enough ago. Anybody may sign.</summary>
/// <remarks>Wire: Proxy.proxy_announced. Source: docs/spec/dispatch.md#proxy.</remarks>
/// <param name="Delegate">The proxy.</param>
/// <param name="Real">Account for which the signer acts.</param>
/// <param name="Type">Which of his rights to use; null for the first.</param>
/// <param name="Call">The call.</param>
public sealed record CallAnnounced(
    MultiAddress Delegate, MultiAddress Real, ProxyType? Type, ICall Call) : ISignedCall
{
    private static readonly Weight Own = new(505_630_033, 5_698);

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.ProxyPallet, 9);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Delegate);
        to.Write(Real);
        ProxiedCall.WriteOptionalType(to, Type);
        to.Write(Call);
    }

    internal static CallAnnounced Decode(ref ScaleReader from) => new(
        from.ReadAddress(), from.ReadAddress(), ProxiedCall.ReadOptionalType(ref from),
        from.ReadCall());

    internal static Weight WeightOf(ICall inner) =>
        Own.SaturatingAdd(CallTable.WeightOf(inner));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (Delegate.Account is not { } account) return DispatchError.CannotLookup;
        if (Real.Account is not { } real) return DispatchError.CannotLookup;
        if (chain.Proxies.Find(real, account, Type) is not { } proxy) return ProxyError.NotProxy;

        Hash256 hash = Hash256.FromBytes(Blake2b.Hash256(CallTable.Encode(Call)));
        ulong now = chain.Block.Value;
        DispatchResult announced = chain.Proxies.Forget(
            chain.Balances, account, made => made.Real == real && made.CallHash == hash
                && now - Math.Min(now, made.Height) >= proxy.Delay);
        return announced.IsOk
            ? ProxiedCall.Run(chain, proxy, real, Call)
            : ProxyError.Unannounced;
    }
}
