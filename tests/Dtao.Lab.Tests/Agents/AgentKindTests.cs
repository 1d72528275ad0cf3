using System.Text;
using Dtao.Lab.Agents;
using Dtao.Lab.Quantities;
using Dtao.Lab.Scenarios;
using Dtao.Testing;
using Xunit;

namespace Dtao.Lab.Tests.Agents;

/// <summary>What is said of the kinds of agents is true of all of them.</summary>
public class AgentKindTests
{
    [Fact]
    public void Names_are_unique_and_usual_values_lie_in_their_range()
    {
        Assert.Equal(
            AgentKinds.All.Length,
            AgentKinds.All.Select(static kind => kind.Name).Distinct().Count());
        Assert.All(
            AgentKinds.All.SelectMany(static kind => kind.Parameters),
            static parameter => parameter.Parse(parameter.Usual));
    }

    [Fact]
    public void Without_money_nobody_fails_and_no_call_is_refused_for_want_of_it()
    {
        foreach (AgentKind kind in AgentKinds.All)
        {
            string capital = kind.Parameters.Any(static one => one.Name == AgentKind.Capital)
                ? "capital: 0 TAO"
                : string.Empty;
            string count = kind.Recruitment == Recruitment.ByCount ? "count: 3 agents" : "";
            string starts = kind.Parameters.Any(static one => one.Name == "starts")
                ? "starts: 1 hours"
                : string.Empty;

            World world = SmallWorld.Run(
                $"kind: {kind.Name}\nsubnets: 28\n{capital}\n{count}\n{starts}", 4,
                "open: 28\nscored: 28");

            Assert.True(
                world.Crew!.Tally.Failed * 20 <= world.Crew.Tally.Applied,
                $"{kind.Name}: {world.Crew.Tally.Failed} failed, "
                    + $"{world.Crew.Tally.Applied} applied");
        }
    }

    [Fact]
    public void The_document_lists_every_kind_with_its_settings()
    {
        StringBuilder text = new("""
            # Kinds of agents

            An agent sees public state and acts by the chain's own calls: it pays the fees, takes
            the slippage and is refused like anyone. What it draws comes from its own branch of the
            seed. A value may be a spread (`1 .. 6 hours`), of which each agent draws one. How
            groups of agents stand in a file: [scenarios](scenarios.md); how to add a kind:
            [extend](extend.md).

            A group has `kind`, for some kinds `count`, `subnets` (`all`, `28`, `1, 4..9`,
            `all but 28`) and the settings below. `program` names a scoring program: quality, copy,
            holdings, holdings-early, counter, counter-readme. `tip`, in TAO, is what its agents
            offer with every call to be early, where the order is `fee-priority`.

            ## What agents see

            Everything that is public on the chain, and four things that are worked out from it
            every five minutes:

            * **Prices** of the last two days, to five minutes.
            * **Yields**, in alpha per alpha and day. For stakers, as a dashboard tells it: the
              validators' half of what is left after the owner's cut, times the part that root does
              not take by the chain's formula, less the largest take, over the alpha outside the
              pool. Cut, weight of root and take are read from the chain (18 %, 18 %, 18 %). Until
              version 244 the chain pays stakers more than that, because the alpha sold for root is
              paid out too; people are taken not to know. For holders where holding is paid: what
              slots got in the last epoch that have not sold since, over what their coldkeys hold.
            * **Talk** about each subnet. A quiet subnet has 1, the loudest 400. What is above 1
              fades in a day (`talk-lasts`); a price that doubles within an hour adds 5 in that
              hour (`talk-grows`); operators, yield chasers and momentum traders add to it. Who
              looks for something to buy draws a subnet by its talk. No record backs these numbers.
            * **Notices**: which program a validator says it will run, and its part of the stake
              weight.

            """);
        foreach (AgentKind kind in AgentKinds.All) Describe(text, kind);

        Golden.Matches("docs/lab/agents.md", text.ToString());
    }

    private static void Describe(StringBuilder text, AgentKind kind)
    {
        string recruitment = kind.Recruitment switch
        {
            Recruitment.ByCount => "As many as `count` says, with new accounts.",
            Recruitment.PerSubnet => "One for each of its subnets, with the owner's keys.",
            Recruitment.LargestValidator =>
                "One for each of its subnets, with the keys of the largest validator.",
            Recruitment.PerValidator => "One for each validator and each of its subnets.",
            _ => "One for each validator, with its keys.",
        };
        text.Append($"\n## {kind.Name}\n\n{kind.Help} {recruitment}\n");
        if (kind.Parameters.Length == 0) return;
        text.Append("\n| setting | usual | range | |\n|---|---|---|---|\n");
        foreach (Parameter parameter in kind.Parameters)
        {
            text.Append(
                $"| `{parameter.Name}` | {parameter.Usual} | {parameter.Range} | "
                + $"{parameter.Help} |\n");
        }
    }
}
