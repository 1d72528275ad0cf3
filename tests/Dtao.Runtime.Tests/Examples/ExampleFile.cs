using System.IO.Compression;
using System.Text.Json;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>The worked examples of the specification, as they lie in the repository.</summary>
internal static class ExampleFile
{
    private static readonly Lazy<JsonElement> EconomyFile =
        new(static () => Read("economy.json.gz"));
    private static readonly Lazy<JsonElement> ConsensusFile =
        new(static () => Read("consensus.json.gz"));

    /// <summary>Examples of the economy by id.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Economy { get; } =
        EconomyFile.Value.GetProperty("examples").EnumerateArray()
            .ToDictionary(static example => example.Text("id"));

    /// <summary>Examples of the consensus by section.</summary>
    public static JsonElement Consensus => ConsensusFile.Value;

    private static JsonElement Read(string name)
    {
        using FileStream file = File.OpenRead(RepositoryRoot.Combine("vectors", "examples", name));
        using GZipStream unpacked = new(file, CompressionMode.Decompress);
        using JsonDocument document = JsonDocument.Parse(unpacked);
        return document.RootElement.Clone();
    }
}
