using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Balances;

/// <summary>Destroys TAO of the signer.</summary>
/// <remarks>
/// Wire: Balances.burn. Upstream: the issuance that the economy counts does not follow.
/// Source: docs/spec/balances.md#burn.
/// </remarks>
/// <param name="Amount">How much.</param>
/// <param name="KeepAlive">The signer keeps the existential deposit.</param>
public sealed record Burn(Tao Amount, bool KeepAlive) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(BalancesErrors.Pallet, 10);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.WriteCompact(Amount.Rao);
        to.WriteBool(KeepAlive);
    }

    internal static Burn Decode(ref ScaleReader from) =>
        new(Tao.FromRao(from.ReadCompact()), from.ReadBool());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer) =>
        chain.Balances.Burn(signer, Amount, KeepAlive);
}
