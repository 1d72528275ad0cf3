using Dtao.Lab.Datasets;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Emission.Rules;

namespace Dtao.Lab.Events;

/// <summary>Emission goes by another rule.</summary>
/// <param name="Block">First block under the rule.</param>
/// <param name="Rule">The rule; null for that of the version that runs.</param>
public sealed record RuleChange(BlockNumber Block, EmissionRule? Rule)
    : DatedEvent(Block, ValueStatus.Synthesized, "chosen for this run")
{
    /// <inheritdoc/>
    public override string Kind => "rule";

    /// <inheritdoc/>
    public override string Text => Rule is null
        ? "emission by the rule of the version that runs"
        : $"emission by rule {Rule.Name}";

    /// <inheritdoc/>
    public override void ApplyTo(Chain chain) => chain.UseEmissionRule(Rule);
}
