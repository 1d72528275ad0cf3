using System.Globalization;
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
    public const string Form = "dtao-comparison-2";

    /// <summary>Writes the file of this name.</summary>
    public void WriteFile(string name, Stream stream) => ResultFiles.Write(
        name, stream, Summary, WriteSeries,
        () => ReportPage.Render(ComparisonReport.Of(comparison, command), language));

    /// <summary>The summary as JSON in UTF-8; amounts are strings in rao.</summary>
    public byte[] Summary() => ResultFiles.Summary(Form, command, writer =>
    {
        writer.WriteNumber("first_day", comparison.FirstDay);
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
    });

    private void WriteRun(
        Utf8JsonWriter writer, string rule, string actors, RunResult run)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", rule);
        writer.WriteString("actors", actors);
        writer.WriteString("state_hash", run.LastStateHash);
        writer.WriteString(
            "effective_subnets",
            comparison.EffectiveSubnets(run).ToString("0.####", CultureInfo.InvariantCulture));
        writer.WriteStartArray("subnets");
        foreach (SubnetEmission emission in run.Emissions)
        {
            writer.WriteStartObject();
            writer.WriteNumber("netuid", emission.NetUid.Value);
            writer.WriteString(
                "tao_rao",
                comparison.Spent(run, emission.NetUid)
                    .ToString("0", CultureInfo.InvariantCulture));
            writer.WriteString(
                "tao_per_day",
                comparison.TaoPerDay(run, emission.NetUid)
                    .ToString("0.######", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteSeries(TextWriter writer)
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
                        $"\"{rule}\",{actors},{day},{emission.NetUid.Value},"));
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
