using System.Collections.Immutable;
using Dtao.Lab.Agents;
using Dtao.Lab.Events;
using Dtao.Lab.Plans;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Runtime;

namespace Dtao.Lab.Tests.Agents;

/// <summary>The launch network with one group of agents, run for some hours.</summary>
internal static class SmallWorld
{
    /// <summary>Runs a group of agents called <c>group</c>.</summary>
    /// <param name="kind">Kind and settings, one on a line.</param>
    /// <param name="hours">How long.</param>
    /// <param name="network">More entries of the network, one on a line.</param>
    public static World Run(string kind, double hours, string network = "") =>
        Run(PlanOf(kind, network), hours);

    /// <summary>Runs a plan.</summary>
    public static World Run(Plan plan, double hours)
    {
        Scenario scenario = PlanScenario.Of(plan);
        World world = scenario.WorldOf(1);
        world.Crew!.Book.Open();
        ImmutableArray<DatedEvent> events = scenario.Timeline(null);
        int happened = 0;
        for (ulong block = 0; block < (ulong)(hours * 300); block++)
        {
            happened += Simulator.ApplyDue(world.Chain, events, happened);
            BlockExecutor.RunBlock(world.Chain);
            Simulator.Act(world);
        }

        return world;
    }

    /// <summary>The account of the group.</summary>
    public static GroupAccount AccountOf(World world) =>
        world.Crew!.Book.Accounts.Single(static account => account.Group == "group");

    /// <summary>The text of a scenario with one group.</summary>
    public static string TextOf(string kind, string network = "") => $"""
        scenario: small
        title: A small world
        question: Does it work?
        limits: Nothing else happens.
        horizon: 1 days
        network:
          start: launch
        {Indented(network, "  ")}
        agents:
          group:
        {Indented(kind, "    ")}
        """;

    private static Plan PlanOf(string kind, string network) =>
        ScenarioFile.Read("small.yaml", TextOf(kind, network));

    private static string Indented(string lines, string indent) => string.Join(
        '\n', lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => indent + line.Trim()));
}
