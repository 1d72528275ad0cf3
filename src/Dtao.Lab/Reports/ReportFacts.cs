using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dtao.Lab.Datasets;
using Dtao.Lab.Events;
using Dtao.Lab.Measures;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;

namespace Dtao.Lab.Reports;

/// <summary>What the charts of a report show, as JSON.</summary>
/// <remarks>Rounded for the eye and thinned out; the exact figures are in the series.</remarks>
internal static class ReportFacts
{
    private const int PointsAtMost = 181;
    private const int FirstPoints = 12;

    /// <summary>The facts of a run.</summary>
    public static string Of(RunResult result)
    {
        ImmutableArray<NetworkSample> samples = Thin(result.Samples);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            WriteTime(writer, result, samples);
            WriteNetwork(writer, result, samples);
            WriteEvents(writer, result);
            WriteClaims(writer, result.Point);
            WriteSubnets(writer, result.Point.Scenario, samples);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The first samples, then every so many, and the last.</summary>
    private static ImmutableArray<NetworkSample> Thin(ImmutableArray<NetworkSample> samples)
    {
        int step = Math.Max(1, (samples.Length + PointsAtMost - 2) / (PointsAtMost - 1));
        return
        [
            .. samples.Where((_, index) =>
                index < FirstPoints || index % step == 0 || index == samples.Length - 1),
        ];
    }

    private static void WriteTime(
        Utf8JsonWriter writer, RunResult result, ImmutableArray<NetworkSample> samples)
    {
        DateTime start = result.Point.Scenario.Clock.TimeOf(result.First.Block);
        decimal yearsIn = (start.DayOfYear - 1) / 365.25m;
        writer.WriteNumber("startYear", decimal.Round(start.Year + yearsIn, 4));
        WriteList(
            writer, "days", samples, sample => DaysOf(result, sample.Block));
        WriteList(writer, "blocks", samples, static sample => sample.Block.Value);
    }

    private static void WriteNetwork(
        Utf8JsonWriter writer, RunResult result, ImmutableArray<NetworkSample> samples)
    {
        writer.WriteNumber("weightedRoot", WeightedRootOf(result));
        writer.WriteStartObject("root");
        WriteList(writer, "staked", samples, static sample => Short(sample.RootShares.Staked));
        WriteList(
            writer, "protocol", samples, static sample => Short(sample.RootShares.Protocol));
        writer.WriteEndObject();
        WriteList(writer, "issuance", samples, static sample => Short(sample.TotalIssuance.Rao));
        WriteList(writer, "rootStaked", samples, static sample => Short(sample.RootStaked.Rao));
    }

    private static decimal WeightedRootOf(RunResult result) =>
        decimal.Round(
            ReadableNumber.Of(result.First.RootTao.Rao)
                * ReadableNumber.Of(result.RootWeight),
            3);

    private static void WriteEvents(Utf8JsonWriter writer, RunResult result)
    {
        writer.WriteStartArray("events");
        foreach (DatedEvent happening in result.Events)
        {
            writer.WriteStartObject();
            writer.WriteNumber("day", DaysOf(result, happening.Block));
            writer.WriteString("text", happening.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteClaims(Utf8JsonWriter writer, Point point)
    {
        writer.WriteStartArray("claims");
        foreach (Claim claim in point.Claims)
        {
            writer.WriteStartObject();
            writer.WriteNumber("day", claim.Day);
            writer.WriteNumber("low", claim.LowInThousandths / 1_000m);
            writer.WriteNumber("high", claim.HighInThousandths / 1_000m);
            writer.WriteString("text", $"expected: {claim.RangeText}");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSubnets(
        Utf8JsonWriter writer, Scenario scenario, ImmutableArray<NetworkSample> samples)
    {
        writer.WriteStartArray("subnets");
        for (int index = 0; index < scenario.Subnets.Length; index++)
        {
            int place = index;
            SubnetLabel label = scenario.Subnets[place];
            writer.WriteStartObject();
            writer.WriteNumber("netuid", label.NetUid.Value);
            writer.WriteString("name", label.Name);
            writer.WriteString("symbol", label.Symbol);
            WriteList(writer, "price", samples, at => Short(at.Subnets[place].Price.Value));
            WriteList(
                writer, "moving", samples, at => Short(at.Subnets[place].MovingPrice.Value));
            WriteList(
                writer, "root", samples, at => Short(at.Subnets[place].RootShares.Protocol));
            WriteList(
                writer, "issuance", samples, at => Coarse(at.Subnets[place].AlphaIssuance));
            WriteList(writer, "pool", samples, at => Coarse(at.Subnets[place].AlphaReserve));
            WriteList(writer, "staked", samples, at => Coarse(at.Subnets[place].AlphaStaked));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteList(
        Utf8JsonWriter writer,
        string name,
        ImmutableArray<NetworkSample> samples,
        Func<NetworkSample, decimal> choose)
    {
        writer.WriteStartArray(name);
        foreach (NetworkSample sample in samples)
        {
            writer.WriteNumberValue(choose(sample));
        }

        writer.WriteEndArray();
    }

    private static decimal DaysOf(RunResult result, BlockNumber block) =>
        decimal.Round((decimal)result.AgeOf(block) / BlockClock.BlocksPerDay, 5);

    private static decimal Short(I96F32 value) =>
        Trim(decimal.Round(ReadableNumber.Of(value), 8));

    private static decimal Short(ulong rao) => Trim(decimal.Round(ReadableNumber.Of(rao), 3));

    private static decimal Coarse(Alpha amount) =>
        Trim(decimal.Round(ReadableNumber.Of(amount.Rao), 1));

    /// <summary>Drops trailing zeros, which a decimal keeps.</summary>
    private static decimal Trim(decimal value) => value / 1.0000000000000000000000000000m;
}
