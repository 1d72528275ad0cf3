using System.Text.Json;
using Dtao.Conformance.Formats;
using Dtao.Conformance.State;
using Dtao.Runtime.Spec;
using Dtao.Testing;
using Xunit;

namespace Dtao.Conformance.Tests;

/// <summary>One chain lives through all seven releases and their upgrades.</summary>
public sealed class CarriedChainTests : IDisposable
{
    private readonly VectorFile[] _files = [.. Specs.All.Select(static spec => VectorFile.Read(
        RepositoryRoot.Combine("vectors", "versions", $"{spec.Version}", "chain.json.gz")))];

    public void Dispose() => Array.ForEach(_files, static file => file.Dispose());

    [Fact]
    public void A_chain_is_carried_from_233_to_246_without_being_loaded_again()
    {
        VectorNode[] parts = [.. _files.Select(OnlyScenario)];

        ChainUnderTest test = ChainUnderTest.Start(parts[0]);
        test.At(parts[0]["start_block"]);
        NetworkVectors.RunBlocks(parts[0], test);
        foreach (VectorNode part in parts[1..])
        {
            test = test.CarryInto(part);
            part["start_block"].Expect(test.Chain.Block.Value);
            NetworkVectors.Upgrade(part["upgrade_patch"], test, part.Log.Spec);
            NetworkVectors.RunBlocks(part, test);
        }

        Assert.All(parts, static part => Assert.Null(part.Log.First?.ToString()));
        Assert.Equal(246, test.Chain.Spec.Version);
        Assert.Equal(parts[^1]["end_block"].Number<ulong>(), test.Chain.Block.Value);
    }

    [Fact]
    public void Without_the_upgrade_the_chain_is_not_what_the_next_release_starts_from()
    {
        VectorNode[] parts = [.. _files[..2].Select(OnlyScenario)];

        ChainUnderTest test = ChainUnderTest.Start(parts[0]);
        test.At(parts[0]["start_block"]);
        NetworkVectors.RunBlocks(parts[0], test);
        test = test.CarryInto(parts[1]);
        NetworkVectors.RunBlocks(parts[1], test);

        Assert.NotNull(parts[1].Log.First);
    }

    private static VectorNode OnlyScenario(VectorFile file)
    {
        (string name, JsonElement cases) = Assert.Single(file.Sections());
        return new(cases[0], $"{file.Spec.Version}: {name}[0]", new(file));
    }
}
