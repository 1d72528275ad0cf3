using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Scheduling;

/// <summary>Calls that wait for their block.</summary>
/// <remarks>
/// A due task always fits its block here: at most 50 wait for one block, and those of the economy
/// are small. Source: docs/spec/scheduling.md.
/// </remarks>
public sealed partial class ScheduleLedger
{
    /// <summary>Tasks that fit one block.</summary>
    public const int Capacity = 50;

    /// <summary>Priority of what the economy schedules.</summary>
    internal const byte OrdinaryPriority = 63;

    private readonly EventLog _events;

    /// <summary>Tasks of a block by index; null where one was cancelled.</summary>
    public IReadOnlyList<ScheduledTask?> AgendaOf(uint block) => _agenda[block];

    /// <summary>The block so many blocks after another.</summary>
    internal static uint After(BlockNumber now, uint blocks)
    {
        ulong sum = now.Value + blocks;
        return sum > uint.MaxValue ? uint.MaxValue : (uint)sum;
    }

    /// <summary>Puts a task on a future block's agenda; false when it does not fit.</summary>
    /// <param name="now">Present block.</param>
    /// <param name="when">Block of the task; later than the present one.</param>
    /// <param name="task">The task.</param>
    /// <param name="index">Place of the task on the agenda.</param>
    internal bool TryPlace(BlockNumber now, uint when, ScheduledTask task, out uint index)
    {
        index = 0;
        if (when <= now.Value) return false;
        ScheduledTask?[] agenda = _agenda[when];
        int place = agenda.Length < Capacity ? agenda.Length : Array.IndexOf(agenda, null);
        if (place < 0) return false;

        ScheduledTask?[] after = new ScheduledTask?[Math.Max(agenda.Length, place + 1)];
        agenda.CopyTo(after, 0);
        after[place] = task;
        _agenda[when] = after;
        index = (uint)place;
        if (_events.IsKept) _events.Deposit(new TaskScheduled(when, index));
        return true;
    }

    /// <summary>Runs the tasks of the present block by priority, then by index.</summary>
    internal void Service(Chain chain)
    {
        uint now = (uint)chain.Block.Value;
        if (_agenda.Contains(now)) Service(chain, now);
    }

    // Apart, because what the sort captures would be allocated in every block.
    private void Service(Chain chain, uint now)
    {
        ScheduledTask?[] agenda = (ScheduledTask?[])_agenda[now].Clone();
        int[] order = new int[agenda.Length];
        for (int index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        // By priority and index together, for the sort is not stable.
        Array.Sort(order, (left, right) =>
            (agenda[left]?.Priority ?? 0, left).CompareTo((agenda[right]?.Priority ?? 0, right)));
        bool isDone = true;
        foreach (int index in order)
        {
            if (agenda[index] is not { } task) continue;
            if (TryRun(chain, task, now, (uint)index)) agenda[index] = null;
            else isDone = false;
        }

        // What could not be read stays where it is, for ever.
        if (isDone) _agenda.Remove(now);
        else _agenda[now] = agenda;
    }

    /// <summary>Runs a task and plans its next run; false when its call cannot be read.</summary>
    private bool TryRun(Chain chain, ScheduledTask task, uint now, uint index)
    {
        ICall call;
        try
        {
            ScaleReader reader = new(task.Call);
            call = CallTable.Decode(ref reader);
        }
        catch (FormatException)
        {
            if (_events.IsKept) _events.Deposit(new CallUnavailable(now, index, task.Id));
            return false;
        }

        DispatchResult result = chain.DispatchAs(task.Origin, call);
        if (_events.IsKept) _events.Deposit(new TaskDispatched(now, index, task.Id, result));
        if (task.Period is not { } period) return true;
        ScheduledTask next = task with
        {
            Period = task.Repeats > 1 ? period : null,
            Repeats = task.Repeats > 1 ? task.Repeats - 1 : 0,
        };
        if (!TryPlace(chain.Block, After(chain.Block, period), next, out _) && _events.IsKept)
        {
            _events.Deposit(new PeriodicFailed(now, index, task.Id));
        }

        return true;
    }
}
