using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dtao.Lab.Reports;
using Dtao.Lab.Sweeps.Designs;
using Dtao.Lab.Sweeps.Statistics;

namespace Dtao.Lab.Sweeps.Files;

/// <summary>The file <c>summary.json</c> of a sweep: the plan and what its results say.</summary>
/// <remarks>
/// Nothing in it depends on when, where or on how many threads. Source:
/// docs/lab/sweeps.md#files.
/// </remarks>
public static class SweepJson
{
    /// <summary>Name and version of the file's form.</summary>
    public const string Form = "dtao-sweep-1";

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's text, in UTF-8.</summary>
    public static byte[] Of(SweepPlan plan, SweepStatistics statistics)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Layout))
        {
            writer.WriteStartObject();
            WritePlan(writer, plan);
            WriteMethods(writer, plan.Design);
            WriteFailures(writer, plan, statistics.Outcomes);
            WriteMeasures(writer, plan, statistics);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WritePlan(Utf8JsonWriter writer, SweepPlan plan)
    {
        SweepRequest request = plan.Request;
        writer.WriteString("form", Form);
        writer.WriteString("dtao_version", ProgramVersion.Text);
        writer.WriteString("command", request.Command);
        writer.WriteStartObject("inputs");
        writer.WriteString("scenario", plan.Base.Name);
        writer.WriteString("question", plan.Base.Question);
        writer.WriteString("limits", plan.Base.Limits);
        WriteTexts(writer, "varied", request.Variations);
        WriteTexts(writer, "set", request.Sets);
        WriteTexts(
            writer,
            "seeds",
            plan.Seeds.Select(static seed => seed.ToString(CultureInfo.InvariantCulture)));
        writer.WriteString("design", request.Design);
        if (request.Size > 0) writer.WriteNumber("design_size", request.Size);
        writer.WriteString(
            "design_seed", request.DesignSeed.ToString(CultureInfo.InvariantCulture));
        ulong[] blocks = [.. plan.Points.Select(plan.BlocksOf)];
        writer.WriteNumber("blocks_at_least", blocks.Min());
        writer.WriteNumber("blocks_at_most", blocks.Max());
        writer.WriteString("audit", request.IsAudited ? "every block" : "off");
        writer.WriteString("scenario_text", request.Text);
        writer.WriteEndObject();
        writer.WriteNumber("points", plan.Points.Length);
        writer.WriteNumber("runs", plan.Count);
    }

    private static void WriteMethods(Utf8JsonWriter writer, DesignKind design)
    {
        writer.WriteStartObject("methods");
        foreach ((string name, string text) in SweepMethods.Of(design))
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private static void WriteFailures(
        Utf8JsonWriter writer, SweepPlan plan, ImmutableArray<SweepOutcome> outcomes)
    {
        writer.WriteStartArray("failed");
        foreach (SweepOutcome outcome in outcomes)
        {
            if (outcome.Error is not { } error) continue;
            SweepRun run = plan[outcome.Number];
            writer.WriteStartObject();
            writer.WriteNumber("run", run.Number);
            writer.WriteNumber("point", run.Point.Number);
            writer.WriteString("seed", run.Seed.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("error", error);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMeasures(
        Utf8JsonWriter writer, SweepPlan plan, SweepStatistics statistics)
    {
        writer.WriteStartArray("measures");
        for (int measure = 0; measure < plan.Measures.Length; measure++)
        {
            writer.WriteStartObject();
            writer.WriteString("name", plan.Measures[measure].Name);
            writer.WriteString("unit", plan.Measures[measure].Unit);
            writer.WriteString("help", plan.Measures[measure].Help);
            WriteSensitivity(writer, plan, statistics, measure);
            writer.WriteStartArray("points");
            foreach (SweepPoint point in plan.Points)
            {
                writer.WriteStartObject();
                writer.WriteNumber("point", point.Number);
                WriteTexts(
                    writer, "values", point.Changes.Select(static change => change.ToString()));
                WriteBand(writer, statistics.Band(measure, point));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSensitivity(
        Utf8JsonWriter writer, SweepPlan plan, SweepStatistics statistics, int measure)
    {
        if (statistics.EstimateNames.IsEmpty) return;
        if (statistics.Sensitivities[measure] is not { } settings)
        {
            writer.WriteNull("sensitivity");
            return;
        }

        writer.WriteStartArray("sensitivity");
        for (int setting = 0; setting < settings.Length; setting++)
        {
            writer.WriteStartObject();
            writer.WriteString("setting", plan.Variations[setting].Path);
            for (int place = 0; place < statistics.EstimateNames.Length; place++)
            {
                Estimate estimate = settings[setting][place];
                writer.WriteStartObject(statistics.EstimateNames[place]);
                writer.WriteNumber("value", estimate.Value);
                writer.WriteNumber("low_2_5", estimate.Low);
                writer.WriteNumber("high_97_5", estimate.High);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteBand(Utf8JsonWriter writer, Distribution? band)
    {
        writer.WriteNumber("runs", band?.Count ?? 0);
        if (band is null) return;
        writer.WriteNumber("mean", band.Mean);
        writer.WriteNumber("median", band.Median);
        writer.WriteNumber("low_5", band.Low);
        writer.WriteNumber("high_95", band.High);
    }

    private static void WriteTexts(
        Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
