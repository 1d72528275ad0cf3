using Dtao.Lab.Datasets;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Events;

/// <summary>Something that happened to the network as a whole, at a block.</summary>
/// <param name="Block">First block under the change; it is made just before that block.</param>
/// <param name="Status">How well the block is known.</param>
/// <param name="Note">Where the block comes from.</param>
public abstract record DatedEvent(BlockNumber Block, ValueStatus Status, string Note)
{
    /// <summary>One word for the kind of event.</summary>
    public abstract string Kind { get; }

    /// <summary>What changed, in a few words.</summary>
    public abstract string Text { get; }

    /// <summary>Makes the change; the chain stands at the block before.</summary>
    public abstract void ApplyTo(Chain chain);
}
