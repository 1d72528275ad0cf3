using Dtao.Lab.Datasets;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Spec;

namespace Dtao.Lab.Events;

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
