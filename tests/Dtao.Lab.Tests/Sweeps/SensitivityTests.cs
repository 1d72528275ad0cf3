using System.Collections.Immutable;
using Dtao.Lab.Networks;
using Dtao.Lab.Sweeps.Designs;
using Dtao.Lab.Sweeps.Statistics;
using Xunit;

namespace Dtao.Lab.Tests.Sweeps;

/// <summary>Against functions whose indices are known in closed form.</summary>
public sealed class SensitivityTests
{
    private static SeededRandom Draws => SeedTree.From(1).Random();

    // Ishigami with a = 7, b = 0.1: S = 0.3139, 0.4424, 0; ST = 0.5576, 0.4424, 0.2437.
    [Fact]
    public void Sobol_indices_of_the_ishigami_function_are_found()
    {
        ImmutableArray<ImmutableArray<double>> points =
            Design.PointsOf(DesignKind.Sobol, [null, null, null], 4_096, 1);

        ImmutableArray<ImmutableArray<Estimate>> found =
            SobolIndices.Of([.. points.Select(Ishigami)], 3, Draws)!.Value;

        double[] first = [0.3139, 0.4424, 0];
        double[] total = [0.5576, 0.4424, 0.2437];
        for (int setting = 0; setting < 3; setting++)
        {
            Assert.Equal(first[setting], found[setting][0].Value, 0.03);
            Assert.InRange(first[setting], found[setting][0].Low, found[setting][0].High);
            Assert.Equal(total[setting], found[setting][1].Value, 0.03);
            Assert.InRange(total[setting], found[setting][1].Low, found[setting][1].High);
        }
    }

    [Fact]
    public void Bands_of_sobol_indices_shrink_with_more_points()
    {
        double few = WidthOf(64);

        double many = WidthOf(1_024);

        Assert.InRange(many / few, 0.1, 0.5);

        static double WidthOf(int size)
        {
            Estimate estimate = SobolIndices.Of(
                [
                    .. Design.PointsOf(DesignKind.Sobol, [null, null, null], size, 1)
                        .Select(Ishigami),
                ],
                3,
                Draws)!.Value[0][0];
            return estimate.High - estimate.Low;
        }
    }

    [Fact]
    public void Morris_effects_of_a_plane_are_its_slopes_without_deviation()
    {
        ImmutableArray<ImmutableArray<double>> points =
            Design.PointsOf(DesignKind.Morris, [null, 5, 2], 10, 4);

        ImmutableArray<ImmutableArray<Estimate>> found = MorrisEffects.Of(
            [.. points.Select(static at => (double?)(3 + (2 * at[0]) - (5 * at[1])))],
            points,
            Draws)!.Value;

        double[] slopes = [2, -5, 0];
        for (int setting = 0; setting < 3; setting++)
        {
            Assert.Equal(Math.Abs(slopes[setting]), found[setting][0].Value, 9);
            Assert.Equal(0, found[setting][1].Value, 9);
            Assert.Equal(slopes[setting], found[setting][2].Value, 9);
        }
    }

    [Fact]
    public void Morris_effects_of_a_product_deviate()
    {
        ImmutableArray<ImmutableArray<double>> points =
            Design.PointsOf(DesignKind.Morris, [null, null], 200, 4);

        ImmutableArray<ImmutableArray<Estimate>> found = MorrisEffects.Of(
            [.. points.Select(static at => (double?)((at[0] - 0.5) * (at[1] - 0.5)))],
            points,
            Draws)!.Value;

        // The slope is (level − 1/2) at the levels 0, 1/3, 2/3 and 1 of the other setting.
        Assert.Equal(1 / 3.0, found[0][0].Value, 0.03);
        Assert.Equal(Math.Sqrt(5 / 36.0), found[0][1].Value, 0.03);
        Assert.Equal(0, found[0][2].Value, 0.06);
    }

    [Fact]
    public void Rows_with_a_missing_figure_are_left_out()
    {
        ImmutableArray<ImmutableArray<double>> points =
            Design.PointsOf(DesignKind.Sobol, [null, null, null], 1_024, 1);
        double?[] figures = [.. points.Select(Ishigami)];
        figures[17] = null;
        figures[1_000] = null;

        ImmutableArray<ImmutableArray<Estimate>> found =
            SobolIndices.Of(figures, 3, Draws)!.Value;

        Assert.Equal(0.4424, found[1][0].Value, 0.06);
    }

    [Fact]
    public void A_figure_that_does_not_vary_has_no_indices() =>
        Assert.Null(SobolIndices.Of([.. Enumerable.Repeat<double?>(3, 50)], 3, Draws));

    private static double? Ishigami(ImmutableArray<double> at)
    {
        double first = Math.Sin(Angle(at[0]));
        double second = Math.Sin(Angle(at[1]));
        return first + (7 * second * second) + (0.1 * Math.Pow(Angle(at[2]), 4) * first);
    }

    private static double Angle(double position) => ((2 * position) - 1) * Math.PI;
}
