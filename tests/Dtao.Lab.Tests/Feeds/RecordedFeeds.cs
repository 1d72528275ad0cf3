using Dtao.Lab.Feeds;
using Dtao.Testing;

namespace Dtao.Lab.Tests.Feeds;

/// <summary>The recorded files of the repository, each read once.</summary>
internal static class RecordedFeeds
{
    private static readonly Lazy<PriceFeed> ReadHourly =
        new(static () => Prices("prices_hourly"));

    private static readonly Lazy<PriceFeed> ReadOctober =
        new(static () => Prices("prices_10block_2025-10-23_26"));

    public static PriceFeed Hourly => ReadHourly.Value;

    public static PriceFeed October => ReadOctober.Value;

    public static RegisteredBlocks Registered { get; } = RegisteredBlocks.Read(
        RepositoryRoot.Combine("data", "emission", "registered_blocks.csv"));

    public static PublishedShares Published { get; } = PublishedShares.Read(
        RepositoryRoot.Combine("data", "emission", "emission_share_daily.csv.gz"));

    private static PriceFeed Prices(string name) =>
        PriceFeed.Read(RepositoryRoot.Combine("data", "prices", name + ".csv.gz"));
}
