using Dtao.Codec;

namespace Dtao.Runtime.Events;

/// <summary>An event and when it happened.</summary>
/// <param name="Phase">When.</param>
/// <param name="Event">What.</param>
public readonly record struct EventRecord(EventPhase Phase, IChainEvent Event)
{
    /// <summary>Appends the record as the item <c>System.Events</c> holds it.</summary>
    public void Encode(ScaleWriter to)
    {
        if (Phase.Extrinsic is { } extrinsic)
        {
            to.WriteU8(0);
            to.WriteU32(extrinsic);
        }
        else
        {
            to.WriteU8(2);
        }

        to.WriteU8(Event.Pallet);
        to.WriteU8(Event.Index);
        Event.EncodeFields(to);

        // Topics; always none.
        to.WriteCompact(0);
    }
}
