using Dtao.Numerics;

namespace Dtao.Lab.Datasets;

/// <summary>A rate of the moving prices and since when it held.</summary>
/// <param name="From">First block under the rate.</param>
/// <param name="Text">The rate per block, as written.</param>
/// <param name="Rate">The rate as the chain keeps it: the nearest multiple of 2^-32.</param>
/// <param name="Status">How well it is known.</param>
/// <param name="Note">Where it comes from.</param>
public sealed record MovingRate(
    BlockNumber From, string Text, I96F32 Rate, ValueStatus Status, string Note);
