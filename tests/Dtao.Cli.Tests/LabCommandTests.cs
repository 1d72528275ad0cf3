using Xunit;

namespace Dtao.Cli.Tests;

public sealed class LabCommandTests : IDisposable
{
    private const string Short = "0.05";

    private readonly string _folder = Directory.CreateTempSubdirectory("dtao-lab-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task List_names_each_scenario_with_its_question_and_command()
    {
        DtaoProcess.Ending ending = await RunAsync("lab", "list");

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains("launch: ", ending.Output, StringComparison.Ordinal);
        Assert.Contains("./dtao lab run launch", ending.Output, StringComparison.Ordinal);
        Assert.Empty(ending.Error);
    }

    [Fact]
    public async Task Help_explains_every_option_with_its_default()
    {
        DtaoProcess.Ending ending = await RunAsync("lab", "run", "--help");

        Assert.Equal(0, ending.ExitCode);
        Assert.All(
            [
                "--days", "--seed", "--spec", "--out", "--lang", "--json", "233, 234", "[default:",
                "days of",
            ],
            part => Assert.Contains(part, ending.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_writes_three_files_and_says_where()
    {
        DtaoProcess.Ending ending = await RunAsync("lab", "run", "launch", "--days", Short);

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains("out/launch/report.html", ending.Output, StringComparison.Ordinal);
        Assert.Contains("state hash", ending.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["report.html", "series.csv", "summary.json"],
            Directory.GetFiles(Path.Combine(_folder, "out", "launch"))
                .Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_json_prints_the_summary_alone()
    {
        await RunAsync(
            "lab", "run", "launch", "--days", Short, "--seed", "7", "--out", "first");

        DtaoProcess.Ending second = await RunAsync(
            "lab", "run", "launch", "--days", Short, "--seed", "7", "--out", "second", "--json");

        Assert.Equal(0, second.ExitCode);
        Assert.Empty(second.Error);
        Assert.Equal(ReadText("second", "summary.json"), second.Output);
        Assert.All(["summary.json", "series.csv", "report.html"], file => Assert.Equal(
            ReadText("first", file), ReadText("second", file)));
    }

    [Fact]
    public async Task The_language_changes_the_report_and_no_figure()
    {
        await RunAsync("lab", "run", "launch", "--days", Short, "--out", "english");

        DtaoProcess.Ending ending = await RunAsync(
            "lab", "run", "launch", "--days", Short, "--lang", "zh-TW", "--out", "chinese");

        Assert.Equal(0, ending.ExitCode);
        string report = ReadText("chinese", "report.html");
        Assert.Contains("<html lang=\"zh-TW\">", report, StringComparison.Ordinal);
        Assert.Contains("--lang zh-TW", report, StringComparison.Ordinal);
        Assert.All(["summary.json", "series.csv"], file => Assert.Equal(
            ReadText("english", file), ReadText("chinese", file)));
    }

    [Theory]
    [InlineData("moonshot", "lab", "run", "moonshot")]
    [InlineData("247", "lab", "run", "launch", "--spec", "247")]
    [InlineData("v2.0.6", "lab", "run", "launch", "--spec", "v2.0.6")]
    [InlineData("'0'", "lab", "run", "launch", "--days", "0")]
    [InlineData("-3", "lab", "run", "launch", "--days=-3")]
    [InlineData("9999999", "lab", "run", "launch", "--days", "9999999")]
    [InlineData("month", "lab", "run", "launch", "--days", "month")]
    [InlineData("-1", "lab", "run", "launch", "--seed=-1")]
    [InlineData("1.5", "lab", "run", "launch", "--seed", "1.5")]
    [InlineData("'fr'", "lab", "run", "launch", "--lang", "fr")]
    [InlineData("--fast", "lab", "run", "launch", "--fast")]
    [InlineData("scenario", "lab", "run")]
    [InlineData("given", "lab", "run", "launch", "--out", "given")]
    [InlineData("given", "lab", "run", "launch", "--out", "given/below")]
    [InlineData("/proc", "lab", "run", "launch", "--out", "/proc/dtao/result")]
    public async Task Bad_input_is_named_in_one_line_and_nothing_is_written(
        string named, params string[] arguments)
    {
        File.WriteAllText(Path.Combine(_folder, "given"), "a file");

        DtaoProcess.Ending ending = await RunAsync(arguments);

        Assert.Equal(2, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.Single(ending.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains(named, ending.Error, StringComparison.Ordinal);
        Assert.Equal(["given"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Unknown_versions_are_answered_with_the_known_ones()
    {
        DtaoProcess.Ending ending = await RunAsync("lab", "run", "launch", "--spec", "240");

        Assert.Contains(
            "233, 234, 238, 239, 244, 245, 246", ending.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task An_interrupted_run_ends_with_130_and_leaves_nothing(string signal)
    {
        DtaoProcess.Ending ending = await DtaoProcess.InterruptAsync(
            _folder, signal, Cancellation, "lab", "run", "launch", "--days", "3650");

        Assert.Equal(130, ending.ExitCode);
        Assert.EndsWith("dtao: interrupted\n", ending.Error, StringComparison.Ordinal);
        Assert.Empty(ending.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    private string ReadText(string folder, string file) =>
        File.ReadAllText(Path.Combine(_folder, folder, file));

    private Task<DtaoProcess.Ending> RunAsync(params string[] arguments) =>
        DtaoProcess.RunAsync(_folder, Cancellation, arguments);
}
