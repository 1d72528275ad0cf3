using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dtao.Runtime.Audit;

namespace Dtao.Lab.Reports;

/// <summary>The section <c>audit</c> of a summary: where every rao went.</summary>
/// <remarks>Amounts are strings in rao. Source: docs/spec/audit.md#causes.</remarks>
public static class AuditJson
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The report as a document of its own, in UTF-8.</summary>
    /// <param name="command">The command that repeats the run.</param>
    /// <param name="report">The report.</param>
    public static byte[] Of(string command, AuditReport report)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Layout))
        {
            writer.WriteStartObject();
            writer.WriteString("form", "dtao-audit-1");
            writer.WriteString("command", command);
            Write(writer, report);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Writes the section.</summary>
    public static void Write(Utf8JsonWriter writer, AuditReport report)
    {
        writer.WriteStartObject("audit");
        writer.WriteNumber("blocks", report.Blocks);
        WriteAmount(writer, "unexplained_rao", report.Unexplained);
        WriteAmount(writer, "excess_shares", (Int128)report.Closing.ExcessShares);
        writer.WriteStartArray("places");
        foreach (AuditStatement statement in report.Statements)
        {
            Write(writer, statement);
        }

        writer.WriteEndArray();
        WriteFlows(writer, report);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AuditStatement statement)
    {
        writer.WriteStartObject();
        writer.WriteString("name", statement.Name);
        writer.WriteString("title", statement.Title);
        writer.WriteString("unit", UnitOf(statement.Unit));
        WriteAmount(writer, "opening_rao", statement.Opening);
        writer.WriteStartArray("lines");
        foreach (AuditLine line in statement.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("cause", NameOf(line.Rule));
            WriteAmount(writer, "rao", line.Rao);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteAmount(writer, "closing_rao", statement.Closing);
        writer.WriteEndObject();
    }

    private static void WriteFlows(Utf8JsonWriter writer, AuditReport report)
    {
        writer.WriteStartArray("flows");
        foreach (FlowTotal total in report.Flows)
        {
            writer.WriteStartObject();
            writer.WriteString("cause", NameOf(total.Rule));
            writer.WriteString(
                "kind", JsonNamingPolicy.SnakeCaseLower.ConvertName($"{total.Rule.Kind}"));
            writer.WriteString("unit", UnitOf(total.Rule.Unit));
            writer.WriteString("text", total.Rule.Text);
            WriteAmount(writer, "rao", (Int128)total.Rao);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string NameOf(FlowRule rule) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName($"{rule.Cause}");

    private static string UnitOf(FlowUnit unit) =>
        unit == FlowUnit.Tao ? "rao of TAO" : "rao of alpha";

    private static void WriteAmount(Utf8JsonWriter writer, string name, Int128 rao) =>
        writer.WriteString(name, rao.ToString(CultureInfo.InvariantCulture));
}
