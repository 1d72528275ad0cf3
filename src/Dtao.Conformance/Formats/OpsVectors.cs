using Dtao.Conformance.State;

namespace Dtao.Conformance.Formats;

/// <summary>Short sequences of operations on awkward states.</summary>
internal static class OpsVectors
{
    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "ops",
        new Dictionary<string, Action<VectorNode>>
        {
            ["cases"] = Run,
        });

    private static void Run(VectorNode scenario)
    {
        scenario["id"].Note();
        ChainUnderTest test = ChainUnderTest.Start(scenario);
        test.At(scenario["block"]);
        foreach (VectorNode operation in scenario["ops"].Items())
        {
            Operation.Apply(operation, test);
            test.ExpectPatch(operation["patch"]);
            if (scenario.Log.First is not null) return;
        }
    }
}
