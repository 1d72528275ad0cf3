using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Multisigs;

/// <summary>Gives up a call of several signatories; only who began it may.</summary>
/// <remarks>Wire: Multisig.cancel_as_multi. Source: docs/spec/dispatch.md#multisig.</remarks>
/// <param name="Threshold">How many must approve.</param>
/// <param name="Others">The other signatories, in rising order.</param>
/// <param name="Begun">When it was begun.</param>
/// <param name="CallHash">BLAKE2b-256 of the encoded call.</param>
public sealed record CancelMultisig(
    ushort Threshold, AccountId[] Others, Timepoint Begun, Hash256 CallHash) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.MultisigPallet, 3);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.WriteU16(Threshold);
        Signatories.Write(to, Others);
        Begun.Encode(to);
        to.Write(CallHash);
    }

    internal static CancelMultisig Decode(ref ScaleReader from) => new(
        from.ReadU16(), Signatories.Read(ref from), Timepoint.Decode(ref from),
        from.ReadHash());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        DispatchResult check = Signatories.Join(
            Threshold, Others, signer, out AccountId account);
        if (!check.IsOk) return check;
        if (chain.Multisigs.Find(account, CallHash) is not { } operation)
        {
            return MultisigError.NotFound;
        }

        if (operation.Begun != Begun) return MultisigError.WrongTimepoint;
        if (operation.Depositor != signer) return MultisigError.NotOwner;

        chain.Multisigs.End(chain.Balances, account, CallHash, operation);
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new MultisigCancelled(signer, Begun, account, CallHash));
        }

        return DispatchResult.Ok;
    }
}
