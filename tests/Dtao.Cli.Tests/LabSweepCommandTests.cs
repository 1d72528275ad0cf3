using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dtao.Cli.Tests;

public sealed class LabSweepCommandTests : IDisposable
{
    private static readonly string[] Small =
    [
        "lab", "sweep", "sn28", "--vary", "holders.capital=1..9 TAO in 3 steps", "--seeds", "1..4",
        "--days", "0.1",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("dtao-sweep-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sweep_that_is_killed_twice_ends_with_the_same_bytes()
    {
        DtaoProcess.Ending whole = await RunAsync([.. Small, "--out", "whole", "--threads", "2"]);
        Assert.Equal(0, whole.ExitCode);

        await KillAfterRunsAsync("killed", 1);
        await KillAfterRunsAsync("killed", 3);
        DtaoProcess.Ending ending = await RunAsync(["lab", "sweep", "--resume", "killed"]);

        Assert.Equal(0, ending.ExitCode);
        Assert.Matches("12 runs: .* ([3-9]|1[01]) of them are there already", ending.Error);
        string[] files = ["bands.csv", "report.html", "summary.json", "sweep.csv", "sweep.db"];
        Assert.Equal(files, NamesIn("whole"));
        Assert.Equal(files, NamesIn("killed"));
        Assert.All(files, file => Assert.Equal(BytesOf("whole", file), BytesOf("killed", file)));
    }

    [Fact]
    public async Task An_interrupted_sweep_ends_its_runs_and_goes_on_with_the_same_command()
    {
        DtaoProcess.Ending stopped = await DtaoProcess.InterruptAsync(
            _folder, "INT", Cancellation, [.. Small, "--threads", "1"]);
        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains(
            "go on with: ./dtao lab sweep --resume out/sweep-sn28", stopped.Error,
            StringComparison.Ordinal);

        DtaoProcess.Ending ending = await RunAsync([.. Small, "--json"]);

        Assert.Equal(0, ending.ExitCode);
        Assert.Empty(ending.Error);
        Assert.Equal(
            File.ReadAllText(Path.Combine(_folder, "out/sweep-sn28/summary.json")), ending.Output);
    }

    [Fact]
    public async Task A_disk_that_is_full_is_named_and_loses_nothing_that_was_kept()
    {
        Assert.Equal(0, (await RunAsync([.. Small, "--out", "whole", "--json"])).ExitCode);
        await DtaoProcess.InterruptAsync(
            _folder, "INT", Cancellation, [.. Small, "--out", "it", "--threads", "1"]);
        Execute(
            "it",
            "CREATE TRIGGER full BEFORE INSERT ON runs WHEN NEW.number = 6 "
                + "BEGIN SELECT RAISE(ABORT, 'disk is full'); END");

        DtaoProcess.Ending full = await RunAsync(
            ["lab", "sweep", "--resume", "it", "--threads", "1", "--json"]);

        Assert.Equal(2, full.ExitCode);
        Assert.Empty(full.Output);
        Assert.Equal(
            "dtao: 'it/sweep.db' cannot be written (SQLite Error 19: 'disk is full'); "
                + "5 of 12 runs are kept, go on with: ./dtao lab sweep --resume it\n",
            full.Error);
        Execute("it", "DROP TRIGGER full");
        Assert.Equal(0, (await RunAsync(["lab", "sweep", "--resume", "it"])).ExitCode);
        Assert.All(
            NamesIn("whole"), file => Assert.Equal(BytesOf("whole", file!), BytesOf("it", file!)));
    }

    [Fact]
    public async Task A_sweep_says_how_busy_the_processor_was_only_when_it_ran_something()
    {
        string[] arguments =
        [
            "lab", "sweep", "sn28", "--vary", "order=random | sandwich", "--seeds", "1",
            "--days", "0.01", "--threads", "1",
        ];

        string first = (await RunAsync(arguments)).Output;
        string second = (await RunAsync(arguments)).Output;

        Assert.Matches(
            @"\nprocessor: [\d.]+ s in [\d.]+ s, \d+ % of 1 core; garbage collection took ", first);
        Assert.DoesNotContain("processor:", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("moonshot", "moonshot")]
    [InlineData("launch has no agents", "launch")]
    [InlineData("nothing varies", "sn28")]
    [InlineData("no known unit", "sn28", "--vary", "holders.capital=1..9 kg in 2 steps")]
    [InlineData("unknown setting", "sn28", "--vary", "holders.size=1..9 TAO in 2 steps")]
    [InlineData("out of range", "sn28", "--vary", "foundation.allies=1..64 validators")]
    [InlineData(
        "no design 'cube'", "sn28", "--vary", "order=random | sandwich", "--design", "cube")]
    [InlineData("--threads '-1'", "sn28", "--vary", "order=random | sandwich", "--threads=-1")]
    [InlineData("--points", "sn28", "--vary", "order=random | sandwich", "--points", "many")]
    [InlineData("no seeds", "sn28", "--vary", "order=random | sandwich", "--seeds", "none")]
    [InlineData("--days '0'", "sn28", "--vary", "order=random | sandwich", "--days", "0")]
    [InlineData("is missing", "--resume", "nowhere")]
    [InlineData("says itself", "sn28", "--resume", "nowhere")]
    [InlineData("given", "sn28", "--vary", "order=random | sandwich", "--out", "given")]
    public async Task Bad_input_is_named_in_one_line_and_nothing_is_written(
        string named, params string[] arguments)
    {
        File.WriteAllText(Path.Combine(_folder, "given"), "a file");

        DtaoProcess.Ending ending = await RunAsync(["lab", "sweep", .. arguments]);

        Assert.Equal(2, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.Single(ending.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains(named, ending.Error, StringComparison.Ordinal);
        Assert.Equal(["given"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    /// <summary>Kills the program (SIGKILL) when the log of its store has grown by some runs.
    /// </summary>
    private async Task KillAfterRunsAsync(string place, int runs)
    {
        using Process process = DtaoProcess.Start(
            _folder, [.. Small, "--out", place, "--threads", "1"]);
        string store = Path.Combine(_folder, place, "sweep.db");
        while (!process.HasExited && CountOf(store) < runs)
        {
            await Task.Delay(20, Cancellation);
        }

        Assert.False(process.HasExited, "the sweep is still on its way");
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }

    private static long CountOf(string store)
    {
        if (!File.Exists(store)) return 0;
        using SqliteConnection connection = Open(store);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM runs";
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteConnection Open(string store)
    {
        SqliteConnection connection = new($"Data Source={store};Mode=ReadWrite;Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string place, string statement)
    {
        using SqliteConnection connection = Open(Path.Combine(_folder, place, "sweep.db"));
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private byte[] BytesOf(string place, string file) =>
        File.ReadAllBytes(Path.Combine(_folder, place, file));

    private IEnumerable<string?> NamesIn(string place) =>
        Directory.GetFiles(Path.Combine(_folder, place)).Select(Path.GetFileName).Order();

    private Task<DtaoProcess.Ending> RunAsync(string[] arguments) =>
        DtaoProcess.RunAsync(_folder, Cancellation, arguments);
}
