using Dtao.Runtime.Epoch;
using Dtao.Runtime.Epoch.Dense;

namespace Dtao.Conformance.Formats;

/// <summary>Runs the fast computation of an epoch in every width that the machine offers.</summary>
/// <remarks>What is proven on this machine then holds on a smaller one, too.</remarks>
internal static class DenseWidths
{
    private static readonly LaneWidth[] Offered =
    [
        LaneWidth.One,
        .. FourLanes.IsSupported ? [LaneWidth.Four] : Array.Empty<LaneWidth>(),
        .. EightLanes.IsSupported ? [LaneWidth.Eight] : Array.Empty<LaneWidth>(),
    ];

    /// <summary>The outcome in each width, computed from nothing but the input.</summary>
    public static IEnumerable<EpochOutput> Run(EpochInput input) => Offered.Select(
        width => new YumaConsensus(new DenseConsensus(width))
            .Run(input, new EpochMemory(), output: null));
}
