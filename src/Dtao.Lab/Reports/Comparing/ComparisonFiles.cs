using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dtao.Lab.Comparing;
using Dtao.Lab.Measures;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;

namespace Dtao.Lab.Reports.Comparing;

/// <summary>The three files of a comparison.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="command">The command that repeats it.</param>
/// <param name="language">Language of the page; the other files have none.</param>
public sealed class ComparisonFiles(
    Comparison comparison, string command, ReportLanguage language)
{
    /// <summary>Name and version of the summary's form.</summary>
    public const string Form = "dtao-comparison-1";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the file of this name.</summary>
    public void WriteFile(string name, Stream stream)
    {
        using StreamWriter writer = new(stream, Utf8, leaveOpen: true);
        switch (name)
        {
            case "summary.json":
                stream.Write(Summary());
                break;
            case "series.csv":
                WriteSeries(writer);
                break;
            case "report.html":
                writer.Write(ReportPage.Render(
                    ComparisonReport.Of(comparison, command), language));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name));
        }
    }

    /// <summary>The summary as JSON in UTF-8; amounts are strings in rao.</summary>
    public byte[] Summary()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Layout))
        {
            writer.WriteStartObject();
            writer.WriteString("form", Form);
            writer.WriteString("dtao_version", ProgramVersion.Text);
            writer.WriteString("command", command);
            writer.WriteStartArray("runs");
            foreach ((string rule, string actors, RunResult run) in Runs())
            {
                WriteRun(writer, rule, actors, run);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("replays");
            foreach (Variant variant in comparison.Variants)
            {
                writer.WriteStartObject();
                writer.WriteString("rule", variant.Rules.Text);
                writer.WriteNumber("calls_applied", variant.Applied);
                writer.WriteNumber("calls_failed", variant.Failed);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteRun(
        Utf8JsonWriter writer, string rule, string actors, RunResult run)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", rule);
        writer.WriteString("actors", actors);
        writer.WriteString("state_hash", run.LastStateHash);
        writer.WriteString(
            "effective_subnets",
            Comparison.EffectiveSubnets(run).ToString("0.####", CultureInfo.InvariantCulture));
        writer.WriteStartArray("subnets");
        foreach (SubnetEmission emission in run.Emissions)
        {
            writer.WriteStartObject();
            writer.WriteNumber("netuid", emission.NetUid.Value);
            writer.WriteString(
                "tao_rao", emission.Total.Rao.ToString(CultureInfo.InvariantCulture));
            writer.WriteString(
                "tao_per_day",
                Comparison.TaoPerDay(run, emission.NetUid)
                    .ToString("0.######", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteSeries(StreamWriter writer)
    {
        writer.Write("rule,actors,day,netuid,tao_rao\n");
        foreach ((string rule, string actors, RunResult run) in Runs())
        {
            foreach (SubnetEmission emission in run.Emissions)
            {
                for (int day = 0; day < emission.Days.Length; day++)
                {
                    writer.Write(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{rule},{actors},{day},{emission.NetUid.Value},"));
                    writer.Write(string.Create(
                        CultureInfo.InvariantCulture, $"{emission.Days[day].Rao}\n"));
                }
            }
        }
    }

    private IEnumerable<(string Rule, string Actors, RunResult Run)> Runs()
    {
        string own = comparison.Base.Point.RulesInForce?.Text ?? Plans.RuleSchedule.OfVersion;
        yield return (own, "as it was", comparison.Base);
        foreach (Variant variant in comparison.Variants)
        {
            yield return (variant.Rules.Text, "same calls", variant.Replayed);
            yield return (variant.Rules.Text, "reacting", variant.Lived);
        }
    }
}
