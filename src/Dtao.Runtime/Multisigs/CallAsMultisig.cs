using Dtao.Codec;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Multisigs;

/// <summary>Approves a call of several signatories, and makes it when that is enough.</summary>
/// <remarks>Wire: Multisig.as_multi. Source: docs/spec/dispatch.md#multisig.</remarks>
/// <param name="Threshold">How many must approve.</param>
/// <param name="Others">The other signatories, in rising order.</param>
/// <param name="Begun">When it was begun; null to begin it.</param>
/// <param name="Call">The call.</param>
/// <param name="MostWeight">What the call may weigh.</param>
public sealed record CallAsMultisig(
    ushort Threshold, AccountId[] Others, Timepoint? Begun, ICall Call, Weight MostWeight)
    : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.MultisigPallet, 1);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.WriteU16(Threshold);
        Signatories.Write(to, Others);
        Timepoint.EncodeOptional(to, Begun);
        to.Write(Call);
        MostWeight.Encode(to);
    }

    internal static CallAsMultisig Decode(ref ScaleReader from) => new(
        from.ReadU16(), Signatories.Read(ref from), Timepoint.DecodeOptional(ref from),
        from.ReadCall(), Weight.Decode(ref from));

    internal Weight DeclaredWeight => MultisigWeights
        .OfExecuting(Others.Length, CallTable.Encode(Call).Length)
        .SaturatingAdd(MostWeight);

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        byte[] encoded = CallTable.Encode(Call);
        Approval approval = new(
            Threshold, Others, Begun, Hash256.FromBytes(Blake2b.Hash256(encoded)), MostWeight)
        {
            Call = Call,
            Length = encoded.Length,
        };
        return approval.Give(chain, signer);
    }
}
