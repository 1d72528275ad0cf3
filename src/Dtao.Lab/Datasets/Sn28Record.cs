using System.Collections.Immutable;
using System.Globalization;
using Dtao.Lab.Measures;

namespace Dtao.Lab.Datasets;

/// <summary>What is on record of subnet 28, February to October 2025.</summary>
/// <remarks>The files and where they come from: src/Dtao.Lab/Data/README.md.</remarks>
public sealed class Sn28Record
{
    private static readonly Lazy<Sn28Record> Loaded = new(static () => new());

    private Sn28Record()
    {
        CsvTable prices = CsvTable.Parse(EmbeddedText.Read("sn28_price.csv.gz"));
        Prices = [.. prices.Rows.Select(row => ReadPrice(prices, row))];
        CsvTable events = CsvTable.Parse(EmbeddedText.Read("sn28_events.csv"));
        Events = [.. events.Rows.Select(row => ReadEvent(events, row))];
    }

    /// <summary>The record, read once.</summary>
    public static Sn28Record Instance => Loaded.Value;

    /// <summary>
    /// The prices in order: hourly, and every 10 blocks from 20 to 26 February 2025.
    /// </summary>
    public ImmutableArray<RecordedPrice> Prices { get; }

    /// <summary>What happened around the subnet, in order.</summary>
    public ImmutableArray<RecordedEvent> Events { get; }

    /// <summary>The prices from one time to another, both included, as a path.</summary>
    public PricePath Between(DateTime first, DateTime last) => new(Prices
        .Where(price => price.Time >= first && price.Time <= last)
        .Select(static price =>
            new PathPoint(price.Block, price.Time, price.Price, price.Rank)));

    private static RecordedPrice ReadPrice(CsvTable table, string[] row) => new(
        new(ulong.Parse(table.Field(row, "block"), CultureInfo.InvariantCulture)),
        TimeOf(table.Field(row, "time_utc")),
        PriceText.Parse(table.Field(row, "price_tao")),
        int.Parse(table.Field(row, "rank_by_price"), CultureInfo.InvariantCulture),
        int.Parse(table.Field(row, "subnets"), CultureInfo.InvariantCulture),
        PriceText.Parse(table.Field(row, "sum_prices")));

    private static RecordedEvent ReadEvent(CsvTable table, string[] row) => new(
        TimeOf(table.Field(row, "time_utc")),
        table.Field(row, "event"),
        table.Field(row, "source"),
        table.Field(row, "certainty"));

    private static DateTime TimeOf(string text) => DateTime.Parse(
        text,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
