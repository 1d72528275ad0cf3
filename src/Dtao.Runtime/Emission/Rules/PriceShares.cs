using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Shares by moving price: the article's rule, R2 and R3.</summary>
/// <param name="format">Type in which the release computes: signed to 258, unsigned after.</param>
/// <remarks>
/// Multiplied first, then divided; zero when all prices are zero.
/// Source: docs/spec/rules.md#price-shares; vectors: vectors/rules.
/// </remarks>
public sealed class PriceShares(PriceFormat format) : IShareRule
{
    /// <inheritdoc/>
    public void Divide(EmissionBlock block)
    {
        if (format == PriceFormat.I96F32) DivideSigned(block);
        else DivideUnsigned(block);
    }

    private static void DivideSigned(EmissionBlock block)
    {
        I96F32 sum = I96F32.Zero;
        foreach (SubnetTerms terms in block.Subnets)
        {
            sum = sum.SaturatingAdd(block.Chain.Pools.MovingPriceOf(terms.Subnet).Value);
        }

        block.SumOfMovingPrices = sum.Bits;
        Fractional<Tao> emission = Fractional<Tao>.From(block.Emission);
        foreach (SubnetTerms terms in block.Subnets)
        {
            // A negative part behaves like none in everything that follows.
            terms.TaoEmission = SubnetShares
                .Of(emission, block.Chain.Pools.MovingPriceOf(terms.Subnet), sum)
                .Value.ToU96F32();
        }
    }

    private static void DivideUnsigned(EmissionBlock block)
    {
        U96F32 sum = U96F32.Zero;
        foreach (SubnetTerms terms in block.Subnets)
        {
            sum = sum.SaturatingAdd(block.MovingPrice(terms.Subnet));
        }

        block.SumOfMovingPrices = (Int128)sum.Bits;
        U96F32 emission = U96F32.FromInteger(block.Emission.Rao);
        foreach (SubnetTerms terms in block.Subnets)
        {
            terms.TaoEmission = emission
                .SaturatingMultiply(block.MovingPrice(terms.Subnet))
                .SafeDivide(sum);
        }
    }
}
