using System.Collections.Immutable;

namespace Dtao.Lab.Reports.Model;

/// <summary>Who acts in a run.</summary>
/// <param name="Agents">The agents by kind.</param>
public sealed record AgentList(ImmutableArray<AgentDescription> Agents) : ReportBlock;
