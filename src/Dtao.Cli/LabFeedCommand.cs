using System.CommandLine;
using System.Globalization;
using System.Text;
using Dtao.Cli.Output;
using Dtao.Lab.Feeds;
using Dtao.Lab.Reports;

namespace Dtao.Cli;

/// <summary>The command <c>dtao lab feed</c>.</summary>
/// <remarks>Source: docs/how-to/feed.md.</remarks>
internal static class LabFeedCommand
{
    private static readonly TimeSpan Nearby = TimeSpan.FromHours(1);

    private static readonly Argument<string> Prices = new("prices")
    {
        Description = "Observed prices: block,time_utc,sn1,sn2,… (.csv or .csv.gz).",
    };

    private static readonly Option<string> Registered = new("--registered")
    {
        Description =
            "Registration blocks: netuid,registered_block and, where known, started_block.",
        Required = true,
        HelpName = "FILE",
    };

    private static readonly Option<string?> At = new("--at")
    {
        Description = "When to report: a time in UTC or a block.",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Published = new("--published")
    {
        Description =
            "Published emission to compare with: time_utc,netuid,emission_tao_per_block. Without "
            + "--at every time in it is compared that the prices cover.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Series = new("--series")
    {
        Description = "Write root's share at every row of the prices to this file.",
        HelpName = "FILE.csv",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the answer as JSON and nothing else.",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Write the answer as JSON to this file.",
        HelpName = "FILE",
    };

    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output)
    {
        Command command = new(
            "feed", "Takes observed prices as given and tells what the engine makes of them.")
        {
            Prices, Registered, At, Published, Series,
        };
        FeedOptions.AddTo(command);
        command.Options.Add(Json);
        command.Options.Add(Out);
        command.SetAction(parsed =>
        {
            try
            {
                Run(parsed, output);
            }
            catch (Exception problem) when (problem is FeedFormatException or IOException
                or UnauthorizedAccessException)
            {
                throw new UsageException(problem.Message);
            }
        });
        return command;
    }

    private static void Run(ParseResult parsed, TextWriter output)
    {
        string? at = parsed.GetValue(At);
        string? series = parsed.GetValue(Series);
        string? published = parsed.GetValue(Published);
        if (at is null && published is null && series is null)
        {
            throw new UsageException(
                "nothing is asked; give --at TIME, --published FILE or --series FILE.csv");
        }

        RefuseToOverwrite(parsed);
        FeedSettings settings = FeedOptions.SettingsOf(parsed);
        RegisteredBlocks registered = RegisteredBlocks.Read(parsed.GetRequiredValue(Registered));
        PublishedShares? shares = published is null ? null : PublishedShares.Read(published);
        FeedInputs inputs = new(
            PriceFeed.Read(parsed.GetRequiredValue(Prices)), registered, settings);
        FeedAnswer? answer = at is not null
            ? Moment(inputs, BlockOf(inputs, at), shares)
            : shares is not null ? Comparisons(inputs, shares) : null;
        if (series is not null)
        {
            WholeFile.Write(series, SeriesOf(inputs));
            if (!parsed.GetValue(Json))
            {
                output.WriteLine($"root share at {inputs.Prices.Rows} rows: {series}");
            }
        }

        if (answer is null) return;
        if (parsed.GetValue(Out) is { } file)
        {
            WholeFile.Write(file, answer.Json);
        }

        if (parsed.GetValue(Json)) output.Write(Encoding.UTF8.GetString(answer.Json));
        else answer.WriteText(output);
    }

    /// <summary>What is written must not take the place of what is read.</summary>
    private static void RefuseToOverwrite(ParseResult parsed)
    {
        List<string> taken = [parsed.GetRequiredValue(Prices), parsed.GetRequiredValue(Registered)];
        if (parsed.GetValue(Published) is { } published) taken.Add(published);
        foreach (Option<string?> option in (Option<string?>[])[Series, Out])
        {
            if (parsed.GetValue(option) is not { Length: > 0 } file) continue;
            string? same = taken.Find(other => IsSame(other, file));
            if (same is not null)
            {
                throw new UsageException(
                    $"{option.Name} '{file}' would take the place of '{same}'; give another file");
            }

            taken.Add(file);
        }
    }

    private static bool IsSame(string one, string other) =>
        one.Length > 0 && PlaceOf(one) == PlaceOf(other);

    private static string PlaceOf(string file) => File.Exists(file)
        ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(file)
        : Path.GetFullPath(file);

    private static FeedAnswer Moment(FeedInputs inputs, ulong block, PublishedShares? shares)
    {
        DateTime time = inputs.Prices.TimeAt(block);
        if (!inputs.IsDecidedByPrices(time))
        {
            throw new UsageException(
                $"--at: from {UtcText.Of(PriceRules.FlowsSince)} (version "
                + $"{PriceRules.LastVersion + 1}) flows decide emission, not prices; give an "
                + $"earlier time, or --spec up to {PriceRules.LastVersion} to ask what prices "
                + "would have done");
        }

        DateTime? sampled = shares is null ? null : SampleAt(shares, time);
        FeedMoment moment = inputs.Open().MomentAt(block);
        SharesComparison? comparison = sampled is { } sample
            ? SharesComparison.Of(moment, shares!, sample)
            : null;
        return new(
            FeedJson.Of(inputs, moment, comparison),
            output => FeedText.Write(inputs, moment, comparison, output));
    }

    private static FeedAnswer Comparisons(FeedInputs inputs, PublishedShares shares)
    {
        List<SharesComparison> comparisons = [.. inputs.Compare(shares)];
        if (comparisons.Count == 0)
        {
            throw new UsageException(
                $"{shares.Path}: no time in it is covered by the prices, which go from "
                + FeedText.Extent(inputs.Prices));
        }

        return new(
            FeedJson.Of(inputs, comparisons),
            output => FeedText.Write(inputs, comparisons, shares.Times.Count, output));
    }

    private static ulong BlockOf(FeedInputs inputs, string at)
    {
        bool isBlock = ulong.TryParse(
            at, NumberStyles.None, CultureInfo.InvariantCulture, out ulong block);
        DateTime time = default;
        if (!isBlock && !UtcText.TryParse(at, out time))
        {
            throw new UsageException(
                $"--at '{at}' is neither a time nor a block; give UTC, for example "
                + "2025-10-25T16:00:56Z, or a block number");
        }

        if (!(isBlock ? inputs.Covers(block) : inputs.Covers(time)))
        {
            throw new UsageException(
                $"--at '{at}' is not covered by the prices; they go from "
                + $"{FeedText.Extent(inputs.Prices)} and hold for a day after that");
        }

        return isBlock ? block : inputs.Prices.BlockAt(time);
    }

    private static DateTime SampleAt(PublishedShares shares, DateTime time)
    {
        DateTime nearest = shares.Nearest(time);
        return (nearest - time).Duration() <= Nearby
            ? nearest
            : throw new UsageException(
                $"{shares.Path}: nothing was published within an hour of {UtcText.Of(time)}; "
                + $"the nearest is {UtcText.Of(nearest)}");
    }

    private static byte[] SeriesOf(FeedInputs inputs)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        FeedSeriesCsv.Write(FeedSeries.Of(inputs), writer);
        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    private sealed record FeedAnswer(byte[] Json, Action<TextWriter> WriteText);
}
