using System.Text;
using Dtao.Lab.Agents;
using Dtao.Lab.Quantities;
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
            holdings, holdings-early, counter, counter-readme.

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
