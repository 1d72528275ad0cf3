namespace Dtao.Runtime.Tests.Examples;

/// <summary>Examples that the engine does not reach yet, with the reason.</summary>
internal static class LaterExamples
{
    public static IReadOnlyDictionary<string, string> Economy { get; } =
        new Dictionary<string, string>
        {
        };

    public static IReadOnlyDictionary<string, string> Consensus { get; } =
        new Dictionary<string, string>
        {
            ["scale"] = "runtime interfaces belong to the node",
            ["note"] = "not an example",
        };
}
