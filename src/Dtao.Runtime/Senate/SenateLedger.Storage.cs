using Dtao.Numerics;
using Dtao.Runtime.Events;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Senate;

public sealed partial class SenateLedger
{
    private readonly ValueItem<Hotkey[]> _members;

    internal SenateLedger(StateLayer state, EventLog events)
    {
        _events = events;
        _members = state.Open(Storage.Members);
    }

    /// <summary>
    /// What the senate keeps in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>Members, sorted by account. Unit: none.</summary>
        public static readonly ValueDescriptor<Hotkey[]> Members = new(
            "SenateMembers", "Members", Shapes.List(Shapes.Hotkey), [], "none");
    }
}
