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

    /// <summary>The format with this name.</summary>
    /// <exception cref="VectorFormatException">There is none.</exception>
    public static VectorFormat Of(string name) =>
        Array.Find(All, format => format.Name == name)
        ?? throw new VectorFormatException(
            $"the format '{name}' is unknown, known are "
            + string.Join(", ", All.Select(static format => format.Name).Order()));
}
