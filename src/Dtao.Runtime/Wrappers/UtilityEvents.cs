using Dtao.Codec;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Wrappers;

/// <summary>An event of the pallet <c>Utility</c>.</summary>
/// <remarks>Source: docs/spec/dispatch.md#utility.</remarks>
/// <param name="Index">Number of the event within the pallet on the wire.</param>
public abstract record UtilityEvent(byte Index) : IChainEvent
{
    /// <inheritdoc/>
    public byte Pallet => DispatchError.UtilityPallet;

    /// <inheritdoc/>
    public virtual void EncodeFields(ScaleWriter to)
    {
    }
}

/// <summary>A batch stopped at a call that failed; what ran before stays.</summary>
public sealed record BatchInterrupted(uint Position, DispatchError Error) : UtilityEvent(0)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.WriteU32(Position);
        Error.Encode(to);
    }
}

/// <summary>Every call of a batch was applied.</summary>
public sealed record BatchCompleted() : UtilityEvent(1);

/// <summary>A batch came to its end; some of its calls failed.</summary>
public sealed record BatchCompletedWithErrors() : UtilityEvent(2);

/// <summary>A call of a batch was applied.</summary>
public sealed record ItemCompleted() : UtilityEvent(3);

/// <summary>A call of a batch failed.</summary>
public sealed record ItemFailed(DispatchError Error) : UtilityEvent(4)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => Error.Encode(to);
}

/// <summary>Root ran a call as another origin.</summary>
public sealed record DispatchedAs(DispatchResult Result) : UtilityEvent(5)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => Result.EncodeOutcome(to);
}
