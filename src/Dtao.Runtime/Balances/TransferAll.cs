using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Balances;

/// <summary>Moves everything that the signer may spend.</summary>
/// <remarks>Wire: Balances.transfer_all. Source: docs/spec/balances.md#transfers.</remarks>
/// <param name="Destination">Who receives.</param>
/// <param name="KeepAlive">The signer keeps the existential deposit.</param>
public sealed record TransferAll(MultiAddress Destination, bool KeepAlive) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(BalancesErrors.Pallet, 4);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        Destination.Encode(to);
        to.WriteBool(KeepAlive);
    }

    internal static TransferAll Decode(ref ScaleReader from) =>
        new(MultiAddress.Decode(ref from), from.ReadBool());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (Destination.Account is not { } destination) return BalancesErrors.CannotLookup;
        Tao all = chain.Balances.Spendable(signer, KeepAlive);
        return chain.Balances.Transfer(signer, destination, all, KeepAlive);
    }
}
