using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>A fall of a price from one moment to a later one.</summary>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends.</param>
public readonly record struct PriceFall(PathPoint From, PathPoint To)
{
    /// <summary>The part of the price that was lost, of 1, rounded up; zero from zero.</summary>
    public I96F32 Loss => From.Price == Price.Zero
        ? I96F32.Zero
        : I96F32.One.SaturatingSubtract(To.Price.Value.SafeDivide(From.Price.Value));
}
