using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Multisigs;

/// <summary>Approves a call of several signatories by its hash; it does not run.</summary>
/// <remarks>Wire: Multisig.approve_as_multi. Source: docs/spec/dispatch.md#multisig.</remarks>
/// <param name="Threshold">How many must approve.</param>
/// <param name="Others">The other signatories, in rising order.</param>
/// <param name="Begun">When it was begun; null to begin it.</param>
/// <param name="CallHash">BLAKE2b-256 of the encoded call.</param>
/// <param name="MostWeight">What the call may weigh; only the fee knows it.</param>
public sealed record ApproveMultisig(
    ushort Threshold, AccountId[] Others, Timepoint? Begun, Hash256 CallHash, Weight MostWeight)
    : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.MultisigPallet, 2);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.WriteU16(Threshold);
        Signatories.Write(to, Others);
        Timepoint.EncodeOptional(to, Begun);
        to.Write(CallHash);
        MostWeight.Encode(to);
    }

    internal static ApproveMultisig Decode(ref ScaleReader from) => new(
        from.ReadU16(), Signatories.Read(ref from), Timepoint.DecodeOptional(ref from),
        from.ReadHash(), Weight.Decode(ref from));

    internal Weight DeclaredWeight =>
        MultisigWeights.DeclaredOfApproving(Others.Length).SaturatingAdd(MostWeight);

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer) =>
        new Approval(Threshold, Others, Begun, CallHash, MostWeight).Give(chain, signer);
}
