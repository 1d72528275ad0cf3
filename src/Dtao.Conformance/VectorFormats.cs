using Dtao.Conformance.Formats;

namespace Dtao.Conformance;

/// <summary>All formats by the name that a file's header gives.</summary>
internal static class VectorFormats
{
    private static readonly VectorFormat[] All =
    [
        FixedVectors.Format,
        MathVectors.Format,
        EmissionCurveVectors.Format,
        PoolVectors.Format,
        SharePoolVectors.Format,
        StakeVectors.Format,
        AdjustVectors.Format,
        OpsVectors.Format,
        NetworkVectors.NetworkFormat,
        NetworkVectors.ChainFormat,
        CoinbaseVectors.Format,
        EpochVectors.Epoch,
        EpochVectors.Trace,
        MigrationVectors.Format,
        PruneVectors.Format,
    ];

    // Files of rules name rule and release; the header's reference tells the release again.
    private static readonly (string Start, VectorFormat Format)[] OfRules =
    [
        ("transitions", RuleVectors.Transitions),
        ("pool-balancer", WeightedPoolVectors.Format),
        ("r", RuleVectors.Blocks),
    ];

    /// <summary>The file holds an emission rule of a later release.</summary>
    public static bool IsOfRules(string name) => name == "transitions" || name.Contains("-spec");

    /// <summary>The format with this name.</summary>
    /// <exception cref="VectorFormatException">There is none.</exception>
    public static VectorFormat Of(string name) =>
        Array.Find(All, format => format.Name == name)
        ?? (IsOfRules(name)
            ? Array.Find(OfRules, rule => name.StartsWith(rule.Start, StringComparison.Ordinal))
                .Format
            : null)
        ?? throw new VectorFormatException(
            $"the format '{name}' is unknown, known are "
            + string.Join(", ", All.Select(static format => format.Name).Order())
            + " and those of vectors/rules");
}
