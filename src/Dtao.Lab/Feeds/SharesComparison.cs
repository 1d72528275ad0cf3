using System.Collections.Immutable;
using Dtao.Lab.Measures;
using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>Emission shares of the engine beside published ones, over the same subnets.</summary>
/// <param name="Moment">What the engine says.</param>
/// <param name="Published">Time of the published sample, UTC.</param>
/// <param name="Shares">
/// The common subnets with both shares, each kind made to add up to 1 over them.
/// </param>
/// <param name="TotalVariation">Half the sum of absolute differences, of 1.</param>
/// <param name="Largest">The subnet with the largest absolute difference.</param>
/// <remarks>Source: docs/lab/evidence.md#emission-shares.</remarks>
public sealed record SharesComparison(
    FeedMoment Moment,
    DateTime Published,
    ImmutableArray<ComparedShare> Shares,
    decimal TotalVariation,
    ComparedShare Largest)
{
    /// <summary>Compares.</summary>
    /// <exception cref="FeedFormatException">There is no common subnet with emission.</exception>
    public static SharesComparison Of(
        FeedMoment moment, PublishedShares published, DateTime sampled)
    {
        IReadOnlyDictionary<NetUid, decimal> theirs = published.At(sampled);
        FeedSubnet[] common = [.. moment.Subnets.Where(
            subnet => theirs.ContainsKey(subnet.NetUid))];
        decimal sumOfOurs = common.Sum(subnet => ReadableNumber.Of(moment.ShareOf(subnet)));
        decimal sumOfTheirs = common.Sum(subnet => theirs[subnet.NetUid]);
        if (sumOfOurs == 0 || sumOfTheirs == 0)
        {
            throw new FeedFormatException(
                published.Path,
                $"no subnet of {UtcText.Of(sampled)} has emission by the price feed too");
        }

        ImmutableArray<ComparedShare> shares =
        [
            .. common.Select(subnet => new ComparedShare(
                subnet.NetUid,
                ReadableNumber.Of(moment.ShareOf(subnet)) / sumOfOurs,
                theirs[subnet.NetUid] / sumOfTheirs)),
        ];
        return new(
            moment,
            sampled,
            shares,
            shares.Sum(static share => Math.Abs(share.Difference)) / 2,
            shares.MaxBy(static share => Math.Abs(share.Difference))!);
    }
}
