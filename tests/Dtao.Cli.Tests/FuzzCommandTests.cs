using System.Text.Json;
using Xunit;

namespace Dtao.Cli.Tests;

/// <summary>The command <c>dtao fuzz</c>, run as the built program.</summary>
public sealed class FuzzCommandTests
{
    [Fact]
    public async Task The_same_seeds_give_the_same_bytes()
    {
        string[] arguments = ["--seeds", "5..7", "--blocks", "40", "--json"];

        DtaoProcess.Ending first = await RunAsync(arguments);
        DtaoProcess.Ending second = await RunAsync(arguments);

        Assert.Equal(0, first.ExitCode);
        Assert.Empty(first.Error);
        Assert.Equal(first.Output, second.Output);
        using JsonDocument document = JsonDocument.Parse(first.Output);
        Assert.Equal(0, document.RootElement.GetProperty("findings").GetInt32());
        Assert.Equal(120, document.RootElement.GetProperty("blocks").GetInt32());
        Assert.Equal(
            [5UL, 6UL, 7UL],
            document.RootElement.GetProperty("runs").EnumerateArray()
                .Select(static run => run.GetProperty("seed").GetUInt64()));
    }

    [Fact]
    public async Task One_seed_is_repeated_up_to_a_block()
    {
        DtaoProcess.Ending ending = await RunAsync("--seed", "6", "--block", "30");

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains("1 seeds, 30 blocks", ending.Output, StringComparison.Ordinal);
        Assert.Contains("0 findings", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_interrupted()
    {
        DtaoProcess.Ending ending = await DtaoProcess.InterruptAsync(
            Directory.GetCurrentDirectory(), "INT", TestContext.Current.CancellationToken,
            "fuzz", "--minutes", "10");

        Assert.Equal(130, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.Contains("dtao: interrupted", ending.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seeds", "1-4", "--seeds '1-4' is no range; give first and last seed")]
    [InlineData("--seeds", "4..1", "--seeds '4..1' ends before it begins")]
    [InlineData("--seed", "-1", "--seed '-1' is no seed; give a whole number")]
    [InlineData("--blocks", "0", "--blocks '0': from 1 to 1000000 blocks can be run")]
    [InlineData("--block", "7", "--block needs the seed it belongs to: --seed S")]
    [InlineData("--minutes", "0", "--minutes '0' is no time; give minutes above 0")]
    [InlineData("--minutes", "long", "--minutes 'long' is no time; give minutes above 0")]
    [InlineData("--worlds", "2", "'--worlds' is no command or option here")]
    public async Task What_cannot_be_run_is_refused_in_one_line(
        string option, string value, string expected)
    {
        DtaoProcess.Ending ending = await RunAsync(option, value);

        Assert.Equal(2, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.Contains(expected, ending.Error, StringComparison.Ordinal);
        Assert.Single(ending.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Task<DtaoProcess.Ending> RunAsync(params string[] arguments) =>
        DtaoProcess.RunAsync(
            Directory.GetCurrentDirectory(),
            TestContext.Current.CancellationToken,
            ["fuzz", .. arguments]);
}
