using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Multisigs;

/// <summary>An event of the pallet <c>Multisig</c>.</summary>
/// <remarks>Source: docs/spec/dispatch.md#multisig.</remarks>
/// <param name="Index">Number of the event within the pallet on the wire.</param>
public abstract record MultisigEvent(byte Index) : IChainEvent
{
    /// <inheritdoc/>
    public byte Pallet => DispatchError.MultisigPallet;

    /// <inheritdoc/>
    public abstract void EncodeFields(ScaleWriter to);
}

/// <summary>A signatory began an operation.</summary>
public sealed record NewMultisig(AccountId Approving, AccountId Multisig, Hash256 CallHash)
    : MultisigEvent(0)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Approving);
        to.Write(Multisig);
        to.Write(CallHash);
    }
}

/// <summary>A step of an operation that was begun before.</summary>
public abstract record MultisigStep(
    byte Index, AccountId Who, Timepoint Begun, AccountId Multisig, Hash256 CallHash)
    : MultisigEvent(Index)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Who);
        Begun.Encode(to);
        to.Write(Multisig);
        to.Write(CallHash);
    }
}

/// <summary>A signatory approved, and more must.</summary>
public sealed record MultisigApproval(
    AccountId Who, Timepoint Begun, AccountId Multisig, Hash256 CallHash)
    : MultisigStep(1, Who, Begun, Multisig, CallHash);

/// <summary>The last needed signatory approved and the call ran.</summary>
public sealed record MultisigExecuted(
    AccountId Who, Timepoint Begun, AccountId Multisig, Hash256 CallHash, DispatchResult Result)
    : MultisigStep(2, Who, Begun, Multisig, CallHash)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        base.EncodeFields(to);
        Result.EncodeOutcome(to);
    }
}

/// <summary>Who began an operation gave it up.</summary>
public sealed record MultisigCancelled(
    AccountId Who, Timepoint Begun, AccountId Multisig, Hash256 CallHash)
    : MultisigStep(3, Who, Begun, Multisig, CallHash);
