using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Serving;

/// <summary>Announces where the signer, a hotkey, publishes measurements.</summary>
/// <remarks>
/// Wire: SubtensorModule.serve_prometheus. Since version 238 the order of checks
/// differs from that of the axon.
/// Source: docs/spec/serving.md#serve-prometheus.
/// </remarks>
/// <param name="NetUid">Subnet under which to announce.</param>
/// <param name="Endpoint">The endpoint; its block is set by the chain.</param>
public sealed record ServePrometheus(NetUid NetUid, PrometheusEndpoint Endpoint) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 5);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteU32(Endpoint.Version);
        to.WriteU128(Endpoint.Ip);
        to.WriteU16(Endpoint.Port);
        to.WriteU8(Endpoint.IpType);
    }

    internal static ServePrometheus Decode(ref ScaleReader from) => new(
        from.ReadNetUid(),
        new(
            Block: 0, from.ReadU32(), from.ReadU128(), from.ReadU16(), from.ReadU8()));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Hotkey hotkey = new(signer);
        bool isMember = chain.Neurons.IsMemberOfAny(hotkey);
        if (!isMember && chain.Spec.PrometheusNeedsNeuronFirst)
        {
            return SubtensorError.HotKeyNotRegisteredInNetwork;
        }

        if (!AddressRules.KindIsKnown(Endpoint.IpType)) return SubtensorError.InvalidIpType;
        if (!AddressRules.IsAccepted(Endpoint.IpType, Endpoint.Ip))
        {
            return SubtensorError.InvalidIpAddress;
        }

        if (!isMember) return SubtensorError.HotKeyNotRegisteredInNetwork;
        ulong last = chain.Serving.PrometheusOf(NetUid, hotkey)?.Block ?? 0;
        if (chain.Serving.IsTooSoon(NetUid, last, chain.Block))
        {
            return SubtensorError.ServingRateLimitExceeded;
        }

        if (Endpoint.Port == 0) return SubtensorError.InvalidPort;

        chain.Serving.Announce(
            NetUid, hotkey, Endpoint with { Block = chain.Block.Value });
        if (chain.Events.IsKept) chain.Events.Deposit(new PrometheusServed(NetUid, hotkey));
        return DispatchResult.Ok;
    }
}
