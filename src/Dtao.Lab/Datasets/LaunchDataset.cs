using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dtao.Codec;
using Dtao.Numerics;

namespace Dtao.Lab.Datasets;

/// <summary>What is known of the network at the launch of dTAO, 13 February 2025.</summary>
/// <remarks>The files and where they come from: src/Dtao.Lab/Data/README.md.</remarks>
public sealed class LaunchDataset
{
    private static readonly Lazy<LaunchDataset> Loaded = new(static () => new());

    private LaunchDataset()
    {
        using JsonDocument document = JsonDocument.Parse(EmbeddedText.Read("launch_network.json"));
        JsonElement network = document.RootElement;
        LaunchBlock = new(network.GetProperty("dynamic_block").GetProperty("value").GetUInt64());
        RootStake = Whole(network, "root_stake_tao");
        TotalIssuance = Whole(network, "tao_total_issuance");
        MovingRates = [.. network.GetProperty("moving_alpha").EnumerateArray().Select(ReadRate)];
        Subnets = ReadSubnets();
        Validators = ReadValidators();
        Releases = ReadReleases();
    }

    /// <summary>The data, read once.</summary>
    public static LaunchDataset Instance => Loaded.Value;

    /// <summary>The time of every block, from the price record of 14 February 2025.</summary>
    public static BlockClock Clock { get; } = new(
        new(4_925_837), new(2025, 2, 14, 16, 0, 0, DateTimeKind.Utc));

    /// <summary>Block of the switch to dTAO: the last one without it.</summary>
    public BlockNumber LaunchBlock { get; }

    /// <summary>All TAO on root after the switch.</summary>
    public Tao RootStake { get; }

    /// <summary>All TAO there was.</summary>
    public Tao TotalIssuance { get; }

    /// <summary>Rates of the moving prices, in order of time.</summary>
    public ImmutableArray<MovingRate> MovingRates { get; }

    /// <summary>The subnets by number.</summary>
    public ImmutableArray<LaunchSubnet> Subnets { get; }

    /// <summary>The largest validators, largest first.</summary>
    public ImmutableArray<LaunchValidator> Validators { get; }

    /// <summary>The runtime releases, in order of time.</summary>
    public ImmutableArray<RuntimeRelease> Releases { get; }

    private static Tao Whole(JsonElement network, string name) =>
        Tao.Whole(network.GetProperty(name).GetProperty("value").GetUInt64());

    private static MovingRate ReadRate(JsonElement entry)
    {
        decimal rate = entry.GetProperty("value").GetDecimal();
        string note = entry.GetProperty("status").GetString() ?? string.Empty;
        decimal bits = Math.Round(rate * 4_294_967_296m, MidpointRounding.ToEven);
        return new(
            new(entry.GetProperty("from_block").GetUInt64()),
            rate.ToString(CultureInfo.InvariantCulture),
            I96F32.FromBits((long)bits),
            StatusOf(note),
            note);
    }

    private static ImmutableArray<LaunchSubnet> ReadSubnets()
    {
        CsvTable table = CsvTable.Parse(EmbeddedText.Read("launch_subnets.csv"));
        List<ulong> known = [];
        foreach (string[] row in table.Rows)
        {
            string block = table.Field(row, "registered_block");
            if (block.Length > 0) known.Add(ulong.Parse(block, CultureInfo.InvariantCulture));
        }

        known.Sort();
        BlockNumber median = new(known[known.Count / 2]);
        return [.. table.Rows.Select(row => ReadSubnet(table, row, median))];
    }

    private static LaunchSubnet ReadSubnet(CsvTable table, string[] row, BlockNumber median)
    {
        string block = table.Field(row, "registered_block");
        string note = table.Field(row, "moving_price_status");
        bool isKnown = block.Length > 0;
        return new(
            new(ushort.Parse(table.Field(row, "netuid"), CultureInfo.InvariantCulture)),
            table.Field(row, "name_20250213"),
            table.Field(row, "symbol"),
            isKnown ? new(ulong.Parse(block, CultureInfo.InvariantCulture)) : median,
            isKnown ? ValueStatus.Real : ValueStatus.Synthesized,
            Tao.Parse(table.Field(row, "moving_price_init")),
            StatusOf(note),
            note,
            Tao.Parse(table.Field(row, "price_20250214T16Z")).Rao);
    }

    private static ImmutableArray<LaunchValidator> ReadValidators()
    {
        CsvTable table = CsvTable.Parse(EmbeddedText.Read("launch_validators.csv"));
        return
        [
            .. table.Rows
                .Where(row => table.Field(row, "rank").Length > 0)
                .Select(row => new LaunchValidator(
                    new(Ss58.Parse(table.Field(row, "hotkey"))),
                    table.Field(row, "name"),
                    Tao.Parse(table.Field(row, "root_tao_scaled")))),
        ];
    }

    private static ImmutableArray<RuntimeRelease> ReadReleases()
    {
        CsvTable table = CsvTable.Parse(EmbeddedText.Read("runtime_timeline.csv"));
        return
        [
            .. table.Rows.Select(row => new RuntimeRelease(
                int.Parse(table.Field(row, "spec_version"), CultureInfo.InvariantCulture),
                table.Field(row, "tag"),
                DateTime.Parse(
                    table.Field(row, "merged_utc"),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
                table.Field(row, "change_relevant_to_economics"))),
        ];
    }

    private static ValueStatus StatusOf(string note)
    {
        foreach (ValueStatus status in Enum.GetValues<ValueStatus>())
        {
            if (note.StartsWith(status.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return status;
            }
        }

        throw new FormatException($"'{note}' does not start with a status");
    }
}
