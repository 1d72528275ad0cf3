namespace Dtao.Runtime.Events;

/// <summary>When in its block an event happened.</summary>
/// <param name="Extrinsic">
/// Number of the extrinsic within the block; null before the first one.
/// </param>
public readonly record struct EventPhase(uint? Extrinsic);
