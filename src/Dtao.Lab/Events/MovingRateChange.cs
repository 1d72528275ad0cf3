using Dtao.Lab.Datasets;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Events;

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
