using System.IO.Compression;
using System.Text.Json.Nodes;
using Dtao.Testing;
using Xunit;

namespace Dtao.Conformance.Tests;

/// <summary>A file that cannot be used is told so in one line that names the place.</summary>
public class UnusableFileTests
{
    [Fact]
    public void A_cut_compressed_file_is_refused()
    {
        byte[] whole = File.ReadAllBytes(RepositoryRoot.Combine("vectors", "adjust.json.gz"));
        byte[] half = whole[..(whole.Length / 2)];
        using TamperedFile file = TamperedFile.WithBytes("cut.json.gz", half);

        ExpectProblem(file);
    }

    [Fact]
    public void A_small_file_that_unfolds_without_end_is_refused()
    {
        using MemoryStream folded = new();
        using (GZipStream zip = new(folded, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] blanks = new byte[1 << 20];
            blanks.AsSpan().Fill((byte)' ');
            for (int mebibyte = 0; mebibyte < 65; mebibyte++) zip.Write(blanks);
        }

        using TamperedFile file = TamperedFile.WithBytes("bomb.json.gz", folded.ToArray());

        Assert.Contains("more than 64 MiB", ExpectProblem(file));
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{\"file\":", "not valid JSON")]
    [InlineData("[1, 2]", "not a JSON object")]
    [InlineData("{}", "'file' is missing")]
    [InlineData("{\"file\":\"pool\"}", "'reference' is missing")]
    [InlineData("{\"file\":\"pool\",\"reference\":\"some tag\"}", "tells the version")]
    [InlineData("{\"file\":\"pool\",\"reference\":\"(spec_version 7)\"}", "version 7 is unknown")]
    [InlineData("{\"file\":\"pond\",\"reference\":\"(spec_version 246)\"}", "'pond' is unknown")]
    [InlineData("{\"file\":\"pool\",\"reference\":\"(spec_version 246)\"}", "no cases")]
    [InlineData(
        "{\"file\":\"pool\",\"reference\":\"(spec_version 246)\",\"single\":[]}", "no cases")]
    [InlineData(
        "{\"file\":\"pool\",\"reference\":\"(spec_version 246)\",\"single\":{}}", "not an array")]
    [InlineData(
        "{\"file\":\"pool\",\"reference\":\"(spec_version 246)\",\"double\":[{}]}",
        "'double' is unknown")]
    [InlineData(
        "{\"file\":\"pool\",\"reference\":\"(spec_version 246)\",\"tao_weight\":[{}]}",
        "tao_weight[0]: the field 'tao_weight' is missing")]
    [InlineData(
        "{\"file\":\"pool\",\"reference\":\"(spec_version 246)\",\"tao_weight\":[[]]}",
        "tao_weight[0]: an object is needed")]
    public void Text_that_is_no_vector_file_is_refused(string text, string problem)
    {
        using TamperedFile file = TamperedFile.WithText("text.json", text);

        Assert.Contains(problem, ExpectProblem(file));
    }

    [Fact]
    public void A_release_without_an_exact_rule_is_refused_with_those_that_there_are() =>
        ExpectRefused(
            "rules/pool-balancer-spec425",
            static root =>
            {
                root["file"] = "r9-later-spec999";
                root["reference"] = "some tag (spec 999)";
                root.Remove("curve");
                root.Remove("add_liquidity");
                root["moving_price"] = new JsonArray(
                    JsonNode.Parse("""
                    {"state": {"SubnetMechanism": {"1": "1"}}, "steps": [
                      {"block": "1", "SubnetTAO": "1", "SubnetAlphaIn": "1",
                       "SubnetMovingPrice": "1"}]}
                    """));
            },
            "there is no exact rule of release 999, there are R2@246");

    [Fact]
    public void An_unknown_field_is_refused() => ExpectRefused(
        "pool",
        static root => root.At("tao_weight[3]")["colour"] = "blue",
        "tao_weight[3]: the field 'colour' is unknown");

    [Fact]
    public void A_missing_expected_value_is_refused() => ExpectRefused(
        "pool",
        static root => root.At("single[3]").AsObject().Remove("price"),
        "single[3]: the field 'price' is missing");

    [Fact]
    public void An_input_that_is_no_number_is_refused() => ExpectRefused(
        "pool",
        static root => root.At("single[3].amount").ReplaceWith("many"),
        "single[3].amount: 'many' is no UInt64");

    [Fact]
    public void An_unknown_operation_is_refused() => ExpectRefused(
        "versions/246/ops",
        static root => root.At("cases[0].ops[0].op").ReplaceWith("print_money"),
        "cases[0].ops[0]: the operation 'print_money' is unknown");

    [Fact]
    public void An_unknown_storage_item_is_refused() => ExpectRefused(
        "coinbase",
        static root => root.At("scenarios[0].state")["Colour"] = "1",
        "scenarios[0].state: the storage item 'Colour' is unknown");

    [Fact]
    public void An_unknown_account_is_refused() => ExpectRefused(
        "versions/246/ops",
        static root => root.At("cases[0].ops[0].origin").ReplaceWith("stranger"),
        "cases[0].ops[0].origin: the account 'stranger' is not listed");

    [Fact]
    public void A_stored_value_of_another_shape_is_refused() => ExpectRefused(
        "coinbase",
        static root => root.At("scenarios[0].state.SubnetTAO.1").ReplaceWith("-1"),
        "scenarios[0].state.SubnetTAO.1: '-1' is no number of 64 bits");

    [Fact]
    public void A_stage_of_an_epoch_that_nobody_knows_is_refused() => ExpectRefused(
        "epoch_trace",
        static root => root.At("scenarios[0].epochs[0].trace")["mood"] = "1",
        "trace.mood: the value 'mood' is unknown");

    [Fact]
    public void Blocks_out_of_order_are_refused() => ExpectRefused(
        "versions/246/chain",
        static root =>
        {
            JsonArray blocks = root.At("scenarios[0].blocks").AsArray();
            JsonNode last = blocks[^1]!;
            last["block"] = "1";
        },
        "block 1 is out of order");

    [Fact]
    public void A_path_that_names_nothing_is_refused()
    {
        VectorFormatException problem = Assert.Throws<VectorFormatException>(
            static () => VectorFinder.Find(["no/such/file.json"], []));

        Assert.Equal("no/such/file.json: no such file or folder", problem.Message);
    }

    private static void ExpectRefused(string name, Action<JsonObject> change, string problem)
    {
        using TamperedFile file = TamperedFile.Of(name, change);

        Assert.Contains(problem, ExpectProblem(file));
    }

    private static string ExpectProblem(TamperedFile file)
    {
        FileResult result = file.Run();

        Assert.NotNull(result.Problem);
        Assert.DoesNotContain('\n', result.Problem);
        return result.Problem;
    }
}
