using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dtao.Lab.Datasets;
using Dtao.Lab.Events;
using Dtao.Lab.Measures;
using Dtao.Lab.Plans;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;

namespace Dtao.Lab.Reports;

/// <summary>The file <c>summary.json</c>: inputs, state hash and key figures.</summary>
/// <remarks>
/// Amounts are strings in rao; fixed-point numbers are strings too, exact. Nothing in it depends
/// on when or where the run was made. Source: docs/lab/launch.md#summary.
/// </remarks>
public static class SummaryJson
{
    /// <summary>Name and version of the file's form.</summary>
    public const string Form = "dtao-run-1";

    /// <summary>How the form of every result begins.</summary>
    internal const string FormFamily = "\"form\": \"dtao-";

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's text, in UTF-8.</summary>
    public static byte[] Of(RunResult result)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Layout))
        {
            writer.WriteStartObject();
            WriteInputs(writer, result);
            WriteVersions(writer, result);
            WriteValues(writer, result.Point.Scenario.Values);
            WriteUnits(writer);
            WriteKeyFigures(writer, result);
            WriteClaims(writer, result);
            WriteFindings(writer, result);
            AccountsJson.Write(writer, result);
            WriteSubnets(writer, result);
            WriteValidators(writer, result);
            if (result.Audit is { } audit) AuditJson.Write(writer, audit);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteInputs(Utf8JsonWriter writer, RunResult result)
    {
        Point point = result.Point;
        writer.WriteString("form", Form);
        writer.WriteString("dtao_version", ProgramVersion.Text);
        writer.WriteString("command", point.Command);
        writer.WriteStartObject("inputs");
        writer.WriteString("scenario", point.Scenario.Name);
        writer.WriteString("question", point.Scenario.Question);
        writer.WriteString("limits", point.Scenario.Limits);
        writer.WriteString("days", point.Horizon.DaysText);
        writer.WriteNumber("blocks", point.Horizon.Blocks);
        writer.WriteString("seed", point.Seed.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("spec", point.SpecText);
        if (point.Pinned is { } pinned) writer.WriteNumber("pinned_version", pinned.Version);
        if (point.RulesInForce is { } rules) writer.WriteString("rule", rules.Text);
        writer.WriteNumber("blocks_between_samples", result.SampleStep);
        if (point.Scenario.Plan?.Source is { } source) WriteSource(writer, source);
        writer.WriteEndObject();

        writer.WriteStartObject("time");
        WriteMoment(writer, "first", result, result.First);
        WriteMoment(writer, "last", result, result.Last);
        writer.WriteEndObject();

        writer.WriteStartObject("state_hash");
        writer.WriteString("algorithm", "BLAKE2b-256 over all storage entries in key order");
        writer.WriteString("first", result.FirstStateHash);
        writer.WriteString("last", result.LastStateHash);
        writer.WriteEndObject();
    }

    private static void WriteMoment(
        Utf8JsonWriter writer, string name, RunResult result, NetworkSample sample)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("block", sample.Block.Value);
        writer.WriteString("time_utc", result.Point.Scenario.Clock.TextOf(sample.Block));
        writer.WriteNumber("version", sample.Version);
        writer.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter writer, PlanSource source)
    {
        writer.WriteStartObject("file");
        writer.WriteString("name", source.File);
        writer.WriteString("text", source.Text);
        writer.WriteStartArray("changes");
        foreach (Change change in source.Changes) writer.WriteStringValue(change.ToString());
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter writer, RunResult result)
    {
        if (result.Findings.Length == 0) return;
        writer.WriteStartArray("findings");
        foreach (Finding finding in result.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("name", finding.Name);
            writer.WriteNumber("netuid", finding.Subnet);
            if (finding.Named.Length > 0) writer.WriteString("about", finding.Named);
            writer.WriteString(
                "value", finding.Value?.ToString("0.##########", CultureInfo.InvariantCulture));
            writer.WriteString("unit", finding.Unit);
            writer.WriteString("expected", finding.ExpectedText);
            writer.WriteString("because", finding.Because);
            writer.WriteBoolean("holds", finding.Holds);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteVersions(Utf8JsonWriter writer, RunResult result)
    {
        writer.WriteStartArray("events");
        foreach (DatedEvent happening in result.Events)
        {
            writer.WriteStartObject();
            writer.WriteNumber("block", happening.Block.Value);
            writer.WriteString("day", DayText.Of(result.AgeOf(happening.Block)));
            writer.WriteString(
                "time_utc", result.Point.Scenario.Clock.TextOf(happening.Block));
            writer.WriteString("kind", happening.Kind);
            writer.WriteString("text", happening.Text);
            writer.WriteString("status", NameOf(happening.Status));
            writer.WriteString("note", happening.Note);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter writer, IEnumerable<StatedValue> values)
    {
        writer.WriteStartArray("values");
        foreach (StatedValue value in values)
        {
            writer.WriteStartObject();
            writer.WriteString("name", value.Name);
            writer.WriteString("value", value.Value);
            writer.WriteString("unit", value.Unit);
            writer.WriteString("status", NameOf(value.Status));
            writer.WriteString("note", value.Note);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteUnits(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("units");
        writer.WriteString("rao", "10^-9 TAO, or 10^-9 alpha of the subnet");
        writer.WriteString("day", "7,200 blocks since the launch block");
        writer.WriteString("price", "TAO per alpha");
        writer.WriteString("share", "of 1");
        writer.WriteString(
            "root_share_staked",
            "weighted root TAO / (weighted root TAO + alpha staked outside the pool)");
        writer.WriteString(
            "root_share_protocol",
            "weighted root TAO / (weighted root TAO + all alpha, the pool's included)");
        writer.WriteString(
            "root_share_counted",
            "weighted root TAO / (weighted root TAO + the chain's counter of alpha outside)");
        writer.WriteEndObject();
    }

    private static void WriteKeyFigures(Utf8JsonWriter writer, RunResult result)
    {
        writer.WriteStartObject("weights");
        writer.WriteNumber("rows_set", result.RowsSet);
        writer.WriteNumber("turns_without_permit", result.TurnsWithoutPermit);
        writer.WriteEndObject();

        writer.WriteStartArray("key_days");
        foreach (NetworkSample sample in KeyDays.Of(result))
        {
            writer.WriteStartObject();
            writer.WriteNumber("block", sample.Block.Value);
            writer.WriteString("day", DayText.Of(result.AgeOf(sample.Block)));
            WriteRootShares(writer, sample.RootShares);
            WriteAmount(writer, "total_issuance_rao", sample.TotalIssuance.Rao);
            WriteAmount(writer, "root_tao_rao", sample.RootTao.Rao);
            WriteAmount(writer, "root_staked_rao", sample.RootStaked.Rao);
            WriteAmount(writer, "tao_in_pools_rao", sample.TaoInPools.Rao);
            WriteAmount(writer, "free_tao_rao", sample.FreeTao.Rao);
            writer.WriteString("sum_of_prices", sample.SumOfPrices.Value.ToString());
            writer.WriteString(
                "sum_of_moving_prices", sample.SumOfMovingPrices.Value.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteClaims(Utf8JsonWriter writer, RunResult result)
    {
        writer.WriteStartArray("claims");
        foreach (Claim claim in result.Point.Claims)
        {
            if (result.AtDay(claim.Day) is not { } sample) continue;
            writer.WriteStartObject();
            writer.WriteString("name", claim.Name);
            writer.WriteNumber("day", claim.Day);
            writer.WriteString("found", claim.Choose(sample.RootShares).ToString());
            writer.WriteString("expected", claim.RangeText);
            writer.WriteString("reason", claim.Reason);
            writer.WriteBoolean("holds", claim.HoldsFor(sample.RootShares));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSubnets(Utf8JsonWriter writer, RunResult result)
    {
        writer.WriteStartArray("subnets_at_end");
        for (int index = 0; index < result.Last.Subnets.Length; index++)
        {
            SubnetSample subnet = result.Last.Subnets[index];
            writer.WriteStartObject();
            writer.WriteNumber("netuid", subnet.NetUid.Value);
            writer.WriteString("name", result.Point.Scenario.Subnets[index].Name);
            writer.WriteString("symbol", result.Point.Scenario.Subnets[index].Symbol);
            WriteAmount(writer, "tao_in_rao", subnet.TaoReserve.Rao);
            WriteAmount(writer, "alpha_in_rao", subnet.AlphaReserve.Rao);
            WriteAmount(writer, "alpha_outstanding_rao", subnet.AlphaOutstanding.Rao);
            WriteAmount(writer, "alpha_staked_rao", subnet.AlphaStaked.Rao);
            writer.WriteString("price", subnet.Price.Value.ToString());
            writer.WriteString("moving_price", subnet.MovingPrice.Value.ToString());
            writer.WriteString("emission_share", subnet.EmissionShare.ToString());
            WriteRootShares(writer, subnet.RootShares);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValidators(Utf8JsonWriter writer, RunResult result)
    {
        writer.WriteStartArray("validators");
        foreach (ValidatorStanding standing in result.Validators)
        {
            writer.WriteStartObject();
            writer.WriteString("name", standing.Name);
            WriteAmount(writer, "root_stake_at_start_rao", standing.RootStakeAtStart.Rao);
            WriteAmount(writer, "root_stake_at_end_rao", standing.RootStakeAtEnd.Rao);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRootShares(Utf8JsonWriter writer, RootShares shares)
    {
        writer.WriteString("root_share_staked", shares.Staked.ToString());
        writer.WriteString("root_share_protocol", shares.Protocol.ToString());
        writer.WriteString("root_share_counted", shares.Counted.ToString());
    }

    private static void WriteAmount(Utf8JsonWriter writer, string name, ulong rao) =>
        writer.WriteString(name, rao.ToString(CultureInfo.InvariantCulture));

    private static string NameOf(ValueStatus status) => status.ToString().ToLowerInvariant();
}
