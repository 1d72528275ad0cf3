using System.Globalization;
using Dtao.Lab.Sweeps.Statistics;

namespace Dtao.Lab.Sweeps.Files;

/// <summary>The tables of a sweep as CSV, in the order of the plan.</summary>
/// <remarks>Source: docs/lab/sweeps.md#files.</remarks>
public static class SweepCsv
{
    private static readonly char[] Special = [',', '"', '\n', '\r'];

    /// <summary>A row for each run: its values, its figures and the hash of its last state.
    /// </summary>
    public static void WriteRuns(
        SweepPlan plan, IEnumerable<SweepOutcome> outcomes, TextWriter writer)
    {
        WriteRow(writer,
        [
            "run", "point", "seed",
            .. plan.Variations.Select(static one => one.Heading),
            .. plan.Measures.Select(static one => one.Heading),
            "state_hash", "error",
        ]);
        foreach (SweepOutcome outcome in outcomes)
        {
            SweepRun run = plan[outcome.Number];
            WriteRow(writer,
            [
                TextOf(run.Number), TextOf(run.Point.Number), TextOf(run.Seed),
                .. CellsOf(plan, run.Point),
                .. plan.Measures.Select((_, measure) => outcome.Error is null
                    ? TextOf(outcome.Values[measure])
                    : string.Empty),
                outcome.StateHash ?? string.Empty, outcome.Error ?? string.Empty,
            ]);
        }
    }

    /// <summary>A row for each point and measure: the figures over its seeds.</summary>
    public static void WriteBands(
        SweepPlan plan, SweepStatistics statistics, TextWriter writer)
    {
        WriteRow(writer,
        [
            "point",
            .. plan.Variations.Select(static one => one.Heading),
            "measure", "unit", "runs", "mean", "median", "low_5", "high_95",
        ]);
        foreach (SweepPoint point in plan.Points)
        {
            for (int measure = 0; measure < plan.Measures.Length; measure++)
            {
                Distribution? band = statistics.Band(measure, point);
                WriteRow(writer,
                [
                    TextOf(point.Number),
                    .. CellsOf(plan, point),
                    plan.Measures[measure].Name, plan.Measures[measure].Unit,
                    TextOf(band?.Count ?? 0),
                    TextOf(band?.Mean), TextOf(band?.Median),
                    TextOf(band?.Low), TextOf(band?.High),
                ]);
            }
        }
    }

    private static IEnumerable<string> CellsOf(SweepPlan plan, SweepPoint point) =>
        plan.Variations.Select((one, place) => one.CellAt(point.Positions[place]));

    private static string TextOf(IFormattable? number) =>
        number?.ToString(null, CultureInfo.InvariantCulture) ?? string.Empty;

    private static void WriteRow(TextWriter writer, IEnumerable<string> cells)
    {
        writer.Write(string.Join(',', cells.Select(static cell =>
            cell.IndexOfAny(Special) < 0
                ? cell
                : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        writer.Write('\n');
    }
}
