using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Spec;

namespace Dtao.Runtime.Proxies;

/// <summary>How a proxy's call is run.</summary>
/// <remarks>Source: docs/spec/dispatch.md#proxy.</remarks>
internal static class ProxiedCall
{
    /// <summary>Runs a call as the real account, within what the proxy may do.</summary>
    public static DispatchResult Run(
        Chain chain, ProxyDefinition proxy, AccountId real, ICall call)
    {
        Origin origin = Origin.Signed(real).Within(
            inner => IsAllowed(proxy.Type, inner, chain.Spec));
        DispatchResult result = chain.DispatchNested(origin, call);
        if (chain.Events.IsKept) chain.Events.Deposit(new ProxyExecuted(result));
        return DispatchResult.Ok;
    }

    public static ProxyType? ReadOptionalType(ref ScaleReader from) =>
        from.ReadBool() ? ProxyLedger.ReadType(ref from) : null;

    public static void WriteOptionalType(ScaleWriter to, ProxyType? type)
    {
        to.WriteBool(type is not null);
        if (type is { } some) to.WriteU8((byte)some);
    }

    /// <summary>Nobody gets more rights through a proxy than the proxy has.</summary>
    private static bool IsAllowed(ProxyType type, ICall call, RuntimeSpec spec) => call switch
    {
        AddProxy add when !ProxyRules.Includes(type, add.Type) => false,
        RemoveProxy remove when !ProxyRules.Includes(type, remove.Type) => false,
        RemoveProxies or KillPure when type != ProxyType.Any => false,
        _ => ProxyRules.Allows(type, call, spec),
    };
}
