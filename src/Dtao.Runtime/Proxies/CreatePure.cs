using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Proxies;

/// <summary>Makes an account without key, for which the signer acts.</summary>
/// <remarks>Wire: Proxy.create_pure. Source: docs/spec/dispatch.md#proxy.</remarks>
/// <param name="Type">What he may do.</param>
/// <param name="Delay">How long he must announce before. Unit: blocks.</param>
/// <param name="Number">Tells several accounts of one extrinsic apart.</param>
public sealed record CreatePure(ProxyType Type, uint Delay, ushort Number) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.ProxyPallet, 4);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.WriteU8((byte)Type);
        to.WriteU32(Delay);
        to.WriteU16(Number);
    }

    internal static CreatePure Decode(ref ScaleReader from) => new(
        ProxyLedger.ReadType(ref from), from.ReadU32(), from.ReadU16());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        AccountId pure = ProxyLedger.PureAccount(
            signer, Type, Number, (uint)chain.Block.Value, chain.Events.Extrinsic ?? 0);
        DispatchResult result = chain.Proxies.Create(
            chain.Balances, pure, new(signer, Type, Delay));
        if (result.IsOk && chain.Events.IsKept)
        {
            chain.Events.Deposit(new PureCreated(pure, signer, Type, Number));
        }

        return result;
    }
}
