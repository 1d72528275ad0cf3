using System.Collections.Immutable;
using Dtao.Lab.Sweeps.Designs;
using Xunit;

namespace Dtao.Lab.Tests.Sweeps;

public sealed class DesignTests
{
    [Fact]
    public void A_grid_holds_every_combination_and_the_last_setting_changes_fastest()
    {
        ImmutableArray<ImmutableArray<double>> points =
            Design.PointsOf(DesignKind.Grid, [2, 3], 0, 1);

        Assert.Equal(
            ["0 0", "0 0.5", "0 1", "1 0", "1 0.5", "1 1"],
            points.Select(static point => string.Join(' ', point)));
    }

    [Fact]
    public void A_latin_hypercube_has_one_point_in_each_slice_of_each_setting()
    {
        ImmutableArray<ImmutableArray<double>> points =
            Design.PointsOf(DesignKind.LatinHypercube, [null, null, null], 20, 7);

        Assert.All([0, 1, 2], setting => Assert.Equal(
            Enumerable.Range(0, 20),
            points.Select(point => (int)(point[setting] * 20)).Order()));
    }

    [Fact]
    public void A_latin_hypercube_uses_the_levels_of_a_setting_equally_often()
    {
        ImmutableArray<ImmutableArray<double>> points =
            Design.PointsOf(DesignKind.LatinHypercube, [4], 20, 7);

        Assert.Equal(
            [(0.0, 5), (1 / 3.0, 5), (2 / 3.0, 5), (1.0, 5)],
            points.CountBy(static point => point[0]).OrderBy(static pair => pair.Key)
                .Select(static pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void A_morris_trajectory_moves_each_setting_once_by_half_of_its_levels()
    {
        ImmutableArray<ImmutableArray<double>> points =
            Design.PointsOf(DesignKind.Morris, [null, 6, 2, 5], 12, 3);

        Assert.Equal(60, points.Length);
        double[] steps = [2 / 3.0, 3 / 5.0, 1, 2 / 4.0];
        foreach (ImmutableArray<double>[] walk in points.Chunk(5))
        {
            HashSet<int> moved = [];
            foreach ((ImmutableArray<double> from, ImmutableArray<double> to) in
                walk.Zip(walk.Skip(1)))
            {
                int setting = Assert.Single(Enumerable.Range(0, 4), one => from[one] != to[one]);
                Assert.Equal(steps[setting], Math.Abs(to[setting] - from[setting]), 12);
                Assert.True(moved.Add(setting));
            }
        }
    }

    [Fact]
    public void Saltellis_sampling_exchanges_one_setting_at_a_time()
    {
        ImmutableArray<ImmutableArray<double>> points =
            Design.PointsOf(DesignKind.Sobol, [null, null, null], 8, 5);

        Assert.Equal(40, points.Length);
        foreach (ImmutableArray<double>[] row in points.Chunk(5))
        {
            for (int setting = 0; setting < 3; setting++)
            {
                Assert.Equal(row[0].SetItem(setting, row[1][setting]), row[setting + 2]);
            }
        }
    }

    [Theory]
    [InlineData(DesignKind.LatinHypercube, 6)]
    [InlineData(DesignKind.Morris, 18)]
    [InlineData(DesignKind.Sobol, 24)]
    public void A_seed_decides_the_points_and_their_number_is_known_before(
        DesignKind kind, int count)
    {
        ImmutableArray<int?> levels = [null, 3];

        ImmutableArray<ImmutableArray<double>> points = Design.PointsOf(kind, levels, 6, 9);

        Assert.Equal(count, points.Length);
        Assert.Equal(count, Design.CountOf(kind, levels, 6));
        Assert.Equal(TextOf(points), TextOf(Design.PointsOf(kind, levels, 6, 9)));
        Assert.NotEqual(TextOf(points), TextOf(Design.PointsOf(kind, levels, 6, 10)));
    }

    private static string TextOf(ImmutableArray<ImmutableArray<double>> points) =>
        string.Join(';', points.Select(static point => string.Join(' ', point)));
}
