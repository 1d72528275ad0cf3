using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Proxies;

/// <summary>Gives an account without key up for ever; it signs itself.</summary>
/// <remarks>Wire: Proxy.kill_pure. Source: docs/spec/dispatch.md#proxy.</remarks>
/// <param name="Spawner">Who made it.</param>
/// <param name="Type">What he may do.</param>
/// <param name="Number">Number that it was made with.</param>
/// <param name="Height">Block in which it was made.</param>
/// <param name="Extrinsic">Number of the extrinsic that made it.</param>
public sealed record KillPure(
    MultiAddress Spawner, ProxyType Type, ushort Number, uint Height, uint Extrinsic) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.ProxyPallet, 5);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Spawner);
        to.WriteU8((byte)Type);
        to.WriteU16(Number);
        to.WriteCompact(Height);
        to.WriteCompact(Extrinsic);
    }

    internal static KillPure Decode(ref ScaleReader from) => new(
        from.ReadAddress(), ProxyLedger.ReadType(ref from), from.ReadU16(),
        from.ReadCompactU32(), from.ReadCompactU32());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (Spawner.Account is not { } spawner) return DispatchError.CannotLookup;
        AccountId pure = ProxyLedger.PureAccount(spawner, Type, Number, Height, Extrinsic);
        if (pure != signer) return ProxyError.NoPermission;

        chain.Balances.Unreserve(spawner, chain.Proxies.Clear(signer));
        return DispatchResult.Ok;
    }
}
