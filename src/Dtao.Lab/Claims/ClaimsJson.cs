using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports;

namespace Dtao.Lab.Claims;

/// <summary>The table of claims as JSON.</summary>
public static class ClaimsJson
{
    private const string Form = "dtao-claims-1";

    /// <summary>The file <c>summary.json</c>; figures are decimal text.</summary>
    public static byte[] Of(
        ImmutableArray<ClaimResult> results, ulong seed, string? rule, string command)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new() { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("form", Form);
            writer.WriteString("dtao_version", ProgramVersion.Text);
            writer.WriteString("command", command);
            writer.WriteString("seed", seed.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("rule", rule ?? RuleSchedule.OfVersion);
            writer.WriteStartArray("claims");
            foreach (ClaimResult result in results) WriteClaim(writer, result);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteClaim(Utf8JsonWriter writer, ClaimResult result)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", result.Claim.Number);
        writer.WriteString("claim", result.Claim.Text);
        writer.WriteString("method", result.Claim.Method);
        writer.WriteString("verdict", ClaimsText.WordOf(result.Outcome.Verdict));
        writer.WriteString("reason", result.Outcome.Reason);
        writer.WriteStartArray("measured");
        foreach (ClaimFigure figure in result.Outcome.Figures)
        {
            writer.WriteStartObject();
            writer.WriteString("name", figure.Name);
            writer.WriteString(
                "value", figure.Value?.ToString("0.############", CultureInfo.InvariantCulture));
            writer.WriteString("unit", figure.Unit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
