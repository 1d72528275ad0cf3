using System.Globalization;
using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Reports;

/// <summary>The file <c>series.csv</c>: one row for each sampled block and subnet.</summary>
/// <remarks>
/// Amounts and fixed-point numbers as the shortest decimal text that leads back to the very same
/// value. Source: docs/lab/launch.md#series.
/// </remarks>
public static class SeriesCsv
{
    private static readonly string[] Columns =
    [
        "block [block]",
        "day [d since launch]",
        "netuid [none]",
        "tao_in [TAO]",
        "alpha_in [alpha]",
        "alpha_outstanding [alpha]",
        "alpha_staked [alpha]",
        "alpha_issuance [alpha]",
        "price [TAO/alpha]",
        "moving_price [TAO/alpha]",
        "emission_share [of 1]",
        "root_share_staked [of 1]",
        "root_share_protocol [of 1]",
        "root_share_counted [of 1]",
    ];

    /// <summary>Writes the file.</summary>
    public static void Write(RunResult result, TextWriter writer)
    {
        writer.NewLine = "\n";
        writer.WriteLine(string.Join(',', Columns));
        foreach (NetworkSample sample in result.Samples)
        {
            string when = string.Create(
                CultureInfo.InvariantCulture,
                $"{sample.Block},{DayText.Of(result.AgeOf(sample.Block))}");
            foreach (SubnetSample subnet in sample.Subnets)
            {
                WriteRow(when, subnet, writer);
            }
        }
    }

    private static void WriteRow(string when, SubnetSample subnet, TextWriter writer)
    {
        writer.Write(when);
        WriteField(writer, subnet.NetUid.Value.ToString(CultureInfo.InvariantCulture));
        WriteField(writer, AmountText.Of(subnet.TaoReserve.Rao));
        WriteField(writer, AmountText.Of(subnet.AlphaReserve.Rao));
        WriteField(writer, AmountText.Of(subnet.AlphaOutstanding.Rao));
        WriteField(writer, AmountText.Of(subnet.AlphaStaked.Rao));
        WriteField(writer, AmountText.Of(subnet.AlphaIssuance.Rao));
        WriteField(writer, subnet.Price.Value.ToString());
        WriteField(writer, subnet.MovingPrice.Value.ToString());
        WriteField(writer, subnet.EmissionShare.ToString());
        WriteField(writer, subnet.RootShares.Staked.ToString());
        WriteField(writer, subnet.RootShares.Protocol.ToString());
        WriteField(writer, subnet.RootShares.Counted.ToString());
        writer.WriteLine();
    }

    private static void WriteField(TextWriter writer, string text)
    {
        writer.Write(',');
        writer.Write(text);
    }
}
