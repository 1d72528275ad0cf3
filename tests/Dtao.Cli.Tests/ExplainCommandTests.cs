using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Dtao.Cli.Tests;

/// <summary>The command <c>dtao explain</c>, run as the built program.</summary>
public sealed class ExplainCommandTests(ExplainedRuns runs) : IClassFixture<ExplainedRuns>
{
    private const ulong Launch = 4_920_351;

    [Fact]
    public async Task A_block_with_an_epoch_is_explained_up_to_who_got_what()
    {
        ulong block = EpochOf(subnet: 1);

        using JsonDocument told = await ExplainAsync(ExplainedRuns.WithEpoch, block);

        string[] stages =
        [
            .. told.RootElement.GetProperty("stages").EnumerateArray()
                .Select(static stage => stage.GetProperty("stage").GetString()!),
        ];
        Assert.Equal("price", stages[0]);
        Assert.Equal("epoch", stages[^1]);
        ulong paid = told.RootElement.GetProperty("payments").EnumerateArray().Aggregate(
            0UL, static (sum, payment) => sum + Number(payment, "incentive_rao"));
        Assert.True(paid > 0);
        Assert.Equal(paid, Number(Result(told, "epoch", "incentives"), "value"));
    }

    [Fact]
    public async Task Every_rao_of_a_dividend_went_to_owner_or_stakers()
    {
        ulong block = EpochOf(subnet: 1);

        using JsonDocument told = await ExplainAsync(ExplainedRuns.WithEpoch, block);

        JsonElement[] payments =
            [.. told.RootElement.GetProperty("payments").EnumerateArray()];
        Assert.Contains(payments, static paid => Number(paid, "alpha_take_rao") > 0);
        Assert.All(payments, static paid => Assert.InRange(
            Number(paid, "dividend")
                - Number(paid, "alpha_take_rao") - Number(paid, "alpha_to_stakers_rao"),
            0UL, 1UL));
        Assert.Equal(
            Number(Result(told, "epoch", "takes of the owners of hotkeys"), "value"),
            Sum(payments, "alpha_take_rao"));
    }

    /// <summary>The first validator's owner stakes behind it, and mines with it.</summary>
    [Fact]
    public async Task An_account_sees_what_its_stakes_gained()
    {
        ulong block = EpochOf(subnet: 1);
        using JsonDocument all = await ExplainAsync(ExplainedRuns.WithEpoch, block);
        JsonElement first = all.RootElement.GetProperty("payments")[0];
        string owner = first.GetProperty("owner").GetString()!;

        using JsonDocument told = await ExplainAsync(
            ExplainedRuns.WithEpoch, block, "--account", owner);

        JsonElement[] stakes = [.. told.RootElement.GetProperty("stakes").EnumerateArray()];
        JsonElement alpha = stakes.Single(stake => stake.GetProperty("subnet").GetInt32() == 1
            && stake.GetProperty("hotkey").GetString() == first.GetProperty("hotkey").GetString());
        ulong gained = Number(alpha, "after_rao") - Number(alpha, "before_rao");
        ulong own = Number(first, "incentive_rao") + Number(first, "alpha_take_rao");
        Assert.InRange(gained, own, own + Number(first, "alpha_to_stakers_rao"));
        Assert.Empty(all.RootElement.GetProperty("stakes").EnumerateArray());
    }

    [Fact]
    public async Task A_slot_that_was_not_paid_is_said_to_be_so()
    {
        string block = EpochOf(subnet: 1).ToString(CultureInfo.InvariantCulture);

        DtaoProcess.Ending ending = await RunAsync(
            "explain", ExplainedRuns.WithEpoch, "--block", block, "--subnet", "1",
            "--uid", "65000");

        Assert.EndsWith(
            "the epoch of this block paid nobody of those asked for\n", ending.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_block_ends_with_the_reserves_of_the_summary()
    {
        using JsonDocument told = await ExplainAsync(ExplainedRuns.Short, Launch + 72);

        using JsonDocument summary = JsonDocument.Parse(await File.ReadAllBytesAsync(
            Path.Combine(runs.Folder, ExplainedRuns.Short, "summary.json"),
            TestContext.Current.CancellationToken));
        JsonElement subnet = summary.RootElement.GetProperty("subnets_at_end")[0];
        Assert.Equal(
            Number(subnet, "tao_in_rao"),
            Number(Result(told, "sale for root", "TAO in the pool afterwards"), "value"));
        Assert.Equal(
            subnet.GetProperty("moving_price").GetString(),
            Result(told, "moving price", "moving price afterwards")
                .GetProperty("value").GetString());
    }

    [Fact]
    public async Task Only_the_neuron_asked_for_is_shown()
    {
        string block = EpochOf(subnet: 1).ToString(CultureInfo.InvariantCulture);

        DtaoProcess.Ending ending = await RunAsync(
            "explain", ExplainedRuns.WithEpoch, "--block", block, "--subnet", "1",
            "--uid", "70", "--json");

        using JsonDocument told = JsonDocument.Parse(ending.Output);
        JsonElement payment =
            Assert.Single(told.RootElement.GetProperty("payments").EnumerateArray());
        Assert.Equal(70, payment.GetProperty("uid").GetInt32());
    }

    [Theory]
    [InlineData("4920351", "1", "--block 4920351: the run has the blocks 4920352 to 4920423")]
    [InlineData("4920424", "1", "--block 4920424: the run has the blocks 4920352 to 4920423")]
    [InlineData("4920400", "0", "--subnet 0: the run has the subnets 1 to 64")]
    [InlineData("4920400", "65", "--subnet 65: the run has the subnets 1 to 64")]
    public async Task What_the_run_does_not_have_is_refused_in_one_line(
        string block, string subnet, string expected)
    {
        DtaoProcess.Ending ending = await RunAsync(
            "explain", ExplainedRuns.Short, "--block", block, "--subnet", subnet);

        Assert.Equal(2, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.Contains(expected, ending.Error, StringComparison.Ordinal);
        Assert.Single(ending.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>First block of an epoch: the number and the subnet's fill up a tempo.</summary>
    private static ulong EpochOf(ulong subnet)
    {
        ulong block = Launch + 1;
        while ((block + subnet + 1) % 361 != 360)
        {
            block++;
        }

        return block;
    }

    private static JsonElement Result(JsonDocument told, string stage, string name) =>
        told.RootElement.GetProperty("stages").EnumerateArray()
            .Single(item => item.GetProperty("stage").GetString() == stage)
            .GetProperty("results").EnumerateArray()
            .Single(item => item.GetProperty("name").GetString() == name);

    private static ulong Number(JsonElement of, string name) =>
        ulong.Parse(of.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static ulong Sum(IEnumerable<JsonElement> payments, string name) =>
        payments.Aggregate(0UL, (sum, payment) => sum + Number(payment, name));

    private async Task<JsonDocument> ExplainAsync(
        string run, ulong block, params string[] more)
    {
        DtaoProcess.Ending ending = await RunAsync(
        [
            "explain", run, "--subnet", "1", "--json",
            "--block", block.ToString(CultureInfo.InvariantCulture), .. more,
        ]);
        Assert.Equal(0, ending.ExitCode);
        Assert.Empty(ending.Error);
        return JsonDocument.Parse(ending.Output);
    }

    private Task<DtaoProcess.Ending> RunAsync(params string[] arguments) =>
        DtaoProcess.RunAsync(runs.Folder, TestContext.Current.CancellationToken, arguments);
}
