using Dtao.Numerics;

namespace Dtao.Lab.Agents;

/// <summary>An agent in a run.</summary>
/// <param name="Group">Name of its group in the scenario.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Purse">Its keys.</param>
/// <param name="Capital">TAO that it began with, beside what its keys already held.</param>
public sealed record CrewMember(
    string Group, AgentKind Kind, IAgent Agent, Purse Purse, Tao Capital)
{
    /// <summary>What it offers with every call to be early.</summary>
    public Tao Tip { get; init; }

    /// <summary>All keys it acts for.</summary>
    public IReadOnlyList<Purse> Purses => Agent is IManyPurses many ? many.Purses : [Purse];
}
