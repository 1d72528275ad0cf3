using System.IO.Compression;
using System.Text;
using Dtao.Lab.Feeds;
using Dtao.Numerics;
using Xunit;

namespace Dtao.Lab.Tests.Feeds;

/// <summary>How the files of observations are read, and how bad ones are refused.</summary>
public sealed class FeedFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dtao-feed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Prices_are_read_in_any_order_of_columns_and_absent_ones_stay_absent()
    {
        string path = Write(
            "\uFEFFtime_utc,sn2,block,sn1\r\n2025-10-25T16:00:00Z,0.5,100,\r\n\r\n"
            + "2025-10-25 16:02:00,,110,1e-3\r\n");

        PriceFeed feed = PriceFeed.Read(path);

        Assert.Equal(2, feed.Rows);
        Assert.Equal([new NetUid(2), new NetUid(1)], feed.Subnets);
        Assert.Equal([1L << 31, PriceFeed.Absent], feed.PricesOf(0).ToArray());
        Assert.Equal([PriceFeed.Absent, 4_294_967L], feed.PricesOf(1).ToArray());
        Assert.True(feed.IsWhole);
    }

    [Fact]
    public void A_compressed_file_is_known_by_its_content()
    {
        string path = Path.Combine(_folder, "prices.csv");
        using (GZipStream zip = new(File.Create(path), CompressionLevel.Optimal))
        {
            zip.Write("block,time_utc,sn1\n7,2025-10-25T16:00:00Z,0.5\n"u8);
        }

        PriceFeed feed = PriceFeed.Read(path);

        Assert.Equal(7UL, feed.FirstBlock);
    }

    [Fact]
    public void A_time_between_rows_counts_blocks_from_the_row_before_it()
    {
        PriceFeed feed = PriceFeed.Read(Write(
            "block,time_utc,sn1\n100,2025-10-25T16:00:00Z,1\n103,2025-10-25T17:00:00Z,1\n"));
        DateTime first = feed.TimeOf(0);

        Assert.Equal(100UL, feed.BlockAt(first.AddSeconds(11)));
        Assert.Equal(101UL, feed.BlockAt(first.AddSeconds(12)));
        Assert.Equal(103UL, feed.BlockAt(first.AddMinutes(30)));
        Assert.Equal(104UL, feed.BlockAt(first.AddSeconds(3612)));
        Assert.Equal(first.AddSeconds(3612), feed.TimeAt(104));
    }

    [Theory]
    [InlineData("", "prices.csv: is empty; a header is missing")]
    [InlineData("block,time_utc,sn1\n", "prices.csv: has a header but no row")]
    [InlineData("block,sn1\n1,1\n", "prices.csv:1: has no column 'time_utc'")]
    [InlineData("block,time_utc,sn1,sn1\n", "prices.csv:1: column 'sn1' is there twice")]
    [InlineData("block,time_utc,price\n", "prices.csv:1: column 'price' is none of")]
    [InlineData("block,time_utc\n1,2025-01-01\n", "prices.csv:1: has no column of a subnet")]
    [InlineData("block,time_utc,sn1,\n", "prices.csv:1: column '' is none of")]
    [InlineData("block,time_utc,sn0\n", "prices.csv:1: column 'sn0' is none of")]
    [InlineData("block,time_utc,sn01\n", "prices.csv:1: column 'sn01' is none of")]
    [InlineData("block,time_utc,sn1\n1,2025-01-01\n", "prices.csv:2: has 2 fields, but")]
    [InlineData("block,time_utc,sn1\nx,2025-01-01,1\n", "prices.csv:2: block 'x' is no whole")]
    [InlineData("block,time_utc,sn1\n1,noon,1\n", "prices.csv:2: time_utc 'noon' is no time")]
    [InlineData("block,time_utc,sn1\n1,2025-01-01,nan\n", "prices.csv:2: sn1 'nan' is no price")]
    [InlineData("block,time_utc,sn1\n1,2025-01-01,-1\n", "prices.csv:2: sn1 '-1' is no price")]
    [InlineData(
        "block,time_utc,sn1\n2,2025-01-01,1\n2,2025-01-02,1\n",
        "prices.csv:3: block 2 is there twice")]
    [InlineData(
        "block,time_utc,sn1\n2,2025-01-01,1\n\n1,2025-01-02,1\n",
        "prices.csv:4: block 1 comes after 2; sort the rows by block")]
    [InlineData(
        "block,time_utc,sn1\n1,2025-01-02,1\n2,2025-01-01,1\n",
        "prices.csv:3: time_utc 2025-01-01T00:00:00Z is not after the row before")]
    [InlineData(
        "block,time_utc,sn1\n1,2025-01-01,1\n30000001,2036-06-01,1\n",
        "prices.csv:3: block 30000001 is more than ten years of blocks after the first, 1")]
    [InlineData(
        "block,time_utc,sn1\n1,2025-01-01,1\n7202,2025-01-01T12:00:00Z,1\n",
        "prices.csv:3: block 7202 comes 7201 blocks after the row before, but only 12 hours")]
    public void Prices_that_cannot_be_used_are_told_with_their_line(string text, string expected)
    {
        string path = Write(text);

        FeedFormatException problem =
            Assert.Throws<FeedFormatException>(() => PriceFeed.Read(path));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public void Lines_may_end_as_they_like_wherever_the_reader_stops()
    {
        string[] lines =
        [
            "block,time_utc,sn1",
            .. Enumerable.Range(1, 40_000).Select(static row =>
                $"{row},{DateTime.UnixEpoch.AddSeconds(12 * row):s}Z,0.{row:d9}"),
        ];

        Assert.All(["\n", "\r\n", "\r"], end =>
        {
            PriceFeed feed = PriceFeed.Read(Write(string.Join(end, lines)));

            Assert.Equal(lines.Length - 1, feed.Rows);
            Assert.Equal(40_000UL, feed.LastBlock);
        });
    }

    [Fact]
    public void A_line_without_an_end_is_refused_and_not_read_into_memory()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "there is a line that never ends");

        FeedFormatException problem =
            Assert.Throws<FeedFormatException>(() => PriceFeed.Read("/dev/zero"));

        Assert.Equal(
            "/dev/zero:1: is damaged: a line of more than 1048576 letters", problem.Message);
    }

    [Fact]
    public void A_damaged_compressed_file_is_told()
    {
        string path = Path.Combine(_folder, "prices.csv.gz");
        using (MemoryStream memory = new())
        {
            using (GZipStream zip = new(memory, CompressionLevel.Optimal, leaveOpen: true))
            {
                zip.Write(Encoding.UTF8.GetBytes(
                    "block,time_utc,sn1\n" + string.Join('\n', Enumerable.Range(1, 5_000))));
            }

            File.WriteAllBytes(path, memory.ToArray()[..^200]);
        }

        FeedFormatException problem =
            Assert.Throws<FeedFormatException>(() => PriceFeed.Read(path));

        Assert.StartsWith(path, problem.Message);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_told()
    {
        string missing = Path.Combine(_folder, "none.csv");

        Assert.Equal(
            $"{missing}: there is no such file",
            Assert.Throws<FeedFormatException>(() => PriceFeed.Read(missing)).Message);
        Assert.Equal(
            $"{_folder}: is a folder, not a file",
            Assert.Throws<FeedFormatException>(() => PriceFeed.Read(_folder)).Message);
    }

    [Theory]
    [InlineData("netuid,block\n", ":1: has no column 'registered_block'")]
    [InlineData("netuid,registered_block\n1,5\n1,6\n", ":3: subnet 1 is there twice")]
    [InlineData("netuid,registered_block\n70000,5\n", ":2: netuid '70000' is no whole number")]
    [InlineData(
        "netuid,registered_block,started_block\n1,5,\n2,6,5\n",
        ":3: subnet 2 is started at 5, before it is registered at 6")]
    public void Registrations_that_cannot_be_used_are_told(string text, string expected)
    {
        string path = Write(text);

        FeedFormatException problem =
            Assert.Throws<FeedFormatException>(() => RegisteredBlocks.Read(path));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("time_utc,netuid,emission_tao_per_block\n", ": has a header but no row")]
    [InlineData(
        "time_utc,netuid,emission_tao_per_block\n2025-01-01,1,x\n",
        ":2: emission_tao_per_block 'x' is no emission")]
    [InlineData(
        "time_utc,netuid,emission_tao_per_block\n2025-01-01,1,0.1\n2025-01-01,1,0.1\n",
        ":3: subnet 1 is there twice at 2025-01-01T00:00:00Z")]
    public void Published_shares_that_cannot_be_used_are_told(string text, string expected)
    {
        string path = Write(text);

        FeedFormatException problem =
            Assert.Throws<FeedFormatException>(() => PublishedShares.Read(path));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "prices.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
