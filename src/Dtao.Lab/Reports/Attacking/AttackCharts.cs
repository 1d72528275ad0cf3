using System.Collections.Immutable;
using Dtao.Lab.Attacks;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Attacking;

/// <summary>The charts of a search for the cheapest attack on emission.</summary>
internal static class AttackCharts
{
    private const double HoursInDay = 24;
    private const double BlocksInDay = 7_200;
    private const double RaoInOne = 1_000_000_000;

    /// <summary>The share of the subnet by the hour, for every strategy.</summary>
    public static Plot Shares(AttackResult result)
    {
        double days = result.Plan.Horizon.Blocks / BlocksInDay;
        double goal = (double)result.Plan.Goal.Part;
        Tone[] tones =
            [Tone.Blue, Tone.Vermilion, Tone.Green, Tone.Purple, Tone.Orange, Tone.Sky];
        return new()
        {
            Title = Text.Key(
                "attack.share-chart", Text.Verbatim($"SN{result.Plan.Subnet.Value}")),
            Caption = Text.Key("attack.share-caption"),
            Height = 420,
            X = Time(result),
            Y = [new(Text.Key("attack.share"), Unit.Share) { From = 0 }],
            Marks = Marks(result),
            Series =
            [
                .. result.Outcomes.Select((outcome, index) => new Series(
                    Text.Name(outcome.Name), Doubles(outcome.Hours))
                {
                    Places = Middles(outcome.FirstDay, outcome.Hours.Length),
                    Tone = tones[index % tones.Length],
                    IsReference = !outcome.Reached,
                    StartsHidden = index >= tones.Length,
                }),
                new(Text.Key("attack.without"), Doubles(result.QuietHours))
                {
                    Places = Middles(0, result.QuietHours.Length),
                    Tone = Tone.Grey,
                },
                new(Text.Key("attack.goal"), [goal, goal])
                {
                    Places = [0, days],
                    Tone = Tone.Grey,
                    IsReference = true,
                },
            ],
        };
    }

    /// <summary>What the first strategy has tied up, and what it does to the price.</summary>
    public static Plot Course(AttackResult result)
    {
        AttackOutcome best = result.Outcomes[0];
        ulong start = result.Plan.Network.Scenario.Start.Value;
        List<double> places = [];
        List<double> outlays = [];
        double outlay = 0;
        foreach (AttackAction action in best.Trace.Where(static one => IsTrade(one)))
        {
            double place = (action.Block.Value - start) / BlocksInDay;
            places.Add(place);
            outlays.Add(outlay);
            outlay += (double)action.Tao / RaoInOne;
            places.Add(place);
            outlays.Add(outlay);
        }

        return new()
        {
            Title = Text.Key("attack.course-chart", Text.Name(best.Name)),
            Caption = Text.Key("attack.course-caption"),
            X = Time(result),
            Y =
            [
                new(Text.Key("attack.outlay"), Unit.Tao),
                new(Text.Key("network.price"), Unit.Price) { From = 0 },
            ],
            Marks = Marks(result),
            Series =
            [
                new(Text.Key("attack.outlay"), [.. outlays])
                {
                    Places = [.. places],
                    Tone = Tone.Blue,
                },
                new(Text.Key("attack.price-hourly"), Doubles(best.Prices))
                {
                    Places = Ends(best.FirstDay, best.Prices.Length),
                    Tone = Tone.Vermilion,
                    Axis = 1,
                },
            ],
        };
    }

    private static bool IsTrade(AttackAction action) =>
        action.Purpose is TradePurpose.Purchase or TradePurpose.Sale;

    private static Axis Time(AttackResult result) =>
        new(Text.Key("attack.time"), Unit.Day)
        {
            From = 0,
            To = result.Plan.Horizon.Blocks / BlocksInDay,
        };

    private static ImmutableArray<EventMark> Marks(AttackResult result)
    {
        ulong window = result.Plan.Horizon.Blocks - result.Plan.Window;
        return window == 0
            ? []
            : [new(window / BlocksInDay, Text.Key("attack.measured-from"))];
    }

    private static ImmutableArray<double> Middles(decimal first, int count) =>
        [.. Enumerable.Range(0, count).Select(
            hour => (double)first + ((hour + 0.5) / HoursInDay))];

    private static ImmutableArray<double> Ends(decimal first, int count) =>
        [.. Enumerable.Range(0, count).Select(
            hour => (double)first + ((hour + 1) / HoursInDay))];

    private static ImmutableArray<double> Doubles(ImmutableArray<decimal> values) =>
        [.. values.Select(static value => (double)value)];
}
