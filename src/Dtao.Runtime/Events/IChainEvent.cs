using Dtao.Codec;

namespace Dtao.Runtime.Events;

/// <summary>Something that happened and that the chain tells.</summary>
/// <remarks>Source: docs/spec/events.md.</remarks>
public interface IChainEvent
{
    /// <summary>Number of the pallet on the wire.</summary>
    byte Pallet { get; }

    /// <summary>Number of the event within the pallet on the wire.</summary>
    byte Index { get; }

    /// <summary>Appends the fields in wire order, without the two numbers.</summary>
    void EncodeFields(ScaleWriter to);
}
