using Dtao.Lab.Datasets;

namespace Dtao.Lab.Feeds;

/// <summary>Everything that decides what a feed tells.</summary>
/// <param name="Prices">Observed prices.</param>
/// <param name="Registered">When subnets were registered.</param>
/// <param name="Settings">Rule, rate and the like.</param>
public sealed record FeedInputs(
    PriceFeed Prices, RegisteredBlocks Registered, FeedSettings Settings)
{
    /// <summary>Blocks after the last observation that can still be told about: a day.</summary>
    public const ulong Tail = BlockClock.BlocksPerDay;

    /// <summary>Listed subnets without a column of prices, by number.</summary>
    public IEnumerable<string> WithoutPrices => Registered.Subnets
        .Where(subnet => !Prices.Subnets.Contains(subnet))
        .Select(static subnet => subnet.ToString());

    /// <summary>The network at its first block.</summary>
    public ObservedNetwork Open() => new(Prices, Registered, Settings);

    /// <summary>A block that the prices cover, or a day after them.</summary>
    public bool Covers(ulong block) =>
        block >= Prices.FirstBlock && block <= Prices.LastBlock + Tail;

    /// <summary>A time that the prices cover, or a day after them.</summary>
    public bool Covers(DateTime time) =>
        Prices.RowAt(time) >= 0 && Covers(Prices.BlockAt(time));

    /// <summary>Prices decide emission at this time, or a version was pinned.</summary>
    public bool IsDecidedByPrices(DateTime time) =>
        Settings.Pinned is not null || time < PriceRules.FlowsSince;

    /// <summary>
    /// Compares at every published time that the prices cover and in which prices decide.
    /// </summary>
    public IEnumerable<SharesComparison> Compare(PublishedShares published)
    {
        ObservedNetwork network = Open();
        foreach (DateTime time in published.Times)
        {
            if (!Covers(time) || !IsDecidedByPrices(time)) continue;
            yield return SharesComparison.Of(
                network.MomentAt(Prices.BlockAt(time)), published, time);
        }
    }
}
