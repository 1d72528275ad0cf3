using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Balances;

/// <summary>Moves TAO of anybody, whose account may vanish; root alone may.</summary>
/// <remarks>Wire: Balances.force_transfer. Source: docs/spec/balances.md#root.</remarks>
/// <param name="Origin">Who pays.</param>
/// <param name="Destination">Who receives.</param>
/// <param name="Amount">How much.</param>
public sealed record ForceTransfer(MultiAddress Origin, MultiAddress Destination, Tao Amount)
    : IRootCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(BalancesErrors.Pallet, 2);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        Origin.Encode(to);
        Destination.Encode(to);
        to.WriteCompact(Amount.Rao);
    }

    internal static ForceTransfer Decode(ref ScaleReader from) => new(
        MultiAddress.Decode(ref from),
        MultiAddress.Decode(ref from),
        Tao.FromRao(from.ReadCompact()));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain) =>
        Origin.Account is { } origin && Destination.Account is { } destination
            ? chain.Balances.Transfer(origin, destination, Amount, keepAlive: false)
            : BalancesErrors.CannotLookup;
}
