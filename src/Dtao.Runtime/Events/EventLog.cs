using Dtao.Codec;

namespace Dtao.Runtime.Events;

/// <summary>
/// The events of the present block. Whether anybody keeps them changes nothing else.
/// </summary>
/// <remarks>
/// Off by default: then nothing is collected and nothing is allocated. Callers ask
/// <see cref="IsKept"/> before they make an event. Source: docs/spec/events.md.
/// </remarks>
public sealed class EventLog
{
    private readonly List<EventRecord> _records = [];

    /// <summary>Somebody wants the events.</summary>
    public bool IsKept { get; set; }

    /// <summary>Extrinsic that runs now; null before the first one of the block.</summary>
    public uint? Extrinsic { get; set; }

    /// <summary>The events of the block so far.</summary>
    public IReadOnlyList<EventRecord> Records => _records;

    /// <summary>The events of the block so far, encoded as <c>System.Events</c>.</summary>
    public byte[] Encode()
    {
        ScaleWriter to = new();
        to.WriteCompact((ulong)_records.Count);
        foreach (EventRecord record in _records)
        {
            record.Encode(to);
        }

        return to.ToArray();
    }

    /// <summary>Adds an event, when they are kept.</summary>
    internal void Deposit(IChainEvent happened)
    {
        if (IsKept) _records.Add(new(new(Extrinsic), happened));
    }

    /// <summary>Begins a block without events.</summary>
    internal void BeginBlock()
    {
        _records.Clear();
        Extrinsic = null;
    }

    /// <summary>Forgets the events since a call began.</summary>
    internal void Undo(int count) => _records.RemoveRange(count, _records.Count - count);
}
