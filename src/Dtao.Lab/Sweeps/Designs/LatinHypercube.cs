using System.Collections.Immutable;
using Dtao.Lab.Networks;

namespace Dtao.Lab.Sweeps.Designs;

/// <summary>Points of which each setting's equal slices hold exactly one.</summary>
/// <remarks>
/// Source: M. McKay, R. Beckman, W. Conover, "A comparison of three methods for selecting values
/// of input variables", 1979.
/// </remarks>
internal static class LatinHypercube
{
    public static ImmutableArray<ImmutableArray<double>> Points(
        ImmutableArray<int?> levels, int size, SeededRandom random)
    {
        double[][] columns = [.. levels.Select(level => Column(level, size, random))];
        return
        [
            .. Enumerable.Range(0, size).Select(row =>
                columns.Select(column => column[row]).ToImmutableArray()),
        ];
    }

    private static double[] Column(int? levels, int size, SeededRandom random)
    {
        int[] slices = [.. Enumerable.Range(0, size)];
        for (int last = size - 1; last > 0; last--)
        {
            int other = (int)random.Below((ulong)last + 1);
            (slices[last], slices[other]) = (slices[other], slices[last]);
        }

        return
        [
            .. slices.Select(slice => Snapped((slice + Design.Part(random)) / size, levels)),
        ];
    }

    /// <summary>A setting with levels takes the level in whose slice the position lies.</summary>
    private static double Snapped(double position, int? levels) => levels is { } count
        ? Design.PositionOf(Math.Min(count - 1, (int)(position * count)), count)
        : position;
}
