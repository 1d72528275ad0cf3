using Dtao.Lab.Reports;
using Dtao.Lab.Runs;
using Xunit;

namespace Dtao.Lab.Tests.Reports;

/// <summary>What is wrong with the summary of a finished run is named by its path.</summary>
public sealed class FinishedRunTests : IDisposable
{
    private const string Whole = """
        {
          "form": "dtao-run-1",
          "inputs": {
            "scenario": "launch", "blocks": 72, "seed": "7", "pinned_version": 238, "rule": "R4"
          },
          "state_hash": { "last": "ab" }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("dtao-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void A_summary_says_what_was_run(string mark)
    {
        Write(mark + Whole);

        FinishedRun run = FinishedRun.Read(_folder);

        Point point = run.Point;
        Assert.Equal(
            ("launch", 72UL, 7UL, 238, "R4", "ab"),
            (point.Scenario.Name, point.Horizon.Blocks, point.Seed, point.Pinned!.Version,
                point.Rules!.Text, run.LastStateHash));
    }

    [Theory]
    [InlineData(Whole, "[]", "it is not an object")]
    [InlineData(Whole, "", "line 1 is no JSON")]
    [InlineData("238,", "238 238", "line 4 is no JSON")]
    [InlineData("dtao-run-1", "dtao-run-9", "form is 'dtao-run-9', not 'dtao-run-1'")]
    [InlineData("\"form\"", "\"from\"", "form is missing")]
    [InlineData("72", "0", "inputs.blocks is no whole number from 1 to 26280000")]
    [InlineData("72", "26280001", "inputs.blocks is no whole number from 1 to 26280000")]
    [InlineData("72", "\"72\"", "inputs.blocks is no whole number from 1 to 26280000")]
    [InlineData("\"7\"", "\"18446744073709551616\"", "'18446744073709551616' is no seed")]
    [InlineData("\"7\"", "7", "inputs.seed is not a text")]
    [InlineData("238", "237", "inputs.pinned_version: there is no version 237")]
    [InlineData("\"launch\"", "\"lunch\"", "inputs.scenario: there is no scenario 'lunch'")]
    [InlineData("\"last\"", "\"first\"", "state_hash.last is missing")]
    [InlineData("\"ab\"", "null", "state_hash.last is not a text")]
    [InlineData(
        "\"scenario\"",
        "\"file\": { \"name\": \"a.yaml\", \"text\": \"a\", \"changes\": [1] }, \"x\"",
        "inputs.file.changes[0] is not a text")]
    public void What_cannot_be_repeated_is_named_by_its_path(
        string right, string wrong, string problem)
    {
        Write(Whole.Replace(right, wrong));

        FormatException found = Assert.Throws<FormatException>(() => FinishedRun.Read(_folder));

        string path = Path.Combine(_folder, "summary.json");
        Assert.StartsWith($"'{path}' is no summary of a run: ", found.Message);
        Assert.Contains(problem, found.Message);
    }

    private void Write(string text) =>
        File.WriteAllText(Path.Combine(_folder, "summary.json"), text);
}
