using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Balances;

/// <summary>Moves TAO of the signer, whose account may vanish.</summary>
/// <remarks>
/// Wire: Balances.transfer_allow_death. Source: docs/spec/balances.md#transfers.
/// </remarks>
/// <param name="Destination">Who receives.</param>
/// <param name="Amount">How much.</param>
public sealed record TransferAllowDeath(MultiAddress Destination, Tao Amount) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(BalancesErrors.Pallet, 0);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        Destination.Encode(to);
        to.WriteCompact(Amount.Rao);
    }

    internal static TransferAllowDeath Decode(ref ScaleReader from) =>
        new(MultiAddress.Decode(ref from), Tao.FromRao(from.ReadCompact()));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer) =>
        Destination.Account is { } destination
            ? chain.Balances.Transfer(signer, destination, Amount, keepAlive: false)
            : BalancesErrors.CannotLookup;
}
