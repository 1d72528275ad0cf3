using System.Collections.Immutable;
using Dtao.Lab.Quantities;

namespace Dtao.Lab.Agents;

/// <summary>A kind of agent that scenarios can use.</summary>
/// <param name="Name">Name in a scenario.</param>
/// <param name="Help">What it does and why, in a sentence or two.</param>
/// <param name="Recruitment">How many there are.</param>
/// <param name="Parameters">What can be set.</param>
/// <param name="Create">Makes one agent.</param>
public sealed record AgentKind(
    string Name,
    string Help,
    Recruitment Recruitment,
    ImmutableArray<Parameter> Parameters,
    Func<Recruit, IAgent> Create)
{
    /// <summary>Name of the parameter that says what an agent begins with.</summary>
    public const string Capital = "capital";

    /// <summary>It runs a scoring program, which the scenario may choose.</summary>
    public bool RunsProgram { get; init; }
}
