using System.Text.Json;
using Xunit;

namespace Dtao.Cli.Tests;

/// <summary>The command <c>dtao audit</c>, run as the built program.</summary>
public sealed class AuditCommandTests : IDisposable
{
    private readonly string _folder =
        Directory.CreateTempSubdirectory("dtao-audit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_scenario_is_audited_to_the_rao()
    {
        DtaoProcess.Ending ending = await RunAsync("audit", "launch", "--days", "0.1");

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains("720.000000000 TAO", ending.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "unexplained: 0 rao in 720 blocks\n", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_run_is_repeated_and_gives_the_audit_of_its_summary()
    {
        string run = Path.Combine(_folder, "run");
        await RunAsync("lab", "run", "launch", "--days", "0.05", "--seed", "7", "--out", run);

        DtaoProcess.Ending ending = await RunAsync("audit", run, "--json");

        Assert.Equal(0, ending.ExitCode);
        Assert.Empty(ending.Error);
        using JsonDocument audit = JsonDocument.Parse(ending.Output);
        using JsonDocument summary = await SummaryOf(run);
        Assert.Equal(
            summary.RootElement.GetProperty("audit").ToString(),
            audit.RootElement.GetProperty("audit").ToString());
        JsonElement section = audit.RootElement.GetProperty("audit");
        Assert.Equal("0", section.GetProperty("unexplained_rao").GetString());
    }

    [Fact]
    public async Task A_run_that_cannot_be_repeated_fails()
    {
        string run = Path.Combine(_folder, "run");
        await RunAsync("lab", "run", "launch", "--days", "0.01", "--out", run);
        string path = Path.Combine(run, "summary.json");
        string summary = await File.ReadAllTextAsync(
            path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            path,
            summary.Replace("\"blocks\": 72,", "\"blocks\": 73,", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        DtaoProcess.Ending ending = await RunAsync("audit", run, "--json");

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains(
            "another version of the program made it", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_audit_says_so_and_ends_in_the_same_state()
    {
        string with = Path.Combine(_folder, "with");
        string without = Path.Combine(_folder, "without");

        await RunAsync("lab", "run", "launch", "--days", "0.05", "--out", with);
        await RunAsync("lab", "run", "launch", "--days", "0.05", "--no-audit", "--out", without);

        using JsonDocument audited = await SummaryOf(with);
        using JsonDocument alone = await SummaryOf(without);
        Assert.True(audited.RootElement.TryGetProperty("audit", out _));
        Assert.False(alone.RootElement.TryGetProperty("audit", out _));
        Assert.EndsWith(
            "--no-audit", alone.RootElement.GetProperty("command").GetString(),
            StringComparison.Ordinal);
        Assert.Equal(
            audited.RootElement.GetProperty("state_hash").ToString(),
            alone.RootElement.GetProperty("state_hash").ToString());
    }

    [Theory]
    [InlineData("nowhere", "'nowhere' is no folder and no scenario")]
    [InlineData(".", "'.' holds no summary.json")]
    public async Task What_is_no_run_is_refused_in_one_line(string what, string expected)
    {
        DtaoProcess.Ending ending = await RunAsync("audit", what);

        Assert.Equal(2, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.Contains(expected, ending.Error, StringComparison.Ordinal);
        Assert.Single(ending.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<JsonDocument> SummaryOf(string run) => JsonDocument.Parse(
        await File.ReadAllBytesAsync(
            Path.Combine(run, "summary.json"), TestContext.Current.CancellationToken));

    private Task<DtaoProcess.Ending> RunAsync(params string[] arguments) =>
        DtaoProcess.RunAsync(_folder, TestContext.Current.CancellationToken, arguments);
}
