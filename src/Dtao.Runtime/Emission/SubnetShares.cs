using Dtao.Numerics;

namespace Dtao.Runtime.Emission;

/// <summary>How the TAO emission of a block is divided: in proportion to moving prices.</summary>
/// <remarks>Source: docs/spec/emission.md#shares; vectors: vectors/coinbase.json.gz.</remarks>
public static class SubnetShares
{
    /// <summary>A subnet's part of the block's emission; zero when all prices are zero.</summary>
    /// <remarks>Multiplied first, then divided, both cut to 32 fraction bits.</remarks>
    public static Fractional<Tao> Of(
        Fractional<Tao> blockEmission, Price movingPrice, I96F32 sumOfMovingPrices) =>
        Fractional<Tao>.FromValue(
            blockEmission.Times(movingPrice.Value).Value.SafeDivide(sumOfMovingPrices));
}
