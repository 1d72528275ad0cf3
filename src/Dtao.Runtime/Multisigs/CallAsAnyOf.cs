using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Multisigs;

/// <summary>Makes a call for an account for which each of several may sign alone.</summary>
/// <remarks>Wire: Multisig.as_multi_threshold_1. Source: docs/spec/dispatch.md#multisig.</remarks>
/// <param name="Others">The other signatories, in rising order.</param>
/// <param name="Call">The call.</param>
public sealed record CallAsAnyOf(AccountId[] Others, ICall Call) : ISignedCall
{
    private const ushort Threshold = 1;

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.MultisigPallet, 0);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        Signatories.Write(to, Others);
        to.Write(Call);
    }

    internal static CallAsAnyOf Decode(ref ScaleReader from) =>
        new(Signatories.Read(ref from), from.ReadCall());

    internal Weight DeclaredWeight => MultisigWeights
        .DeclaredOfAnyOf(CallTable.Encode(Call).Length)
        .SaturatingAdd(CallTable.WeightOf(Call));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        DispatchResult check = Signatories.JoinAny(
            Threshold, Others, signer, out AccountId account);
        if (!check.IsOk) return check;

        DispatchResult result = chain.DispatchAs(Origin.Signed(account), Call);
        if (result.ActualWeight is not { } actual)
        {
            // A failure is passed on as it is, with what it says of its fee.
            return result.IsOk ? DispatchResult.Ok : result;
        }

        DispatchResult outcome = result.Failure is { } failure ? failure : DispatchResult.Ok;
        Weight own = MultisigWeights.OfAnyOf(CallTable.Encode(Call).Length);
        return outcome.Costing(pays: null, own.SaturatingAdd(actual));
    }
}
