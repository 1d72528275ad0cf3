using System.Collections.Immutable;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>Agents of one kind, as a report describes them.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Count">How many there are; null where nobody counted.</param>
/// <param name="Behaviour">What they do, and what they see.</param>
public sealed record AgentDescription(Text Name, int? Count, Text Behaviour)
{
    /// <summary>Their settings.</summary>
    public ImmutableArray<NamedText> Settings { get; init; } = [];
}
