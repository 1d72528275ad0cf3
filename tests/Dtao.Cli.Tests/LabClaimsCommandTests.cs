using System.Text.Json;
using Xunit;

namespace Dtao.Cli.Tests;

public sealed class LabClaimsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dtao-claims-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Claims_are_printed_with_figures_and_verdict_and_written_as_a_report()
    {
        DtaoProcess.Ending ending = await RunAsync(
            "lab", "claims", "--only", "4,10", "--out", "claims");

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains(" 4  holds", ending.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 36 claims: 2 holds", ending.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["report.html", "series.csv", "summary.json"],
            Directory.GetFiles(Path.Combine(_folder, "claims"))
                .Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Json_has_every_figure_with_its_unit()
    {
        DtaoProcess.Ending ending = await RunAsync(
            "lab", "claims", "--only", "10", "--json", "--out", "claims");

        using JsonDocument summary = JsonDocument.Parse(ending.Output);
        JsonElement claim = summary.RootElement.GetProperty("claims")[0];
        Assert.Equal(10, claim.GetProperty("number").GetInt32());
        Assert.All(claim.GetProperty("measured").EnumerateArray(), static figure =>
            Assert.NotEmpty(figure.GetProperty("unit").GetString()!));
    }

    [Fact]
    public async Task A_table_replaces_an_earlier_one_and_names_its_rule()
    {
        string[] command = ["lab", "claims", "--only", "8", "--json", "--out", "claims"];
        DtaoProcess.Ending first = await RunAsync(command);
        DtaoProcess.Ending second = await RunAsync([.. command, "--rule", "cap"]);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(("version", "holds"), RuleAndVerdict(first.Output));
        Assert.Equal(("cap", "fails"), RuleAndVerdict(second.Output));

        static (string?, string?) RuleAndVerdict(string json)
        {
            using JsonDocument summary = JsonDocument.Parse(json);
            JsonElement root = summary.RootElement;
            return (
                root.GetProperty("rule").GetString(),
                root.GetProperty("claims")[0].GetProperty("verdict").GetString());
        }
    }

    [Fact]
    public async Task An_unknown_rule_is_refused_in_one_line()
    {
        DtaoProcess.Ending ending = await RunAsync("lab", "claims", "--rule", "R99");

        Assert.Equal(2, ending.ExitCode);
        Assert.Contains("--rule 'R99'", ending.Error, StringComparison.Ordinal);
        Assert.Contains("R6b@425", ending.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("37")]
    [InlineData("0")]
    [InlineData("7..4")]
    [InlineData("all")]
    public async Task Numbers_that_name_no_claim_are_refused_in_one_line(string numbers)
    {
        DtaoProcess.Ending ending = await RunAsync("lab", "claims", "--only", numbers);

        Assert.Equal(2, ending.ExitCode);
        Assert.Contains($"--only '{numbers}'", ending.Error, StringComparison.Ordinal);
        Assert.Contains("1 to 36", ending.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    private Task<DtaoProcess.Ending> RunAsync(params string[] arguments) =>
        DtaoProcess.RunAsync(_folder, Cancellation, arguments);
}
