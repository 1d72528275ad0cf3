using System.Text.Json;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>Every worked example is run, or listed with the reason why not yet.</summary>
public class WorkedExampleTests
{
    public static TheoryData<string> EconomyIds => [.. EconomyExamples.ById.Keys];

    public static TheoryData<string> EpochNames =>
    [
        .. ExampleFile.Consensus.GetProperty("epoch").EnumerateArray()
            .Select(static example => example.Text("name")),
    ];

    public static TheoryData<string> ConsensusSections =>
        [.. ConsensusExamples.ByName.Keys.Where(static name => name != "epoch")];

    [Theory]
    [MemberData(nameof(EconomyIds))]
    public void An_example_of_the_economy_comes_out_to_the_last_unit(string id)
    {
        EconomyExamples.ById[id](ExampleFile.Economy[id]);
    }

    [Theory]
    [MemberData(nameof(EpochNames))]
    public void An_example_of_an_epoch_comes_out_to_the_last_unit(string name)
    {
        ConsensusExamples.Epoch(
            ExampleFile.Consensus.GetProperty("epoch").EnumerateArray()
                .Single(example => example.Text("name") == name));
    }

    [Theory]
    [MemberData(nameof(ConsensusSections))]
    public void The_functions_that_epochs_are_made_of_come_out_to_the_last_unit(string section)
    {
        string[] path = section.Split('.');
        JsonElement rows = ExampleFile.Consensus.GetProperty(path[0]);
        if (path.Length > 1) rows = rows.GetProperty(path[1]);
        Assert.NotEqual(0, rows.GetArrayLength());

        foreach (JsonElement row in rows.EnumerateArray())
        {
            ConsensusExamples.ByName[section](row);
        }
    }

    [Fact]
    public void Every_example_of_the_economy_is_run_or_listed_and_none_is_listed_in_vain()
    {
        string[] covered = [.. EconomyExamples.ById.Keys, .. LaterExamples.Economy.Keys];

        Assert.Equal(ExampleFile.Economy.Keys.Order(), covered.Order());
    }

    [Fact]
    public void Every_section_of_the_consensus_is_run_or_listed_and_none_is_listed_in_vain()
    {
        List<string> sections = [];
        foreach (JsonProperty section in ExampleFile.Consensus.EnumerateObject())
        {
            if (section.Value.ValueKind == JsonValueKind.Object)
            {
                sections.AddRange(section.Value.EnumerateObject()
                    .Select(part => $"{section.Name}.{part.Name}"));
            }
            else
            {
                sections.Add(section.Name);
            }
        }

        string[] covered = [.. ConsensusExamples.ByName.Keys, .. LaterExamples.Consensus.Keys];

        Assert.Equal(sections.Order(), covered.Order());
    }
}
