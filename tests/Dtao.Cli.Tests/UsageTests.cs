using System.Diagnostics;
using Xunit;

namespace Dtao.Cli.Tests;

/// <summary>Whatever cannot be used is answered by one line that helps, by every command.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dtao-usage-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("", "a command is missing; there are lab, conformance, bench, fuzz, audit")]
    [InlineData("lab", "a command is missing; there are run, compare, attack, sweep, claims")]
    [InlineData("--fast", "'--fast' is no command or option here (see: ./dtao --help)")]
    [InlineData("lab race", "'race' is no command or option here (see: ./dtao lab --help)")]
    [InlineData("explain . --block x --subnet 1", "--block 'x' is no whole number from 0 to 1844")]
    [InlineData("explain . --block 1 --subnet 70000", "'70000' is no whole number from 0 to 65535")]
    [InlineData("bench --subnets many", "--subnets 'many' is no whole number")]
    [InlineData("conformance --case first", "--case 'first' is no whole number")]
    [InlineData("lab claims --only 1 --lang xx", "--lang 'xx' is no language of reports")]
    [InlineData("lab compare launch --rule R4 --from soon", "--from: 'soon' is no value")]
    [InlineData("lab compare launch --rule R4 --days 1", "which has 7,200 blocks (1 day)")]
    [InlineData("lab attack --goal weights:51% --network aged:x", "--network: 'x' is no value")]
    [InlineData("lab run sn28 --set like=launch", "stands in its file")]
    [InlineData("lab run sn28 --set scenario=../x", "'../x' is no name")]
    public async Task One_line_says_what_would_be_accepted(string arguments, string expected)
    {
        DtaoProcess.Ending ending = await RunAsync(
            arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        AssertRefused(expected, ending);
    }

    [Fact]
    public async Task A_rule_that_begins_after_the_end_is_refused()
    {
        DtaoProcess.Ending ending = await RunAsync(
            "lab", "run", "launch", "--days", "1", "--rule", "R4 from 1 days");

        AssertRefused(
            "--rule 'R4 from 1 days': its last rule starts after the end of the run", ending);
    }

    [Fact]
    public async Task What_is_repeated_of_the_input_is_shown_as_one_line_of_letters()
    {
        DtaoProcess.Ending ending = await RunAsync(
            "lab", "run", "a\u001b[31m\nb\tc" + new string('x', 5_000));

        AssertRefused("there is no scenario 'a\\x1b[31m b cxxx", ending);
        Assert.True(ending.Error.Length < 2_100);
    }

    [Fact]
    public async Task Output_that_cannot_be_written_is_named_and_results_stay()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is a file that is always full");

        using Process process = DtaoProcess.StartShell(
            _folder, "lab run launch --days 0.0001 --no-audit --json --out it >/dev/full");
        string error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal(CommandLine.Failed, process.ExitCode);
        Assert.Equal(
            "dtao: standard output cannot be written: No space left on device\n", error);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(_folder, "it")).Length);
    }

    [Fact]
    public async Task A_line_that_nobody_can_read_changes_no_exit_code()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is a file that is always full");

        using Process process = DtaoProcess.StartShell(_folder, "lab run nothing 2>/dev/full");
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal(CommandLine.BadInput, process.ExitCode);
    }

    private void AssertRefused(string expected, DtaoProcess.Ending ending)
    {
        Assert.Equal(CommandLine.BadInput, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.Contains(expected, ending.Error, StringComparison.Ordinal);
        Assert.Single(ending.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    private Task<DtaoProcess.Ending> RunAsync(params string[] arguments) =>
        DtaoProcess.RunAsync(_folder, Cancellation, arguments);
}
