using System.Collections.Immutable;
using Dtao.Lab.Networks;

namespace Dtao.Lab.Sweeps.Statistics;

/// <summary>How much a figure moves when one setting moves over its whole range.</summary>
/// <remarks>
/// The mean of the absolute elementary effects (μ*), their mean (μ) and their standard deviation
/// (σ), in the figure's unit. Source: F. Campolongo, J. Cariboni, A. Saltelli, "An effective
/// screening design for sensitivity analysis of large models", 2007; docs/lab/sweeps.md#morris.
/// </remarks>
public static class MorrisEffects
{
    /// <summary>Names of a setting's estimates, in their order.</summary>
    public static ImmutableArray<string> Names { get; } = ["mu*", "sigma", "mu"];

    /// <summary>The effects of each setting; null when they cannot be told.</summary>
    /// <param name="values">
    /// The figure at each point; a trajectory with a missing figure is left out.
    /// </param>
    /// <param name="positions">The points of the design.</param>
    /// <param name="random">Draws trajectories for the bands.</param>
    public static ImmutableArray<ImmutableArray<Estimate>>? Of(
        IReadOnlyList<double?> values,
        ImmutableArray<ImmutableArray<double>> positions,
        SeededRandom random)
    {
        int settings = positions[0].Length;
        int length = settings + 1;
        double[][] rows =
        [
            .. Enumerable.Range(0, positions.Length / length)
                .Select(walk => EffectsOf(values, positions, walk * length))
                .OfType<double[]>(),
        ];
        ImmutableArray<Estimate>? estimates = Bootstrap.Of(
            rows.Length, random, drawn => MomentsOf(rows, drawn, settings));
        if (estimates is not { } all) return null;
        return
        [
            .. Enumerable.Range(0, settings)
                .Select(setting => all.Slice(Names.Length * setting, Names.Length)),
        ];
    }

    private static double[]? EffectsOf(
        IReadOnlyList<double?> values, ImmutableArray<ImmutableArray<double>> positions, int from)
    {
        int settings = positions[0].Length;
        double[] effects = new double[settings];
        for (int at = from; at < from + settings; at++)
        {
            if (values[at] is not { } before || values[at + 1] is not { } after) return null;
            int moved = Enumerable.Range(0, settings)
                .First(setting => positions[at][setting] != positions[at + 1][setting]);
            effects[moved] =
                (after - before) / (positions[at + 1][moved] - positions[at][moved]);
        }

        return effects;
    }

    private static double[] MomentsOf(double[][] rows, int[] drawn, int settings)
    {
        double[] moments = new double[Names.Length * settings];
        for (int setting = 0; setting < settings; setting++)
        {
            double sum = 0;
            double absolute = 0;
            foreach (int row in drawn)
            {
                sum += rows[row][setting];
                absolute += Math.Abs(rows[row][setting]);
            }

            double mean = sum / drawn.Length;
            double squares = 0;
            foreach (int row in drawn)
            {
                double off = rows[row][setting] - mean;
                squares += off * off;
            }

            moments[Names.Length * setting] = absolute / drawn.Length;
            moments[(Names.Length * setting) + 1] = Math.Sqrt(squares / (drawn.Length - 1));
            moments[(Names.Length * setting) + 2] = mean;
        }

        return moments;
    }
}
