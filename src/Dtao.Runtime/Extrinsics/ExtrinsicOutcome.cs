using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Extrinsics;

/// <summary>What became of an extrinsic, and what it cost.</summary>
/// <param name="Refusal">Why it may not enter; null when it is in the block.</param>
/// <param name="Result">What its call returned.</param>
/// <param name="Terms">Terms on which it ran, the weight of the extrinsic itself included.</param>
/// <param name="Fee">What was paid in all, the tip included.</param>
/// <remarks>Source: docs/spec/dispatch.md#outcomes.</remarks>
public readonly record struct ExtrinsicOutcome(
    TransactionRefusal? Refusal, DispatchResult Result, DispatchTerms Terms, Tao Fee)
{
    /// <summary>What became of it.</summary>
    public OutcomeKind Kind
    {
        get
        {
            if (Refusal is not null) return OutcomeKind.Invalid;
            return Result.IsOk ? OutcomeKind.Applied : OutcomeKind.Failed;
        }
    }

    /// <summary>An extrinsic that may not enter.</summary>
    public static implicit operator ExtrinsicOutcome(TransactionRefusal refusal) =>
        new(refusal, DispatchResult.Ok, default, Tao.Zero);

    /// <summary>Appends the outcome as the chain answers it.</summary>
    /// <exception cref="InvalidOperationException">The bytes were no extrinsic.</exception>
    public void Encode(ScaleWriter to)
    {
        to.WriteBool(Refusal is not null);
        if (Refusal is { } refusal) refusal.Encode(to);
        else Result.EncodeOutcome(to);
    }
}
