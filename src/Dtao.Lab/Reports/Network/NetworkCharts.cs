using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;

namespace Dtao.Lab.Reports.Network;

/// <summary>The charts of a run's report.</summary>
/// <remarks>Thinned out for the eye; the exact figures are in the series.</remarks>
internal sealed class NetworkCharts
{
    private const int PointsOfNetwork = 181;
    private const int PointsOfSubnets = 61;
    private const int DigitsOfSubnets = 5;
    private const int DigitsOfAmounts = 4;
    private const double BlocksPerDay = BlockClock.BlocksPerDay;
    private const double AlphaAtMost = 21e6;
    private const double ValidatorsPart = 0.41;
    private const int NetUidShownFirst = 28;

    private readonly RunResult _result;
    private readonly ImmutableArray<NetworkSample> _samples;
    private readonly ImmutableArray<NetworkSample> _fewer;
    private readonly ImmutableArray<double> _days;
    private readonly ImmutableArray<double> _fewerDays;
    private readonly Axis _time = new(Text.Key("network.since-launch"), Unit.Day);
    private readonly ImmutableArray<EventMark> _marks;

    /// <summary>The charts of a run.</summary>
    public NetworkCharts(RunResult result)
    {
        _result = result;
        _samples = Thinning.Of(result.Samples, PointsOfNetwork);
        _fewer = Thinning.Of(result.Samples, PointsOfSubnets);
        _days = [.. _samples.Select(DaysOf)];
        _fewerDays = [.. _fewer.Select(DaysOf)];
        _marks =
        [
            .. Happening.Of(result).Select(happening => new EventMark(
                (double)decimal.Round(NetworkTables.DayOf(result, happening.Block), 5),
                happening.What)),
        ];
    }

    /// <summary>Root shares against alpha shares, by both readings.</summary>
    public Plot Shares() => new()
    {
        Title = Text.Key("network.shares-title"),
        Caption = Text.Key("network.shares-caption"),
        Height = 420,
        X = _time,
        Y = [new(Text.Key("network.share"), Unit.Share) { From = 0, To = 1 }],
        Places = _days,
        Marks = _marks,
        Series =
        [
            Line("network.share-1-long", Staked, Tone.Blue),
            Line("network.share-2-long", Protocol, Tone.Sky),
            Line("network.alpha-share-1", sample => 1 - Staked(sample), Tone.Vermilion),
            Line("network.alpha-share-2", sample => 1 - Protocol(sample), Tone.Orange),
            RuleOfThumb("network.one-alpha", 1),
            RuleOfThumb("network.two-alpha", 2),
        ],
        Targets = [.. _result.Point.Claims.Select(TargetOf)],
    };

    /// <summary>The subnets' shares of the TAO emission, on top of each other.</summary>
    public Plot Emission()
    {
        ImmutableArray<SubnetLabel> labels = _result.Point.Scenario.Subnets;
        ImmutableArray<SubnetSample> last = _result.Last.Subnets;
        return new()
        {
            Title = Text.Key("network.emission-title"),
            Caption = Text.Key(
                labels.Any(IsWatched) ? "network.emission-watched" : "network.emission-caption"),
            Height = 460,
            Digits = DigitsOfSubnets,
            X = _time,
            Y = [new(Text.Key("network.emission-share"), Unit.Share) { From = 0, To = 1 }],
            Places = _fewerDays,
            Marks = _marks,
            Series =
            [
                .. Enumerable.Range(0, labels.Length)
                    .OrderByDescending(index => last[index].EmissionShare.Bits)
                    .Select(index => new Series(
                        Text.Verbatim(NameOf(labels[index])),
                        [.. _fewer.Select(sample => Real(sample.Subnets[index].EmissionShare))])
                    {
                        Kind = SeriesKind.StackedArea,
                        Tone = IsWatched(labels[index]) ? Tone.Vermilion : Tone.Next,
                    }),
            ],
        };
    }

    /// <summary>Price and alpha of one subnet at a time.</summary>
    public Choice SubnetChoice()
    {
        ImmutableArray<SubnetLabel> labels = _result.Point.Scenario.Subnets;
        SubnetLabel? first = labels.FirstOrDefault(
            static label => label.NetUid.Value == NetUidShownFirst);
        return new(
            Text.Key("network.choose-subnet"),
            [
                .. labels.Select((label, index) => new ChoiceOption(
                    Text.Verbatim($"{NameOf(label)} ({label.Symbol})"),
                    [PriceOf(index), AlphaOf(index)])),
            ])
        {
            First = first is null ? 0 : labels.IndexOf(first),
        };
    }

