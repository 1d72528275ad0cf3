using Dtao.Lab.Datasets;
using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>What decides the outcome beside the observations.</summary>
/// <param name="Pinned">Rule that holds throughout; null for the real succession.</param>
/// <param name="Rate">Rate of the moving prices throughout; null for the rates on record.</param>
/// <param name="Between">The price between two observations.</param>
/// <param name="RootTao">TAO on root, at the launch or wherever the feed begins.</param>
public sealed record FeedSettings(
    PriceRule? Pinned, MovingRate? Rate, BetweenRows Between, Tao RootTao)
{
    /// <summary>The real network's own succession of versions and rates.</summary>
    public static FeedSettings OfRecord { get; } =
        new(null, null, BetweenRows.Line, LaunchDataset.Instance.RootStake);

    /// <summary>The rule in force at a time.</summary>
    public PriceRule RuleAt(DateTime time) => Pinned ?? PriceRules.At(time);

    /// <summary>The rate in force at a block.</summary>
    public MovingRate RateAt(ulong block) => Rate
        ?? LaunchDataset.Instance.MovingRates.LastOrDefault(rate => rate.From.Value <= block)
        ?? LaunchDataset.Instance.MovingRates[0];
}
