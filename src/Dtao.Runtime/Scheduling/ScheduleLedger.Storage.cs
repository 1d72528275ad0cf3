using Dtao.Crypto;
using Dtao.Runtime.Events;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Scheduling;

public sealed partial class ScheduleLedger
{
    private readonly MapItem<uint, ScheduledTask?[]> _agenda;

    internal ScheduleLedger(StateLayer state, EventLog events)
    {
        _events = events;
        _agenda = state.Open(Storage.Agenda);
    }

    /// <summary>
    /// What the scheduler keeps in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>Tasks of each block by index. Unit: none.</summary>
        public static readonly MapDescriptor<uint, ScheduledTask?[]> Agenda = new(
            "Scheduler",
            "Agenda",
            [new("u32", KeyHasher.Twox64Concat)],
            Shapes.U32,
            ScheduledTask.Agenda,
            [],
            "none");
    }
}
