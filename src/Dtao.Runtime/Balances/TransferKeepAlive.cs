using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Balances;

/// <summary>Moves TAO of the signer, who keeps the existential deposit.</summary>
/// <remarks>
/// Wire: Balances.transfer_keep_alive. Source: docs/spec/balances.md#transfers.
/// </remarks>
/// <param name="Destination">Who receives.</param>
/// <param name="Amount">How much.</param>
public sealed record TransferKeepAlive(MultiAddress Destination, Tao Amount) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(BalancesErrors.Pallet, 3);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        Destination.Encode(to);
        to.WriteCompact(Amount.Rao);
    }

    internal static TransferKeepAlive Decode(ref ScaleReader from) =>
        new(MultiAddress.Decode(ref from), Tao.FromRao(from.ReadCompact()));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer) =>
        Destination.Account is { } destination
            ? chain.Balances.Transfer(signer, destination, Amount, keepAlive: true)
            : BalancesErrors.CannotLookup;
}
