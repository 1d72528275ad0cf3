using System.Globalization;
using Dtao.Lab.Datasets;
using Dtao.Lab.Feeds;
using Dtao.Lab.Measures;
using Dtao.Numerics;

namespace Dtao.Cli.Output;

/// <summary>What a feed tells, for people.</summary>
internal static class FeedText
{
    /// <summary>First and last observation of a feed.</summary>
    public static string Extent(PriceFeed feed) =>
        $"{UtcText.Of(feed.TimeOf(0))} (block {feed.FirstBlock}) to "
        + $"{UtcText.Of(feed.TimeOf(feed.Rows - 1))} (block {feed.LastBlock})";

    /// <summary>Writes one moment.</summary>
    public static void Write(
        FeedInputs inputs, FeedMoment moment, SharesComparison? comparison, TextWriter output)
    {
        WriteFeed(inputs, output);
        output.WriteLine($"at         {UtcText.Of(moment.Time)}, block {moment.Block}; "
            + $"last observation at block {moment.LastRow}");
        output.WriteLine($"rule       of version {moment.Rule.Version} ({moment.Rule.Tag}): "
            + moment.Rule.Text);
        output.WriteLine($"rate       {moment.Rate.Text} per block, {moment.Rate.Note}");
        WriteNotes(inputs, moment, output);
        string sum = ReadableNumber.Fixed(moment.SumOfMoving.Value, 4);
        output.WriteLine(
            $"emission   {AmountText.Of(moment.BlockEmission.Floor().Rao)} TAO a block, "
            + $"{ReadableNumber.Percent(moment.SumOfShares, 2)} of it into pools; sum of moving "
            + $"prices {sum} TAO per alpha");
        output.WriteLine($"root       {ReadableNumber.Amount(moment.RootTao.Rao, 0)} TAO; "
            + $"{ReadableNumber.Amount(moment.RootTaoCompounding.Rao, 0)} TAO when it keeps its "
            + "dividends");
        output.WriteLine();
        WriteSubnets(moment, output);
        if (comparison is null) return;
        output.WriteLine();
        output.WriteLine($"published  {UtcText.Of(comparison.Published)}, "
            + $"{comparison.Shares.Length} subnets in common");
        output.WriteLine(
            $"difference {Share(comparison.TotalVariation)} total variation; largest "
            + $"{Largest(comparison)} on subnet {comparison.Largest.NetUid} (shares of 1)");
    }

    /// <summary>Writes comparisons at many times.</summary>
    public static void Write(
        FeedInputs inputs, IReadOnlyList<SharesComparison> comparisons, int published,
        TextWriter output)
    {
        WriteFeed(inputs, output);
        output.WriteLine($"published  {published} times, {comparisons.Count} of them covered");
        WriteNotes(inputs, comparisons[^1].Moment, output);
        output.WriteLine();
        output.WriteLine("published at          block    version  rate    subnets  "
            + "total variation  largest error");
        output.WriteLine("                                        /block           "
            + "of 1             of 1, subnet");
        foreach (SharesComparison comparison in comparisons)
        {
            FeedMoment moment = comparison.Moment;
            output.WriteLine(
                $"{UtcText.Of(comparison.Published)}  {moment.Block,-8} {moment.Rule.Version,-8} "
                + $"{moment.Rate.Text,-7} {comparison.Shares.Length,-8} "
                + $"{Share(comparison.TotalVariation),-16} {Largest(comparison)}  "
                + $"{comparison.Largest.NetUid}");
        }

        SharesComparison worst = comparisons.MaxBy(static item => item.TotalVariation)!;
        output.WriteLine();
        output.WriteLine($"largest total variation {Share(worst.TotalVariation)} of 1, "
            + UtcText.Of(worst.Published));
    }

    private static void WriteFeed(FeedInputs inputs, TextWriter output)
    {
        PriceFeed feed = inputs.Prices;
        output.WriteLine($"prices     {feed.Rows} rows, {feed.Subnets.Length} subnets, "
            + Extent(feed));
    }

    /// <summary>What a reader must know beside the numbers.</summary>
    private static void WriteNotes(FeedInputs inputs, FeedMoment moment, TextWriter output)
    {
        if (!inputs.Prices.IsWhole)
        {
            output.WriteLine("note       the prices leave subnets out: shares, TAO and alpha are "
                + "as if the others got nothing");
        }

        if (moment.Rule.EmissionIsBoundByPrice && !moment.IsBound)
        {
            output.WriteLine("note       the bound by the price is left out, for it needs the sum "
                + "of all moving prices");
        }

        if (moment.Subnets.Any(static subnet => subnet.Origin == IssuanceOrigin.Estimated))
        {
            output.WriteLine("note       alpha before the first observation is estimated, and with "
                + "it root shares");
        }

        string missing = string.Join(", ", inputs.WithoutPrices);
        if (missing.Length > 0)
        {
            output.WriteLine($"note       registered, but without prices: {missing}");
        }
    }

    private static void WriteSubnets(FeedMoment moment, TextWriter output)
    {
        output.WriteLine("subnet  price        moving price  emission  TAO into    alpha into  "
            + "root share  root share");
        output.WriteLine("        TAO/alpha    TAO/alpha     share     pool a day  pool a day  "
            + "protocol    staked");
        foreach (FeedSubnet subnet in moment.Subnets)
        {
            string share = ReadableNumber.Percent(moment.ShareOf(subnet), 3);
            string tao = PerDay(subnet.Terms.TaoIn.Floor().Rao);
            string alpha = PerDay(subnet.Terms.AlphaIn.Floor().Rao);
            output.WriteLine(
                $"{subnet.NetUid,-7} {ReadableNumber.Fixed(subnet.Spot.Value, 9),-12} "
                + $"{ReadableNumber.Fixed(subnet.Moving.Value, 9),-13} {share,-9} {tao,-11} "
                + $"{alpha,-11} {ReadableNumber.Percent(subnet.RootShareProtocol),-11} "
                + ReadableNumber.Percent(subnet.RootShareStaked));
        }
    }

    private static string PerDay(ulong rao) =>
        ReadableNumber.Amount(rao * BlockClock.BlocksPerDay, 2);

    private static string Largest(SharesComparison comparison) =>
        Share(Math.Abs(comparison.Largest.Difference));

    private static string Share(decimal share) =>
        share.ToString("0.00000", CultureInfo.InvariantCulture);
}
