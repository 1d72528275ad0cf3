using System.Collections.Immutable;
using System.Globalization;
using Dtao.Lab.Datasets;
using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>Observed prices of subnets: one row a block, one column a subnet.</summary>
/// <remarks>Columns <c>block,time_utc,sn1,sn2,…</c>. Source: docs/how-to/feed.md#prices.</remarks>
public sealed class PriceFeed
{
    /// <summary>An empty field: the subnet was absent.</summary>
    public const long Absent = -1;

    private const string Prefix = "sn";
    private const ulong LatestBlock = uint.MaxValue;

    /// <summary>Ten years: every block of a feed is counted through.</summary>
    private const ulong MostBlocks = 3_650 * BlockClock.BlocksPerDay;

    /// <summary>Blocks take 12 seconds or longer; observations may be late by this.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromHours(1);

    private readonly List<ulong> _blocks = [];
    private readonly List<DateTime> _times = [];
    private readonly List<long[]> _prices = [];

    private PriceFeed(string path, ImmutableArray<NetUid> subnets)
    {
        Path = path;
        Subnets = subnets;
    }

    /// <summary>The file, as it was given.</summary>
    public string Path { get; }

    /// <summary>The subnets, in the order of the columns.</summary>
    public ImmutableArray<NetUid> Subnets { get; }

    /// <summary>Number of rows; at least one.</summary>
    public int Rows => _blocks.Count;

    /// <summary>The first block.</summary>
    public ulong FirstBlock => _blocks[0];

    /// <summary>The last block.</summary>
    public ulong LastBlock => _blocks[^1];

    /// <summary>
    /// The columns leave no number out, so that the feed can be of the whole network.
    /// </summary>
    public bool IsWhole => Subnets.Max(static subnet => subnet.Value) == Subnets.Length;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FeedFormatException">It cannot be used.</exception>
    public static PriceFeed Read(string path)
    {
        using TableFile table = TableFile.Open(path);
        int block = table.Column("block");
        int time = table.Column("time_utc");
        int[] columns = [.. Enumerable.Range(0, table.Columns.Length)
            .Where(column => column != block && column != time)];
        if (columns.Length == 0) throw table.Problem("has no column of a subnet: sn1, sn2, …");
        PriceFeed feed = new(path, [.. columns.Select(column => SubnetOf(table, column))]);
        while (table.Read())
        {
            feed.Add(table, table.Whole(block, LatestBlock), table.Time(time));
            feed._prices.Add([.. columns.Select(column => PriceOf(table, column))]);
        }

        if (feed.Rows == 0) throw new FeedFormatException(path, "has a header but no row");
        return feed;
    }

    /// <summary>Block of a row.</summary>
    public ulong BlockOf(int row) => _blocks[row];

    /// <summary>Time of a row, UTC.</summary>
    public DateTime TimeOf(int row) => _times[row];

    /// <summary>Prices of a row in the order of the columns, in 2^-32 TAO per alpha.</summary>
    public ReadOnlySpan<long> PricesOf(int row) => _prices[row];

    /// <summary>The last row that is not after a time; -1 before the first.</summary>
    public int RowAt(DateTime time) => Last(_times.BinarySearch(time));

    /// <summary>The last row that is not after a block; -1 before the first.</summary>
    public int RowAt(ulong block) => Last(_blocks.BinarySearch(block));

    /// <summary>The last block that is not after a time, 12 seconds a block from its row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before the first row.</exception>
    public ulong BlockAt(DateTime time)
    {
        int row = RowAt(time);
        ArgumentOutOfRangeException.ThrowIfNegative(row, nameof(time));
        ulong block = _blocks[row]
            + (ulong)((time - _times[row]).Ticks / BlockClock.TimeOfBlock.Ticks);
        return row + 1 < Rows ? Math.Min(block, _blocks[row + 1]) : block;
    }

    /// <summary>The time of a block, 12 seconds a block from the row before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is before the first row.</exception>
    public DateTime TimeAt(ulong block)
    {
        int row = RowAt(block);
        ArgumentOutOfRangeException.ThrowIfNegative(row, nameof(block));
        return _times[row] + ((long)(block - _blocks[row]) * BlockClock.TimeOfBlock);
    }

    private static int Last(int found) => found >= 0 ? found : ~found - 1;

    private void Add(TableFile table, ulong block, DateTime time)
    {
        if (Rows > 0 && block <= LastBlock)
        {
            throw table.Problem(block == LastBlock
                ? $"block {block} is there twice; give one row a block"
                : $"block {block} comes after {LastBlock}; sort the rows by block");
        }

        if (Rows > 0 && time <= _times[^1])
        {
            throw table.Problem($"time_utc {UtcText.Of(time)} is not after the row before "
                + $"({UtcText.Of(_times[^1])})");
        }

        if (Rows > 0) CheckPace(table, block, time);
        _blocks.Add(block);
        _times.Add(time);
    }

    private void CheckPace(TableFile table, ulong block, DateTime time)
    {
        if (block - FirstBlock > MostBlocks)
        {
            throw table.Problem(
                $"block {block} is more than ten years of blocks after the first, {FirstBlock}");
        }

        TimeSpan least = (long)(block - LastBlock) * BlockClock.TimeOfBlock;
        if (time - _times[^1] + Lateness >= least) return;
        throw table.Problem(
            $"block {block} comes {block - LastBlock} blocks after the row before, but only "
            + $"{Hours(time - _times[^1])} hours; a block takes 12 seconds");
    }

    private static string Hours(TimeSpan time) =>
        time.TotalHours.ToString("0.#", CultureInfo.InvariantCulture);

    private static NetUid SubnetOf(TableFile table, int column)
    {
        string name = table.Columns[column];
        ushort number = 0;
        if (name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            _ = ushort.TryParse(
                name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture,
                out number);
        }

        return number > 0 && name == string.Create(
            CultureInfo.InvariantCulture, $"{Prefix}{number}")
            ? new(number)
            : throw table.Problem($"column '{name}' is none of block, time_utc, sn1, sn2, …");
    }

    private static long PriceOf(TableFile table, int column)
    {
        string text = table[column];
        if (text.Length == 0) return Absent;
        return PriceText.TryParse(text, out Price price)
            ? (long)price.Value.Bits
            : throw table.Problem($"{table.Columns[column]} '{text}' is no price; give TAO per "
                + $"alpha from 0 to below {PriceText.Cap}, or nothing where there was no subnet");
    }
}
