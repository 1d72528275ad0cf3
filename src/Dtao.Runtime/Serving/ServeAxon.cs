using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Serving;

/// <summary>Announces where the signer, a hotkey, answers.</summary>
/// <remarks>
/// Wire: SubtensorModule.serve_axon. Upstream: the subnet is not checked at all; the hotkey must
/// sit on some subnet. Source: docs/spec/serving.md#serve-axon.
/// </remarks>
/// <param name="NetUid">Subnet under which to announce.</param>
/// <param name="Axon">The endpoint; its block is set by the chain.</param>
public sealed record ServeAxon(NetUid NetUid, Axon Axon) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 4);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteU32(Axon.Version);
        to.WriteU128(Axon.Ip);
        to.WriteU16(Axon.Port);
        to.WriteU8(Axon.IpType);
        to.WriteU8(Axon.Protocol);
        to.WriteU8(Axon.Placeholder1);
        to.WriteU8(Axon.Placeholder2);
    }

    internal static ServeAxon Decode(ref ScaleReader from) => new(
        from.ReadNetUid(),
        new(
            Block: 0, from.ReadU32(), from.ReadU128(), from.ReadU16(), from.ReadU8(),
            from.ReadU8(), from.ReadU8(), from.ReadU8()));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer) =>
        Serve(chain, new(signer), certificate: null);

    /// <summary>Checks in the chain's order, then announces.</summary>
    internal DispatchResult Serve(Chain chain, Hotkey hotkey, Certificate? certificate)
    {
        DispatchResult check = Check(chain, hotkey);
        if (!check.IsOk) return check;

        if (certificate is not null) chain.Serving.Show(NetUid, hotkey, certificate);
        chain.Serving.Announce(NetUid, hotkey, Axon with { Block = chain.Block.Value });
        if (chain.Events.IsKept) chain.Events.Deposit(new AxonServed(NetUid, hotkey));
        return DispatchResult.Ok;
    }

    /// <summary>The checks alone, as the pool of extrinsics makes them too.</summary>
    internal DispatchResult Check(Chain chain, Hotkey hotkey)
    {
        if (!chain.Neurons.IsMemberOfAny(hotkey))
        {
            return SubtensorError.HotKeyNotRegisteredInNetwork;
        }

        if (!AddressRules.KindIsKnown(Axon.IpType)) return SubtensorError.InvalidIpType;
        if (!AddressRules.IsAccepted(Axon.IpType, Axon.Ip)) return SubtensorError.InvalidIpAddress;
        ulong last = chain.Serving.AxonOf(NetUid, hotkey)?.Block ?? 0;
        if (chain.Serving.IsTooSoon(NetUid, last, chain.Block))
        {
            return SubtensorError.ServingRateLimitExceeded;
        }

        return Axon.Port == 0 ? SubtensorError.InvalidPort : DispatchResult.Ok;
    }
}
