namespace Dtao.Runtime.Epoch;

/// <summary>Yuma consensus: what a subnet's validators agree on, and what everyone earns.</summary>
/// <remarks>Same results as <see cref="YumaReference"/>. Source: docs/spec/epoch.md.</remarks>
public static class YumaConsensus
{
    /// <summary>Runs one epoch.</summary>
    public static EpochOutput Run(EpochInput input) => YumaReference.Run(input);
}
