using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dtao.Lab.Reports;
using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>What a feed tells, as a document for programs; numbers are exact strings.</summary>
/// <remarks>Source: docs/how-to/feed.md#the-answer.</remarks>
public static class FeedJson
{
    /// <summary>Name and version of the document's form.</summary>
    public const string Form = "dtao-feed-1";

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One moment, in UTF-8, with its comparison if there is one.</summary>
    public static byte[] Of(
        FeedInputs inputs, FeedMoment moment, SharesComparison? comparison) => Write(writer =>
        {
            WriteInputs(writer, inputs);
            FeedMomentJson.Write(writer, moment);
            if (comparison is null) return;
            writer.WriteStartObject("comparison");
            WriteComparison(writer, comparison);
            WriteShares(writer, comparison);
            writer.WriteEndObject();
        });

    /// <summary>Comparisons at many times, in UTF-8.</summary>
    public static byte[] Of(
        FeedInputs inputs, IEnumerable<SharesComparison> comparisons) => Write(writer =>
        {
            WriteInputs(writer, inputs);
            writer.WriteStartArray("comparisons");
            foreach (SharesComparison comparison in comparisons)
            {
                writer.WriteStartObject();
                writer.WriteNumber("block", comparison.Moment.Block.Value);
                writer.WriteNumber("version", comparison.Moment.Rule.Version);
                writer.WriteString("moving_alpha", comparison.Moment.Rate.Text);
                WriteComparison(writer, comparison);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Layout))
        {
            writer.WriteStartObject();
            writer.WriteString("form", Form);
            writer.WriteString("dtao_version", ProgramVersion.Text);
            write(writer);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteInputs(Utf8JsonWriter writer, FeedInputs inputs)
    {
        PriceFeed feed = inputs.Prices;
        FeedSettings settings = inputs.Settings;
        writer.WriteStartObject("inputs");
        writer.WriteString("prices", feed.Path);
        writer.WriteNumber("rows", feed.Rows);
        writer.WriteNumber("first_block", feed.FirstBlock);
        writer.WriteString("first_time_utc", UtcText.Of(feed.TimeOf(0)));
        writer.WriteNumber("last_block", feed.LastBlock);
        writer.WriteString("last_time_utc", UtcText.Of(feed.TimeOf(feed.Rows - 1)));
        writer.WriteNumber("columns", feed.Subnets.Length);
        writer.WriteBoolean("is_whole_network", feed.IsWhole);
        writer.WriteString("registered", inputs.Registered.Path);
        writer.WriteString(
            "spec", settings.Pinned?.Version.ToString(CultureInfo.InvariantCulture) ?? "of record");
        writer.WriteString("moving_alpha", settings.Rate?.Text ?? "of record");
        writer.WriteString(
            "between_observations", settings.Between == BetweenRows.Line ? "line" : "last");
        writer.WriteString("root_tao", AmountText.Of(settings.RootTao.Rao));
        writer.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter writer, SharesComparison comparison)
    {
        writer.WriteString("published_time_utc", UtcText.Of(comparison.Published));
        writer.WriteNumber("subnets", comparison.Shares.Length);
        writer.WriteString("total_variation", Text(comparison.TotalVariation));
        writer.WriteString("largest_error", Text(Math.Abs(comparison.Largest.Difference)));
        writer.WriteNumber("largest_error_netuid", comparison.Largest.NetUid.Value);
    }

    private static void WriteShares(Utf8JsonWriter writer, SharesComparison comparison)
    {
        writer.WriteStartArray("shares");
        foreach (ComparedShare share in comparison.Shares)
        {
            writer.WriteStartObject();
            writer.WriteNumber("netuid", share.NetUid.Value);
            writer.WriteString("engine", Text(share.Engine));
            writer.WriteString("published", Text(share.Published));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Text(decimal value) => decimal.Round(value, 9).ToString(
        "0.000000000", CultureInfo.InvariantCulture);
}
