using System.Collections.Immutable;
using Dtao.Lab.Agents;
using Dtao.Lab.Plans;
using Dtao.Lab.Quantities;

namespace Dtao.Lab.Tests.Agents;

/// <summary>An agent that does what a test wants, and the plan of a small world with it.</summary>
internal sealed class FaultyAgent(Recruit self, Func<Recruit, Turn, ulong> act) : IAgent
{
    /// <summary>A plan with a group of three such agents, or of one for each validator.</summary>
    public static Plan PlanWith(
        Func<Recruit, Turn, ulong> act, Recruitment recruitment = Recruitment.ByCount)
    {
        AgentKind kind = new(
            "faulty", "Does what a test wants.", recruitment, [],
            self => new FaultyAgent(self, act));
        GroupPlan group = new(
            "group", kind, Count: 3, new("5"),
            new Settings([], ImmutableDictionary<string, string>.Empty),
            ImmutableDictionary<string, string>.Empty);
        Plan basis = ScenarioFile.Read(
            "small.yaml", SmallWorld.TextOf("kind: noise-trader\ncount: 1 agents"));
        return basis with { Groups = [group] };
    }

    /// <inheritdoc/>
    public ulong Act(Turn turn) => act(self, turn);
}
