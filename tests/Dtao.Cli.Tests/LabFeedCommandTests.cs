using System.Globalization;
using System.Text.Json;
using Dtao.Testing;
using Xunit;

namespace Dtao.Cli.Tests;

/// <summary>The command <c>dtao lab feed</c>, run as the built program.</summary>
public sealed class LabFeedCommandTests : IDisposable
{
    private static readonly string October = RepositoryRoot.Combine(
        "data", "prices", "prices_10block_2025-10-23_26.csv.gz");

    private static readonly string Registered =
        RepositoryRoot.Combine("data", "emission", "registered_blocks.csv");

    private static readonly string Published =
        RepositoryRoot.Combine("data", "emission", "emission_share_daily.csv.gz");

    private readonly string _folder = Directory.CreateTempSubdirectory("dtao-feed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_25th_of_October_comes_out_as_published_and_says_by_which_rule()
    {
        DtaoProcess.Ending ending = await FeedAsync(
            October, "--registered", Registered, "--at", "2025-10-25T16:00:56Z",
            "--published", Published, "--json");

        Assert.Equal(0, ending.ExitCode);
        Assert.Empty(ending.Error);
        using JsonDocument told = JsonDocument.Parse(ending.Output);
        JsonElement root = told.RootElement;
        Assert.Equal(298, root.GetProperty("rule").GetProperty("version").GetInt32());
        Assert.Equal("0.0003", root.GetProperty("rule").GetProperty("moving_alpha").GetString());
        JsonElement comparison = root.GetProperty("comparison");
        Assert.InRange(Number(comparison, "total_variation"), 0m, 0.0005m);
        Assert.Equal(68, root.GetProperty("subnets").GetArrayLength());
        decimal sum = root.GetProperty("subnets").EnumerateArray()
            .Sum(static subnet => Number(subnet, "emission_share"));
        Assert.InRange(sum, 0.999999m, 1m);
    }

    [Fact]
    public async Task A_time_and_its_block_give_the_same_answer()
    {
        DtaoProcess.Ending byTime = await FeedAsync(
            October, "--registered", Registered, "--at", "2025-10-25 16:00:48", "--json");
        DtaoProcess.Ending byBlock = await FeedAsync(
            October, "--registered", Registered, "--at", "6737770", "--json");

        Assert.Equal(0, byTime.ExitCode);
        Assert.Equal(byTime.Output, byBlock.Output);
    }

    [Fact]
    public async Task The_answer_can_be_written_to_a_file()
    {
        DtaoProcess.Ending printed = await FeedAsync(
            October, "--registered", Registered, "--at", "6737770", "--json");
        DtaoProcess.Ending written = await FeedAsync(
            October, "--registered", Registered, "--at", "6737770", "--out", "new/answer.json");

        Assert.Equal(0, written.ExitCode);
        Assert.Contains("rule       of version 298", written.Output, StringComparison.Ordinal);
        Assert.Equal(
            printed.Output,
            await File.ReadAllTextAsync(
                Path.Combine(_folder, "new", "answer.json"),
                TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "new")));
    }

    [Fact]
    public async Task The_series_has_a_row_for_each_observation()
    {
        DtaoProcess.Ending ending = await FeedAsync(
            October, "--registered", Registered, "--series", "series.csv");

        Assert.Equal(0, ending.ExitCode);
        string[] lines = await File.ReadAllLinesAsync(
            Path.Combine(_folder, "series.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(2_881, lines.Length);
    }

    [Theory]
    [InlineData("", "nothing is asked; give --at TIME, --published FILE or --series FILE.csv")]
    [InlineData("--at soon", "--at 'soon' is neither a time nor a block")]
    [InlineData("--at 2025-10-22", "--at '2025-10-22' is not covered by the prices; they go from")]
    [InlineData("--at 6754557", "--at '6754557' is not covered by the prices")]
    [InlineData("--at 6737770 --spec 334", "--spec '334' is no version in which prices decide")]
    [InlineData("--at 6737770 --moving-alpha 0", "--moving-alpha '0' is no rate")]
    [InlineData("--at 6737770 --between both", "--between 'both' is unknown; give line or last")]
    [InlineData("--at 6737770 --root-tao much", "--root-tao 'much' is no amount")]
    [InlineData("--at 6737770 --published none.csv", "none.csv: there is no such file")]
    [InlineData("--at 6737770 --out .", "'.' is a folder; give a file")]
    public async Task What_cannot_be_used_is_refused_in_one_line(string options, string expected)
    {
        string[] given = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        DtaoProcess.Ending ending =
            await FeedAsync([October, "--registered", Registered, .. given]);

        AssertRefused(expected, ending);
    }

    [Fact]
    public async Task A_bad_row_is_told_with_file_and_line_and_nothing_is_written()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "prices.csv"),
            "block,time_utc,sn1\n20,2025-10-25T16:00:00Z,0.1\n10,2025-10-25T16:02:00Z,0.1\n",
            TestContext.Current.CancellationToken);

        DtaoProcess.Ending ending = await FeedAsync(
            "prices.csv", "--registered", Registered, "--at", "20", "--series", "series.csv");

        AssertRefused("prices.csv:3: block 10 comes after 20; sort the rows by block", ending);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("--series", "prices.csv", "--series 'prices.csv' would take the place of 'prices")]
    [InlineData("--out", "./prices.csv", "--out './prices.csv' would take the place of 'prices")]
    [InlineData("--out", "link.csv", "--out 'link.csv' would take the place of 'prices.csv'")]
    public async Task What_is_read_is_never_overwritten(string option, string file, string expected)
    {
        const string Text = "block,time_utc,sn1\n6900000,2025-10-20T00:00:00Z,0.1\n";
        string prices = Path.Combine(_folder, "prices.csv");
        await File.WriteAllTextAsync(prices, Text, TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(_folder, "link.csv"), prices);

        DtaoProcess.Ending ending = await FeedAsync(
            "prices.csv", "--registered", Registered, "--at", "6900001", option, file);

        AssertRefused(expected, ending);
        Assert.Equal(
            Text, await File.ReadAllTextAsync(prices, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task After_flows_took_over_prices_are_asked_only_by_a_version()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "prices.csv"),
            "block,time_utc,sn1\n6900000,2025-11-20T00:00:00Z,0.1\n",
            TestContext.Current.CancellationToken);

        DtaoProcess.Ending refused = await FeedAsync(
            "prices.csv", "--registered", Registered, "--at", "6900001");
        DtaoProcess.Ending pinned = await FeedAsync(
            "prices.csv", "--registered", Registered, "--at", "6900001", "--spec", "333");

        AssertRefused("flows decide emission, not prices", refused);
        Assert.Equal(0, pinned.ExitCode);
    }

    private static void AssertRefused(string expected, DtaoProcess.Ending ending)
    {
        Assert.Equal(2, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.Contains(expected, ending.Error, StringComparison.Ordinal);
        Assert.Single(ending.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static decimal Number(JsonElement of, string name) =>
        decimal.Parse(of.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private Task<DtaoProcess.Ending> FeedAsync(params string[] arguments) =>
        DtaoProcess.RunAsync(
            _folder, TestContext.Current.CancellationToken, ["lab", "feed", .. arguments]);
}
