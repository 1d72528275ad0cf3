using System.CommandLine;
using System.Globalization;
using Dtao.Cli.Output;
using Dtao.Fuzz.Runs;

namespace Dtao.Cli;

/// <summary>The command <c>dtao fuzz</c>.</summary>
/// <remarks>Source: docs/how-to/fuzz.md.</remarks>
internal static class FuzzCommand
{
    private const int UsualBlocks = 1_000;
    private const int MostBlocks = 1_000_000;
    private const ulong UsualLastSeed = 16;

    private static readonly Option<string?> Seeds = new("--seeds")
    {
        Description =
            $"Seeds to run, first and last. [default: 1..{UsualLastSeed}; with --minutes: as many "
            + "as fit]",
        HelpName = "A..B",
    };

    private static readonly Option<string?> Seed = new("--seed")
    {
        Description = "One seed, to repeat what was found.",
        HelpName = "S",
    };

    private static readonly Option<string?> Block = new("--block")
    {
        Description = "Last block of the repeated seed.",
        HelpName = "B",
    };

    private static readonly Option<string?> Blocks = new("--blocks")
    {
        Description = $"Blocks of each seed, at most {MostBlocks}. [default: {UsualBlocks}]",
        HelpName = "N",
    };

    private static readonly Option<string?> Minutes = new("--minutes")
    {
        Description = "Time after which no further block is run, in minutes.",
        HelpName = "M",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the result as JSON and nothing else.",
    };

    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new(
            "fuzz", "Runs random worlds beside a second model and checks them after every call.")
        {
            Seeds, Seed, Block, Blocks, Minutes, Json,
        };
        command.SetAction(parsed =>
        {
            CampaignPlan plan = PlanOf(parsed);
            return Run(plan, parsed.GetValue(Json), output, error);
        });
        return command;
    }

    private static int Run(CampaignPlan plan, bool json, TextWriter output, TextWriter error)
    {
        using Interruption interruption = new();
        FuzzProgress progress = new(json ? null : error);
        IReadOnlyList<SeedResult> results = Campaign.Run(plan, progress.Show, interruption.Token);
        progress.End();
        if (json) output.WriteLine(FuzzText.AsJson(plan, results));
        else FuzzText.Write(results, progress.Elapsed, output);
        return results.Any(static result => result.Finding is not null) ? 1 : 0;
    }

    private static CampaignPlan PlanOf(ParseResult parsed)
    {
        TimeSpan? limit = LimitOf(parsed.GetValue(Minutes));
        (ulong first, ulong last) = SeedsOf(
            parsed.GetValue(Seeds), parsed.GetValue(Seed), hasLimit: limit is not null);
        int blocks = BlocksOf(parsed.GetValue(Blocks), "--blocks") ?? UsualBlocks;
        if (BlocksOf(parsed.GetValue(Block), "--block") is { } block)
        {
            if (parsed.GetValue(Seed) is null)
            {
                throw new UsageException("--block needs the seed it belongs to: --seed S");
            }

            blocks = block;
        }

        return new(first, last, blocks, limit, Environment.ProcessorCount);
    }

    private static (ulong First, ulong Last) SeedsOf(string? seeds, string? seed, bool hasLimit)
    {
        if (seeds is not null && seed is not null)
        {
            throw new UsageException("--seed and --seeds cannot both be given");
        }

        if (seed is not null)
        {
            return TryParse(seed, out ulong only)
                ? (only, only)
                : throw new UsageException(
                    $"--seed '{seed}' is no seed; give a whole number from 0 to {ulong.MaxValue}");
        }

        if (seeds is null) return (1, hasLimit ? ulong.MaxValue : UsualLastSeed);
        string[] ends = seeds.Split("..");
        bool isRange = ends.Length == 2 && TryParse(ends[0], out _) && TryParse(ends[1], out _);
        if (!isRange)
        {
            throw new UsageException(
                $"--seeds '{seeds}' is no range; give first and last seed, for example 1..16");
        }

        _ = TryParse(ends[0], out ulong first);
        _ = TryParse(ends[1], out ulong last);
        return first <= last
            ? (first, last)
            : throw new UsageException($"--seeds '{seeds}' ends before it begins");
    }

    private static int? BlocksOf(string? text, string option)
    {
        if (text is null) return null;
        bool isNumber = TryParse(text, out ulong blocks);
        return isNumber && blocks is >= 1 and <= MostBlocks
            ? (int)blocks
            : throw new UsageException(
                $"{option} '{text}': from 1 to {MostBlocks} blocks can be run");
    }

    private static TimeSpan? LimitOf(string? text)
    {
        if (text is null) return null;
        bool isNumber = decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out decimal minutes);
        return isNumber && minutes is > 0 and <= 100_000
            ? TimeSpan.FromMinutes((double)minutes)
            : throw new UsageException(
                $"--minutes '{text}' is no time; give minutes above 0 up to 100000, "
                + "for example 3 or 0.5");
    }

    private static bool TryParse(string text, out ulong number) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
