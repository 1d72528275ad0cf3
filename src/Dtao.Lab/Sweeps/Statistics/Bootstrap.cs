using System.Collections.Immutable;
using Dtao.Lab.Networks;

namespace Dtao.Lab.Sweeps.Statistics;

/// <summary>Estimates again and again from rows drawn with replacement.</summary>
/// <remarks>
/// Source: B. Efron, "Bootstrap methods: another look at the jackknife", 1979.
/// </remarks>
internal static class Bootstrap
{
    /// <summary>How often rows are drawn anew.</summary>
    public const int Resamples = 1_000;

    private const double LowPart = 0.025;
    private const double HighPart = 0.975;

    /// <summary>Estimates with their bands.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="random">Draws the rows.</param>
    /// <param name="estimate">Estimates from some rows; null when they do not tell.</param>
    public static ImmutableArray<Estimate>? Of(
        int rows, SeededRandom random, Func<int[], double[]?> estimate)
    {
        int[] drawn = [.. Enumerable.Range(0, rows)];
        if (rows < 2 || estimate(drawn) is not { } values) return null;
        List<double>[] again = [.. values.Select(static _ => new List<double>(Resamples))];
        for (int time = 0; time < Resamples; time++)
        {
            for (int row = 0; row < rows; row++) drawn[row] = (int)random.Below((ulong)rows);
            if (estimate(drawn) is not { } others) continue;
            for (int place = 0; place < others.Length; place++) again[place].Add(others[place]);
        }

        return
        [
            .. values.Select((value, place) =>
            {
                double[] sorted = [.. again[place].Order()];
                return sorted.Length == 0
                    ? new Estimate(value, value, value)
                    : new Estimate(
                        value,
                        Distribution.Quantile(sorted, LowPart),
                        Distribution.Quantile(sorted, HighPart));
            }),
        ];
    }
}
