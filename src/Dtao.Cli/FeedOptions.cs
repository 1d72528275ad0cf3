using System.CommandLine;
using System.Globalization;
using Dtao.Lab.Datasets;
using Dtao.Lab.Feeds;
using Dtao.Numerics;

namespace Dtao.Cli;

/// <summary>The options that decide what is made of a feed.</summary>
internal static class FeedOptions
{
    private const decimal One = 4_294_967_296m;

    private static readonly Option<string?> MovingAlpha = new("--moving-alpha")
    {
        Description =
            "Rate of the moving prices per block, throughout, above 0 and at most 1. "
            + $"[default: {RatesOfRecord()}]",
        HelpName = "A",
    };

    private static readonly Option<string?> Spec = new("--spec")
    {
        Description =
            "Runtime version whose rule holds throughout, "
            + $"{PriceRules.All[0].Version} to {PriceRules.LastVersion}. "
            + "[default: the succession of the real network]",
        HelpName = "VERSION",
    };

    private static readonly Option<string?> Between = new("--between")
    {
        Description =
            "Price between two observations: 'line' goes straight from one to the next, 'last' "
            + "stays until the next. [default: line]",
        HelpName = "line|last",
    };

    private static readonly Option<string?> RootTao = new("--root-tao")
    {
        Description =
            "TAO on root when the feed begins. "
            + $"[default: {AmountText.Of(LaunchDataset.Instance.RootStake.Rao)}]",
        HelpName = "TAO",
    };

    /// <summary>Lets a command have the options.</summary>
    public static void AddTo(Command command)
    {
        command.Options.Add(MovingAlpha);
        command.Options.Add(Spec);
        command.Options.Add(Between);
        command.Options.Add(RootTao);
    }

    /// <summary>What was chosen.</summary>
    /// <exception cref="UsageException">A value cannot be used.</exception>
    public static FeedSettings SettingsOf(ParseResult parsed) => new(
        RuleOf(parsed.GetValue(Spec)),
        RateOf(parsed.GetValue(MovingAlpha)),
        BetweenOf(parsed.GetValue(Between)),
        RootOf(parsed.GetValue(RootTao)));

    private static PriceRule? RuleOf(string? text)
    {
        if (text is null) return null;
        bool isNumber = int.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out int version);
        return (isNumber ? PriceRules.Find(version) : null) ?? throw new UsageException(
            $"--spec '{text}' is no version in which prices decide emission; give "
            + $"{PriceRules.All[0].Version} to {PriceRules.LastVersion}");
    }

    private static MovingRate? RateOf(string? text)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (text is null) return null;
        bool isNumber = decimal.TryParse(
            text, Style, CultureInfo.InvariantCulture, out decimal rate);
        long bits = isNumber && rate is > 0 and <= 1
            ? (long)decimal.Round(rate * One, MidpointRounding.ToEven)
            : 0;
        if (bits == 0)
        {
            throw new UsageException(
                $"--moving-alpha '{text}' is no rate; give one above 0 and at most 1, "
                + "for example 0.0003");
        }

        return new(
            default,
            rate.ToString(CultureInfo.InvariantCulture),
            I96F32.FromBits(bits),
            ValueStatus.Synthesized,
            "given by --moving-alpha");
    }

    private static BetweenRows BetweenOf(string? text) => text switch
    {
        null or "line" => BetweenRows.Line,
        "last" => BetweenRows.Last,
        _ => throw new UsageException($"--between '{text}' is unknown; give line or last"),
    };

    private static Tao RootOf(string? text)
    {
        if (text is null) return LaunchDataset.Instance.RootStake;
        bool isAmount = Tao.TryParse(text, out Tao root);
        return isAmount && root <= Tao.Whole(21_000_000)
            ? root
            : throw new UsageException(
                $"--root-tao '{text}' is no amount; give TAO from 0 to 21000000");
    }

    private static string RatesOfRecord() => string.Join(", ", LaunchDataset.Instance.MovingRates
        .Select(static rate => FormattableString.Invariant(
            $"{rate.Text} from block {rate.From.Value}")));
}
