using System.Globalization;
using Dtao.Lab.Datasets;

namespace Dtao.Lab.Reports;

/// <summary>Blocks as days in decimal text.</summary>
public static class DayText
{
    private const ulong Scale = 1_000_000;

    /// <summary>Days with six decimals, cut.</summary>
    public static string Of(ulong blocks)
    {
        ulong scaled = blocks * Scale / BlockClock.BlocksPerDay;
        (ulong whole, ulong rest) = Math.DivRem(scaled, Scale);
        return string.Create(CultureInfo.InvariantCulture, $"{whole}.{rest:D6}");
    }
}
