using System.Collections.Immutable;
using Dtao.Lab.Networks;

namespace Dtao.Lab.Sweeps.Statistics;

/// <summary>Which part of a figure's variance comes from which setting.</summary>
/// <remarks>
/// First-order indices by the estimator of Saltelli (2010), total indices by the one of Jansen
/// (1999), over the rows of Saltelli's sampling. Source: docs/lab/sweeps.md#sobol.
/// </remarks>
public static class SobolIndices
{
    /// <summary>Names of a setting's estimates, in their order.</summary>
    public static ImmutableArray<string> Names { get; } = ["first-order", "total"];

    /// <summary>The indices of each setting; null when they cannot be told.</summary>
    /// <param name="values">
    /// The figure at each point of the design; a row with a missing figure is left out.
    /// </param>
    /// <param name="settings">Number of settings.</param>
    /// <param name="random">Draws rows for the bands.</param>
    public static ImmutableArray<ImmutableArray<Estimate>>? Of(
        IReadOnlyList<double?> values, int settings, SeededRandom random)
    {
        double[][] rows =
        [
            .. values.Chunk(settings + 2)
                .Where(static row => row.All(static value => value is not null))
                .Select(static row => row.Select(static value => value!.Value).ToArray()),
        ];
        ImmutableArray<Estimate>? estimates = Bootstrap.Of(
            rows.Length, random, drawn => IndicesOf(rows, drawn, settings));
        if (estimates is not { } all) return null;
        return
        [
            .. Enumerable.Range(0, settings).Select(setting =>
                ImmutableArray.Create(all[2 * setting], all[(2 * setting) + 1])),
        ];
    }

    private static double[]? IndicesOf(double[][] rows, int[] drawn, int settings)
    {
        double mean = 0;
        foreach (int row in drawn) mean += rows[row][0] + rows[row][1];
        mean /= 2 * drawn.Length;
        double variance = 0;
        foreach (int row in drawn)
        {
            double first = rows[row][0] - mean;
            double second = rows[row][1] - mean;
            variance += (first * first) + (second * second);
        }

        variance /= 2 * drawn.Length;
        if (variance == 0) return null;
        double[] indices = new double[2 * settings];
        for (int setting = 0; setting < settings; setting++)
        {
            double main = 0;
            double rest = 0;
            foreach (int row in drawn)
            {
                double change = rows[row][setting + 2] - rows[row][0];
                main += (rows[row][1] - mean) * change;
                rest += change * change;
            }

            indices[2 * setting] = main / drawn.Length / variance;
            indices[(2 * setting) + 1] = rest / (2 * drawn.Length) / variance;
        }

        return indices;
    }
}