    /// <summary>Supply against the curve of 21 million, for twenty years.</summary>
    public Plot Supply() => SupplyCharts.Supply(_result, _samples);

    /// <summary>TAO since the launch: issued, by the curve, and paid to root.</summary>
    public Plot Issuance() => SupplyCharts.Issuance(_result, _samples, _days, _time, _marks);

    private static string NameOf(SubnetLabel label) => $"SN{label.NetUid.Value} {label.Name}";

    /// <summary>A scenario looks at a few subnets; the launch looks at all.</summary>
    private bool IsWatched(SubnetLabel label) =>
        _result.Paths.Length < _result.Point.Scenario.Subnets.Length
        && _result.Paths.Any(path => path.NetUid == label.NetUid);

    private static double Staked(NetworkSample sample) => Real(sample.RootShares.Staked);

    private static double Protocol(NetworkSample sample) => Real(sample.RootShares.Protocol);

    private static double Real(Numerics.I96F32 value) => (double)ReadableNumber.Of(value);

    private static double Real(Numerics.Alpha amount) => (double)ReadableNumber.Of(amount.Rao);

    private Plot PriceOf(int index) => new()
    {
        Title = Text.Key("network.price-title"),
        Caption = Text.Key("network.price-caption"),
        Height = 340,
        Digits = DigitsOfSubnets,
        X = _time,
        Y =
        [
            new(Text.Key("network.price"), Unit.Price)
            {
                Scale = AxisScale.Log,
                IsSwitchable = true,
            },
        ],
        Places = _fewerDays,
        Marks = _marks,
        Series =
        [
            Of(index, "network.spot-price", Tone.Green, subnet => Real(subnet.Price.Value)),
            Of(
                index, "network.moving-price", Tone.Purple,
                subnet => Real(subnet.MovingPrice.Value)),
            Of(index, "network.price-at-rest", Tone.Grey, AtRest) with { IsReference = true },
        ],
    };

    private Plot AlphaOf(int index) => new()
    {
        Title = Text.Key("network.alpha-title"),
        Caption = Text.Key("network.alpha-caption"),
        Height = 300,
        Digits = DigitsOfAmounts,
        X = _time,
        Y = [new(Text.Key("network.amount"), Unit.Alpha) { From = 0 }],
        Places = _fewerDays,
        Marks = _marks,
        Series =
        [
            Of(index, "network.alpha-all", Tone.Blue, subnet => Real(subnet.AlphaIssuance)),
            Of(index, "network.alpha-pool", Tone.Green, subnet => Real(subnet.AlphaReserve)),
            Of(
                index, "network.alpha-staked", Tone.Vermilion,
                subnet => Real(subnet.AlphaStaked)),
            new(
                Text.Key("network.alpha-most"),
                [.. _fewerDays.Select(AlphaOnDay)])
            {
                Tone = Tone.Grey,
                IsReference = true,
            },
        ],
    };

    /// <summary>The price at which root's sales and the emission's TAO are in balance.</summary>
    private static double AtRest(SubnetSample subnet) => Real(subnet.EmissionShare)
        / (1 + (2 * ValidatorsPart * Real(subnet.RootShares.Protocol)));

    private static double AlphaOnDay(double day) =>
        Math.Min(1 + (2 * BlocksPerDay * day), AlphaAtMost);

    private double DaysOf(NetworkSample sample) =>
        (double)decimal.Round(NetworkTables.DayOf(_result, sample.Block), 5);

    private Series Of(int index, string key, Tone tone, Func<SubnetSample, double> choose) =>
        new(Text.Key(key), [.. _fewer.Select(sample => choose(sample.Subnets[index]))])
        {
            Tone = tone,
        };

    private Series Line(string key, Func<NetworkSample, double> choose, Tone tone) =>
        new(Text.Key(key), [.. _samples.Select(choose)]) { Tone = tone };

    private Series RuleOfThumb(string key, int alphaPerBlock)
    {
        double root = (double)(ReadableNumber.Of(_result.First.RootTao.Rao)
            * ReadableNumber.Of(_result.RootWeight));
        return new(
            Text.Key(key),
            [.. _days.Select(day => root / (root + (alphaPerBlock * BlocksPerDay * day)))])
        {
            Tone = Tone.Grey,
            IsReference = true,
        };
    }

    private static Target TargetOf(Claim claim, int index) => new(
        claim.Day,
        claim.LowInThousandths / 1_000.0,
        claim.HighInThousandths / 1_000.0,
        Text.Key("report.expected", Text.Phrase(claim.RangeText)))
    {
        Tone = index == 0 ? Tone.Blue : Tone.Sky,
    };
}
