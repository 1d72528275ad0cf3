using System.Globalization;
using System.Text;
using System.Text.Json;
using Dtao.Lab.Datasets;
using Dtao.Lab.Reports;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Lab.Tests.Reports;

public class RunReportTests(LaunchRuns runs)
{
    [Fact]
    public void The_series_has_a_unit_in_every_heading_and_a_row_for_every_sample_and_subnet()
    {
        string[] lines = TextOf("series.csv").TrimEnd('\n').Split('\n');

        Assert.All(lines[0].Split(','), static heading => Assert.EndsWith(
            "]", heading, StringComparison.Ordinal));
        Assert.Equal(1 + (4 * 64), lines.Length);
        Assert.All(lines, line => Assert.Equal(14, line.Split(',').Length));
    }

    [Fact]
    public void The_series_leads_back_to_the_very_same_values()
    {
        CsvTable table = CsvTable.Parse(TextOf("series.csv"));
        string[] row = table.Rows[^1];
        SubnetSample subnet = runs.Hours.Last.Subnets[63];

        Assert.Equal(
            subnet.TaoReserve, Tao.Parse(table.Field(row, "tao_in [TAO]")));
        Assert.Equal(
            subnet.AlphaIssuance, Alpha.Parse(table.Field(row, "alpha_issuance [alpha]")));
        Assert.Equal(
            (long)subnet.Price.Value.Bits, BitsOf(table.Field(row, "price [TAO/alpha]")));
        Assert.Equal(
            (long)subnet.RootShares.Protocol.Bits,
            BitsOf(table.Field(row, "root_share_protocol [of 1]")));
        Assert.Equal("0.125000", table.Field(row, "day [d since launch]"));
    }

    [Fact]
    public void The_summary_states_inputs_hashes_and_amounts_in_rao_as_text()
    {
        using JsonDocument document = JsonDocument.Parse(SummaryJson.Of(runs.Hours));
        JsonElement summary = document.RootElement;

        Assert.Equal("1", summary.GetProperty("inputs").GetProperty("seed").GetString());
        Assert.Equal(900, summary.GetProperty("inputs").GetProperty("blocks").GetInt32());
        Assert.Equal(
            runs.Hours.LastStateHash,
            summary.GetProperty("state_hash").GetProperty("last").GetString());
        Assert.Equal(
            "8314000000000000",
            summary.GetProperty("key_days")[0].GetProperty("total_issuance_rao").GetString());
        Assert.Equal(64, summary.GetProperty("subnets_at_end").GetArrayLength());
        Assert.Equal(64, summary.GetProperty("validators").GetArrayLength());
    }

    [Fact]
    public void The_summary_of_three_hours_is_the_one_that_is_kept()
    {
        string summary = Encoding.UTF8.GetString(SummaryJson.Of(runs.Hours));

        Golden.Matches("tests/Dtao.Lab.Tests/Golden/launch-3-hours.json", summary);
    }

    [Fact]
    public void Every_value_in_the_summary_has_a_status()
    {
        using JsonDocument document = JsonDocument.Parse(SummaryJson.Of(runs.Hours));

        string[] known = ["real", "derived", "inferred", "synthesized"];
        IEnumerable<string?> found = document.RootElement.GetProperty("values").EnumerateArray()
            .Select(static value => value.GetProperty("status").GetString());
        Assert.Equal(known.Order(), found.Distinct().Order());
    }

    [Fact]
    public void The_summary_of_a_week_says_whether_its_claims_hold()
    {
        using JsonDocument document = JsonDocument.Parse(SummaryJson.Of(runs.Week));

        Assert.Equal(
            [true, true],
            document.RootElement.GetProperty("claims").EnumerateArray()
                .Select(static claim => claim.GetProperty("holds").GetBoolean()));
    }

    [Fact]
    public void The_report_forbids_itself_to_load_anything()
    {
        string page = TextOf("report.html");

        Assert.Contains(
            "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\"",
            page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_names_both_definitions_and_how_to_repeat_it()
    {
        string page = TextOf("report.html");

        Assert.Contains("root share (1)", page, StringComparison.Ordinal);
        Assert.Contains("root share (2)", page, StringComparison.Ordinal);
        Assert.Contains(runs.Hours.LastStateHash, page, StringComparison.Ordinal);
        Assert.Contains(runs.Hours.Point.Command, page, StringComparison.Ordinal);
        Assert.Contains("Miner&#39;s Union Validator", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_is_the_same_each_time_and_of_a_size_that_a_mail_takes()
    {
        string page = TextOf("report.html");

        Assert.Equal(page, TextOf("report.html"));
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 500_000, 1_250_000);
    }

    [Fact]
    public void The_facts_of_the_report_are_json_that_cannot_end_the_script()
    {
        string page = TextOf("report.html");
        int from = page.IndexOf("id=\"facts\">", StringComparison.Ordinal) + 11;
        string facts = page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)];

        using JsonDocument document = JsonDocument.Parse(facts);
        JsonElement choice = document.RootElement.GetProperty("choices")[0];
        Assert.Equal(64, choice.GetProperty("options").GetArrayLength());
        Assert.DoesNotContain("<", facts, StringComparison.Ordinal);
    }

    private static long BitsOf(string text) => (long)Math.Round(
        decimal.Parse(text, CultureInfo.InvariantCulture) * 4_294_967_296m);

    private string TextOf(string file)
    {
        using MemoryStream stream = new();
        new RunReport(runs.Hours, ReportLanguage.English).WriteFile(file, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
