using Dtao.Codec;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Scheduling;

namespace Dtao.Fuzz.Model;

/// <summary>What the tasks that wait for a block do to the book after its step.</summary>
/// <remarks>
/// Made before the block. Which of them succeeded the events say.
/// Source: docs/spec/scheduling.md.
/// </remarks>
internal sealed class TaskForecasts
{
    private readonly Dictionary<uint, Forecast> _tasks = [];

    public TaskForecasts(Chain chain, Book book)
    {
        IReadOnlyList<ScheduledTask?> agenda =
            chain.Schedule.AgendaOf((uint)chain.Block.Value + 1);
        for (int index = 0; index < agenda.Count; index++)
        {
            if (agenda[index] is not { } task) continue;
            if (Decode(task.Call) is not { } call) continue;
            _tasks.Add((uint)index, Forecaster.Of(chain, book, task.Origin, call));
        }
    }

    /// <summary>The call; null when it cannot be read, and then it does not run.</summary>
    private static ICall? Decode(byte[] bytes)
    {
        try
        {
            ScaleReader reader = new(bytes);
            return CallTable.Decode(ref reader);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Moves the book by the tasks that ran; false when one is not known.</summary>
    public bool Apply(IReadOnlyList<EventRecord> events)
    {
        foreach (EventRecord record in events)
        {
            if (record.Event is not TaskDispatched { Result.IsOk: true } ran) continue;
            if (_tasks[ran.Task].Apply is not { } apply) return false;
            apply();
        }

        return true;
    }
}
