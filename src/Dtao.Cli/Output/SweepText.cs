using System.Globalization;
using Dtao.Lab.Sweeps;
using Dtao.Lab.Sweeps.Statistics;

namespace Dtao.Cli.Output;

/// <summary>What a finished sweep says on the terminal.</summary>
internal static class SweepText
{
    private const int MostErrors = 3;

    /// <summary>Writes the figures of each measure and where everything is.</summary>
    public static void Write(
        SweepPlan plan, SweepStatistics statistics, TimeSpan elapsed, string effort, string place,
        TextWriter output)
    {
        SweepOutcome[] failed =
            [.. statistics.Outcomes.Where(static outcome => outcome.Error is not null)];
        output.WriteLine(FormattableString.Invariant(
            $"{plan.Base.Title}: {plan.Count:N0} runs, {failed.Length} failed, in ")
            + FormattableString.Invariant($"{elapsed.TotalSeconds:N1} s"));
        if (effort.Length > 0) output.WriteLine(effort);
        foreach (SweepOutcome outcome in failed.Take(MostErrors))
        {
            SweepRun run = plan[outcome.Number];
            output.WriteLine(
                $"  failed: run {run.Number} ({string.Join(", ", run.Point.Changes)}, "
                + $"seed {run.Seed}): {outcome.Error}");
        }

        for (int measure = 0; measure < plan.Measures.Length; measure++)
        {
            WriteMeasure(plan, statistics, measure, output);
        }

        output.WriteLine();
        output.WriteLine(
            $"results: {place} (report.html, summary.json, sweep.csv, bands.csv, sweep.db)");
    }

    private static void WriteMeasure(
        SweepPlan plan, SweepStatistics statistics, int measure, TextWriter output)
    {
        SweepMeasure shown = plan.Measures[measure];
        output.WriteLine();
        output.WriteLine($"{shown.Help}, in {shown.Unit}");
        SweepPoint[] told =
        [
            .. plan.Points.Where(point => statistics.Band(measure, point) is not null)
                .OrderBy(point => statistics.Band(measure, point)!.Mean),
        ];
        if (told.Length == 0)
        {
            output.WriteLine("  not seen in any run");
            return;
        }

        WritePoint("least", told[0]);
        if (told.Length > 1) WritePoint("most", told[^1]);
        if (told.Length < plan.Points.Length)
        {
            output.WriteLine($"  not seen at {plan.Points.Length - told.Length} points");
        }

        WriteSensitivity(plan, statistics, measure, output);

        void WritePoint(string word, SweepPoint point)
        {
            Distribution band = statistics.Band(measure, point)!;
            output.WriteLine(
                $"  {word,-5} {TextOf(band.Mean)} (5 to 95 %: {TextOf(band.Low)} to "
                + $"{TextOf(band.High)}) with {string.Join(", ", point.Changes)}");
        }
    }

    private static void WriteSensitivity(
        SweepPlan plan, SweepStatistics statistics, int measure, TextWriter output)
    {
        if (statistics.EstimateNames.IsEmpty) return;
        if (statistics.Sensitivities[measure] is not { } settings)
        {
            output.WriteLine("  sensitivity: too few points tell, or the figure does not vary");
            return;
        }

        for (int setting = 0; setting < settings.Length; setting++)
        {
            IEnumerable<string> estimates = settings[setting].Zip(
                statistics.EstimateNames,
                static (estimate, name) =>
                    $"{name} {TextOf(estimate.Value)} ({TextOf(estimate.Low)} to "
                    + $"{TextOf(estimate.High)})");
            output.WriteLine(
                $"  {plan.Variations[setting].Path}: {string.Join(", ", estimates)}");
        }
    }

    private static string TextOf(double value) =>
        value.ToString(Math.Abs(value) < 100 ? "G4" : "N0", CultureInfo.InvariantCulture);
}
