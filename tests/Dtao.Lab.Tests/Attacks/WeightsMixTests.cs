using Dtao.Lab.Attacks;
using Xunit;

namespace Dtao.Lab.Tests.Attacks;

/// <summary>The algebra of a stake weight: alpha of a pool beside TAO on root.</summary>
public class WeightsMixTests
{
    private const decimal Tao = 1_000;
    private const decimal Alpha = 50_000;
    private const decimal TaoWeight = 0.18m;

    [Fact]
    public void Alpha_alone_gives_the_weight_that_was_asked_for()
    {
        (decimal pool, decimal root) = Mix("alpha only").PriceOf(
            20_000, Tao, Alpha, TaoWeight)!.Value;

        Assert.Equal(0, root);
        Assert.Equal(20_000, Math.Round(Alpha * pool / (Tao + pool), 6));
    }

    [Fact]
    public void Root_alone_costs_the_weight_over_that_of_a_tao()
    {
        (decimal pool, decimal root) = Mix("TAO on root only").PriceOf(
            18, Tao, Alpha, TaoWeight)!.Value;

        Assert.Equal((0m, 100m), (pool, root));
    }

    [Fact]
    public void The_mix_buys_alpha_until_root_is_the_cheaper_weight()
    {
        const decimal Weight = 60_000;
        WeightsMix mix = Mix("cheapest mix of both");

        (decimal pool, decimal root) = mix.PriceOf(Weight, Tao, Alpha, TaoWeight)!.Value;

        decimal marginal = Alpha * Tao / ((Tao + pool) * (Tao + pool));
        Assert.Equal(TaoWeight, Math.Round(marginal, 9));
        Assert.Equal(
            Weight, Math.Round((Alpha * pool / (Tao + pool)) + (root * TaoWeight), 6));
        Assert.Null(Mix("alpha only").PriceOf(Weight, Tao, Alpha, TaoWeight));
    }

    private static WeightsMix Mix(string name) =>
        WeightsMix.All.First(mix => mix.Name == name);
}
