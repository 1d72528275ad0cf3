using System.Globalization;
using System.Reflection;
using Dtao.Numerics;

namespace Dtao.Lab.Datasets;

/// <summary>Mean real price of every launch subnet but 28 on 18 to 23 February 2025.</summary>
/// <remarks>
/// Derived from hourly prices; what value traders believe in. Subnet 28 has no anchor, so that
/// nothing of its path is put in. The file: src/Dtao.Lab/Data/README.md.
/// </remarks>
public static class AnchorPrices
{
    private static readonly Lazy<Dictionary<NetUid, double>> Loaded = new(Read);

    /// <summary>TAO per alpha; 0 for a subnet without an anchor.</summary>
    public static double Of(NetUid subnet) => Loaded.Value.GetValueOrDefault(subnet);

    private static Dictionary<NetUid, double> Read()
    {
        Assembly assembly = typeof(AnchorPrices).Assembly;
        using Stream stream = assembly.GetManifestResourceStream("anchor_prices.csv")
            ?? throw new InvalidOperationException("anchor_prices.csv is part of the program");
        using StreamReader reader = new(stream);
        CsvTable table = CsvTable.Parse(reader.ReadToEnd());
        Dictionary<NetUid, double> prices = [];
        foreach (string[] row in table.Rows)
        {
            NetUid subnet = new(ushort.Parse(
                table.Field(row, "netuid"), CultureInfo.InvariantCulture));
            prices.Add(subnet, (double)decimal.Parse(
                table.Field(row, "mean_price_tao"), CultureInfo.InvariantCulture));
        }

        return prices;
    }
}
