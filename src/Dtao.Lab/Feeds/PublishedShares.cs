using System.Globalization;
using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>TAO that entered the pools of subnets in a block, as it was published.</summary>
/// <remarks>
/// Columns <c>time_utc,netuid,emission_tao_per_block</c>. Source: docs/how-to/feed.md#published.
/// </remarks>
public sealed class PublishedShares
{
    private readonly SortedDictionary<DateTime, Dictionary<NetUid, decimal>> _samples = [];

    private PublishedShares(string path) => Path = path;

    /// <summary>The file, as it was given.</summary>
    public string Path { get; }

    /// <summary>The times, in order.</summary>
    public IReadOnlyCollection<DateTime> Times => _samples.Keys;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FeedFormatException">It cannot be used.</exception>
    public static PublishedShares Read(string path)
    {
        using TableFile table = TableFile.Open(path);
        int time = table.Column("time_utc");
        int netuid = table.Column("netuid");
        int emission = table.Column("emission_tao_per_block");
        PublishedShares shares = new(path);
        while (table.Read())
        {
            DateTime when = table.Time(time);
            NetUid subnet = new((ushort)table.Whole(netuid, ushort.MaxValue));
            if (!shares._samples.TryGetValue(when, out Dictionary<NetUid, decimal>? sample))
            {
                shares._samples.Add(when, sample = []);
            }

            if (!sample.TryAdd(subnet, EmissionOf(table, emission)))
            {
                throw table.Problem($"subnet {subnet} is there twice at {UtcText.Of(when)}");
            }
        }

        if (shares._samples.Count > 0) return shares;
        throw new FeedFormatException(path, "has a header but no row");
    }

    /// <summary>The sample of a time: emission by subnet, in TAO per block.</summary>
    public IReadOnlyDictionary<NetUid, decimal> At(DateTime time) => _samples[time];

    /// <summary>The time of the sample that is nearest to a time.</summary>
    public DateTime Nearest(DateTime time) =>
        _samples.Keys.MinBy(sampled => (sampled - time).Duration());

    private static decimal EmissionOf(TableFile table, int column)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        bool isNumber = decimal.TryParse(
            table[column], Style, CultureInfo.InvariantCulture, out decimal value);
        return isNumber && value is >= 0 and < 1_000_000
            ? value
            : throw table.Problem(
                $"emission_tao_per_block '{table[column]}' is no emission; give TAO per block");
    }
}
