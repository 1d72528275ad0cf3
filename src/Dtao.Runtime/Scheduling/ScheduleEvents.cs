using Dtao.Codec;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Scheduling;

/// <summary>An event of the scheduler pallet.</summary>
/// <remarks>Source: docs/spec/scheduling.md#events.</remarks>
/// <param name="Index">Number of the event within the pallet on the wire.</param>
/// <param name="When">Block of the task.</param>
/// <param name="Task">Place of the task on the block's agenda.</param>
public abstract record ScheduleEvent(byte Index, uint When, uint Task) : IChainEvent
{
    /// <inheritdoc/>
    public byte Pallet => 15;

    /// <inheritdoc/>
    public virtual void EncodeFields(ScaleWriter to)
    {
        to.WriteU32(When);
        to.WriteU32(Task);
    }
}

/// <summary>An event about a task that may have a name.</summary>
public abstract record NamedTaskEvent(byte Index, uint When, uint Task, byte[]? Id)
    : ScheduleEvent(Index, When, Task)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        base.EncodeFields(to);
        to.WriteBool(Id is not null);
        if (Id is not null) to.WriteRaw(Id);
    }
}

/// <summary>A task was put on an agenda; on the wire <c>Scheduled</c>.</summary>
public sealed record TaskScheduled(uint When, uint Task) : ScheduleEvent(0, When, Task);

/// <summary>A task was taken off its agenda; on the wire <c>Canceled</c>.</summary>
public sealed record TaskCanceled(uint When, uint Task) : ScheduleEvent(1, When, Task);

/// <summary>A task ran; on the wire <c>Dispatched</c>.</summary>
public sealed record TaskDispatched(uint When, uint Task, byte[]? Id, DispatchResult Result)
    : NamedTaskEvent(2, When, Task, Id)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        base.EncodeFields(to);
        to.WriteBool(!Result.IsOk);
        Result.Failure?.Encode(to);
    }
}

/// <summary>The call of a task cannot be read.</summary>
public sealed record CallUnavailable(uint When, uint Task, byte[]? Id)
    : NamedTaskEvent(5, When, Task, Id);

/// <summary>A task could not be put on the agenda of its next run.</summary>
public sealed record PeriodicFailed(uint When, uint Task, byte[]? Id)
    : NamedTaskEvent(6, When, Task, Id);
