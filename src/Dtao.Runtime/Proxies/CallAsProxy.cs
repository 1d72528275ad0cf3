using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Proxies;

/// <summary>Makes a call for an account whose proxy the signer is. The call may fail.</summary>
/// <remarks>Wire: Proxy.proxy. Source: docs/spec/dispatch.md#proxy.</remarks>
/// <param name="Real">Account for which the signer acts.</param>
/// <param name="Type">Which of his rights to use; null for the first.</param>
/// <param name="Call">The call.</param>
public sealed record CallAsProxy(MultiAddress Real, ProxyType? Type, ICall Call) : ISignedCall
{
    private static readonly Weight Own = new(220_381_265, 4_706);

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.ProxyPallet, 0);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Real);
        ProxiedCall.WriteOptionalType(to, Type);
        to.Write(Call);
    }

    internal static CallAsProxy Decode(ref ScaleReader from) => new(
        from.ReadAddress(), ProxiedCall.ReadOptionalType(ref from), from.ReadCall());

    internal static Weight WeightOf(ICall inner) =>
        Own.SaturatingAdd(CallTable.WeightOf(inner));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (Real.Account is not { } real) return DispatchError.CannotLookup;
        if (chain.Proxies.Find(real, signer, Type) is not { } proxy) return ProxyError.NotProxy;
        if (proxy.Delay > 0) return ProxyError.Unannounced;
        return ProxiedCall.Run(chain, proxy, real, Call);
    }
}
