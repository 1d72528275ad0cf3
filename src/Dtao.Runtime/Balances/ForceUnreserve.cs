using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Balances;

/// <summary>Frees at most so much of what an account has reserved; root alone may.</summary>
/// <remarks>Wire: Balances.force_unreserve. Source: docs/spec/balances.md#root.</remarks>
/// <param name="Who">The account.</param>
/// <param name="Amount">How much at most.</param>
public sealed record ForceUnreserve(MultiAddress Who, Tao Amount) : IRootCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(BalancesErrors.Pallet, 5);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        Who.Encode(to);
        to.Write(Amount);
    }

    internal static ForceUnreserve Decode(ref ScaleReader from) =>
        new(MultiAddress.Decode(ref from), from.ReadTao());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain)
    {
        if (Who.Account is not { } account) return BalancesErrors.CannotLookup;
        chain.Balances.Unreserve(account, Amount);
        return DispatchResult.Ok;
    }
}
