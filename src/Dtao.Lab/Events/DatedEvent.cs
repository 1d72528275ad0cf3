using Dtao.Lab.Datasets;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Spec;

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

/// <summary>The network changed to another runtime version.</summary>
/// <param name="Block">First block of the version.</param>
/// <param name="Spec">The version.</param>
/// <param name="Change">What it changed in the economy.</param>
/// <param name="Status">How well the block is known.</param>
/// <param name="Note">Where the block comes from.</param>
public sealed record VersionUpgrade(
    BlockNumber Block, RuntimeSpec Spec, string Change, ValueStatus Status, string Note)
    : DatedEvent(Block, Status, Note)
{
    /// <inheritdoc/>
    public override string Kind => "version";

    /// <inheritdoc/>
    public override string Text => $"version {Spec.Version} ({Spec.Tag}): {Change}";

    /// <inheritdoc/>
    public override void ApplyTo(Chain chain) => chain.UpgradeTo(Spec);
}

/// <summary>The network's root account set another rate of the moving prices.</summary>
/// <param name="Block">First block under the rate.</param>
/// <param name="Rate">The rate.</param>
/// <param name="RateText">The rate per block, as written.</param>
/// <param name="Status">How well the block is known.</param>
/// <param name="Note">Where it comes from.</param>
public sealed record MovingRateChange(
    BlockNumber Block, I96F32 Rate, string RateText, ValueStatus Status, string Note)
    : DatedEvent(Block, Status, Note)
{
    /// <inheritdoc/>
    public override string Kind => "moving-rate";

    /// <inheritdoc/>
    public override string Text => $"rate of the moving prices: {RateText} per block";

    /// <inheritdoc/>
    public override void ApplyTo(Chain chain) => chain.SetMovingAlpha(Rate);
}
