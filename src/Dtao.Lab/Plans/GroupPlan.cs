using System.Collections.Immutable;
using Dtao.Lab.Agents;
using Dtao.Lab.Quantities;

namespace Dtao.Lab.Plans;

/// <summary>A group of agents of one kind.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Kind">Kind of its agents.</param>
/// <param name="Count">How many, where the kind leaves it open.</param>
/// <param name="Subnets">Subnets they care for.</param>
/// <param name="Settings">Their values.</param>
/// <param name="Words">Names that they are given, for example of a scoring program.</param>
public sealed record GroupPlan(
    string Name,
    AgentKind Kind,
    int Count,
    SubnetSet Subnets,
    Settings Settings,
    ImmutableDictionary<string, string> Words)
{
    /// <summary>What its agents offer with every call to be early, where the order is by fee;
    /// null for nothing.</summary>
    public Spread? Tip { get; init; }
}
