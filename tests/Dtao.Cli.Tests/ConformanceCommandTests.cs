using System.IO.Compression;
using System.Text.Json;
using Xunit;

namespace Dtao.Cli.Tests;

/// <summary>The command <c>dtao conformance</c> as a stranger uses it.</summary>
public sealed class ConformanceCommandTests : IDisposable
{
    private const string Header =
        "\"file\":\"pool\",\"reference\":\"a release (spec_version 246)\",\"seed\":\"1\"";

    private const string Stored = "\"stored\":\"18446744073709551615\"";
    private const string Good = $"{{{Stored},\"tao_weight\":\"4294967296\"}}";
    private const string Wrong = $"{{{Stored},\"tao_weight\":\"4294967297\"}}";

    private readonly ConformanceProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_file_that_passes_exits_with_0()
    {
        ConformanceOutcome outcome = ConformanceProgram.Run(ConformanceProgram.Vectors("adjust"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["adjust: 1810 passed, 0 failed", "1810 passed, 0 failed"], outcome.Output);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void Without_a_path_the_repositorys_own_vectors_run()
    {
        ConformanceOutcome outcome = ConformanceProgram.Run("--only", "neuron_to_prune");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("adjust: 250 passed, 0 failed", outcome.Output);
        Assert.Contains("versions/233/prune: 18 passed, 0 failed", outcome.Output);
        Assert.Equal("286 passed, 0 failed", outcome.Output[^1]);
    }

    [Fact]
    public void A_failed_case_exits_with_1_and_says_what_was_expected_where()
    {
        string file = _program.Write("weights.json", FileOf(Good, Wrong));

        ConformanceOutcome outcome = ConformanceProgram.Run(file);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [
                "weights: 1 passed, 1 failed",
                "  tao_weight[1].tao_weight: expected 4294967297, got 4294967296",
                "1 passed, 1 failed",
            ],
            outcome.Output);
        Assert.Empty(outcome.Error);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("no json at all")]
    [InlineData("{\"file\":\"pool\",\"reference\":\"(spec_version 246)\",\"pond\":[{}]}")]
    [InlineData("{\"file\":\"pond\",\"reference\":\"(spec_version 246)\",\"pond\":[{}]}")]
    public void An_unusable_file_exits_with_2_and_one_line_that_names_it(string text)
    {
        string file = _program.Write("odd.json", text);

        ConformanceOutcome outcome = ConformanceProgram.Run(file);

        Assert.Equal(2, outcome.ExitCode);
        string line = Assert.Single(outcome.Error);
        Assert.StartsWith($"dtao: {file}: ", line);
    }

    [Fact]
    public void A_cut_compressed_file_exits_with_2()
    {
        byte[] whole = File.ReadAllBytes(ConformanceProgram.Vectors("pool"));
        string file = _program.Own("cut.json.gz");
        File.WriteAllBytes(file, whole[..1_000]);

        ConformanceOutcome outcome = ConformanceProgram.Run(file);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"dtao: {file}: ", Assert.Single(outcome.Error));
    }

    [Fact]
    public void An_unusable_file_does_not_hide_the_others()
    {
        _program.Write("set/a.json", FileOf(Good));
        _program.Write("set/b.json", "{");
        _program.Write("set/c.json", FileOf(Wrong));

        ConformanceOutcome outcome = ConformanceProgram.Run(_program.Own("set"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Single(outcome.Error);
        Assert.Equal("a: 1 passed, 0 failed", outcome.Output[0]);
        Assert.Equal("c: 0 passed, 1 failed", outcome.Output[1]);
        Assert.Equal("1 passed, 1 failed", outcome.Output[^1]);
    }

    [Theory]
    [InlineData("no-such-file.json")]
    [InlineData("--case", "-1")]
    [InlineData("--case", "first")]
    [InlineData("--only", "no-such-array")]
    [InlineData("--colour")]
    public void Arguments_that_cannot_be_used_exit_with_2_and_one_line(params string[] arguments)
    {
        string file = _program.Write("weights.json", FileOf(Good));

        ConformanceOutcome outcome = ConformanceProgram.Run([file, .. arguments]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("dtao: ", Assert.Single(outcome.Error));
    }

    [Fact]
    public void A_folder_without_vectors_exits_with_2()
    {
        Directory.CreateDirectory(_program.Own("empty"));

        ConformanceOutcome outcome = ConformanceProgram.Run(_program.Own("empty"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("no .json or .json.gz file", Assert.Single(outcome.Error));
    }

    [Fact]
    public void Worked_examples_are_left_out_of_a_folder_with_a_note()
    {
        _program.Write("set/a.json", FileOf(Good));
        string example = _program.Write("set/examples/one.json", "{\"file\":\"one\"}");

        ConformanceOutcome folder = ConformanceProgram.Run(_program.Own("set"));
        ConformanceOutcome file = ConformanceProgram.Run(example);

        Assert.Equal(0, folder.ExitCode);
        Assert.Contains("left out", Assert.Single(folder.Error));
        Assert.Equal(2, file.ExitCode);
    }

    [Fact]
    public void Compression_is_told_by_content_and_not_by_name()
    {
        string plain = _program.Write("plain.json.gz", FileOf(Good));
        string packed = _program.Own("packed.json");
        using (GZipStream stream = new(File.Create(packed), CompressionLevel.Optimal))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(FileOf(Good)));
        }

        ConformanceOutcome outcome = ConformanceProgram.Run(plain, packed);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("2 passed, 0 failed", outcome.Output[^1]);
    }

    [Fact]
    public void Where_the_header_is_silent_the_folder_tells_the_version()
    {
        string silent = FileOf(Good).Replace(
            " (spec_version 246)", string.Empty, StringComparison.Ordinal);
        string known = _program.Write("versions/234/pool.json", silent);
        string unknown = _program.Write("pool.json", silent);

        ConformanceOutcome told = ConformanceProgram.Run(known, "--json");
        ConformanceOutcome untold = ConformanceProgram.Run(unknown);

        Assert.Equal(0, told.ExitCode);
        Assert.Contains("\"version\": 234", string.Concat(told.Output));
        Assert.Equal(2, untold.ExitCode);
    }

    [Fact]
    public void Json_says_the_same_for_programs()
    {
        string file = _program.Write("weights.json", FileOf(Good, Wrong));

        ConformanceOutcome outcome = ConformanceProgram.Run(file, "--json");

        Assert.Equal(1, outcome.ExitCode);
        using JsonDocument json = JsonDocument.Parse(string.Join('\n', outcome.Output));
        Assert.Equal(1, json.RootElement.GetProperty("failed").GetInt32());
        JsonElement first = json.RootElement.GetProperty("files")[0].GetProperty("first");
        Assert.Equal("tao_weight[1].tao_weight", first.GetProperty("path").GetString());
        Assert.Equal("4294967297", first.GetProperty("expected").GetString());
        Assert.Equal("4294967296", first.GetProperty("got").GetString());
    }

    private static string FileOf(params string[] cases) =>
        $"{{{Header},\"tao_weight\":[{string.Join(',', cases)}]}}";
}
