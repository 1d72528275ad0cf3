using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Balances;

/// <summary>Sets a free balance, and the sum of all with it; root alone may.</summary>
/// <remarks>
/// Wire: Balances.force_set_balance. Upstream: the issuance that the economy counts does not
/// follow. Source: docs/spec/balances.md#root.
/// </remarks>
/// <param name="Who">The account.</param>
/// <param name="Free">New free balance; less than the existential deposit is zero.</param>
public sealed record ForceSetBalance(MultiAddress Who, Tao Free) : IRootCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(BalancesErrors.Pallet, 8);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        Who.Encode(to);
        to.WriteCompact(Free.Rao);
    }

    internal static ForceSetBalance Decode(ref ScaleReader from) =>
        new(MultiAddress.Decode(ref from), Tao.FromRao(from.ReadCompact()));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain) => Who.Account is { } account
        ? chain.Balances.SetFree(account, Free)
        : BalancesErrors.CannotLookup;
}
