namespace Dtao.Runtime.Tests.Examples;

/// <summary>Examples that the engine does not reach yet, with the reason.</summary>
internal static class LaterExamples
{
    public static IReadOnlyDictionary<string, string> Economy { get; } =
        new Dictionary<string, string>
        {
            ["U2"] = "registration by proof of work is a later call",
        };

    public static IReadOnlyDictionary<string, string> Consensus { get; } =
        new Dictionary<string, string>
        {
            ["weights.commit_hash"] = "commit_weights and reveal_weights are later calls",
            ["weights.epoch_index"] = "epochs are counted for reveal windows, which come later",
            ["weights.reveal_window"] = "commit_weights and reveal_weights are later calls",
            ["scale"] = "runtime interfaces belong to the node",
            ["note"] = "not an example",
        };
}
