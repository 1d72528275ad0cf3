using System.Text.Json;
using Xunit;

namespace Dtao.Cli.Tests;

/// <summary>The command <c>dtao bench</c>, run as the built program.</summary>
public sealed class BenchCommandTests
{
    [Fact]
    public async Task The_figures_come_as_json_with_the_first_size_on_top()
    {
        DtaoProcess.Ending ending =
            await RunAsync("--subnets", "2", "3", "--tempos", "2", "--json");

        Assert.Equal(0, ending.ExitCode);
        Assert.Empty(ending.Error);
        using JsonDocument document = JsonDocument.Parse(ending.Output);
        JsonElement top = document.RootElement;
        Assert.Equal(2, top.GetProperty("subnets").GetInt32());
        Assert.True(top.GetProperty("blocks_per_second").GetDouble() > 0);
        Assert.True(top.GetProperty("epoch_microseconds").GetDouble() > 0);
        Assert.True(top.GetProperty("bytes_per_block").GetDouble() >= 0);
        Assert.True(top.GetProperty("staking_block_milliseconds").GetDouble() > 0);
        Assert.True(top.GetProperty("bytes_per_staking_call").GetDouble() >= 0);
        Assert.Equal(
            [2, 3],
            top.GetProperty("runs").EnumerateArray()
                .Select(run => run.GetProperty("subnets").GetInt32()));
    }

    [Fact]
    public async Task The_state_after_the_measurement_is_the_same_every_time()
    {
        DtaoProcess.Ending first = await RunAsync("--subnets", "2", "--tempos", "2", "--json");
        DtaoProcess.Ending second = await RunAsync("--subnets", "2", "--tempos", "2", "--json");

        Assert.Equal(HashOf(first), HashOf(second));
    }

    [Theory]
    [InlineData("--subnets", "0", "--subnets 0: from 1 to 1024 subnets can be measured")]
    [InlineData("--subnets", "1025", "--subnets 1025: from 1 to 1024 subnets can be measured")]
    [InlineData("--tempos", "1", "--tempos 1: from 2 to 10000 tempos can be measured")]
    [InlineData("--tempos", "many", "--tempos 'many' is no whole number")]
    [InlineData("--size", "2", "'--size' is no command or option here")]
    public async Task What_cannot_be_measured_is_refused_in_one_line(
        string option, string value, string expected)
    {
        DtaoProcess.Ending ending = await RunAsync(option, value);

        Assert.Equal(2, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.Contains(expected, ending.Error, StringComparison.Ordinal);
        Assert.Single(ending.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string HashOf(DtaoProcess.Ending ending)
    {
        using JsonDocument document = JsonDocument.Parse(ending.Output);
        return document.RootElement.GetProperty("state_hash").GetString()!;
    }

    private static Task<DtaoProcess.Ending> RunAsync(params string[] arguments) =>
        DtaoProcess.RunAsync(
            Directory.GetCurrentDirectory(),
            TestContext.Current.CancellationToken,
            ["bench", .. arguments]);
}
