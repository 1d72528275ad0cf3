using System.Globalization;
using Dtao.Lab.Datasets;

namespace Dtao.Lab.Scenarios;

/// <summary>How long a run is.</summary>
/// <param name="Blocks">Number of blocks; 7,200 are a day.</param>
public readonly record struct Horizon(ulong Blocks)
{
    /// <summary>The longest run, in days: ten years.</summary>
    public const int LongestInDays = 3_650;

    /// <summary>The length in days, with at most four decimals.</summary>
    public string DaysText => ((decimal)Blocks / BlockClock.BlocksPerDay)
        .ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Blocks and days in words, for example <c>216,000 blocks (30 days)</c>.</summary>
    public string Text
    {
        get
        {
            string blocks = Blocks.ToString("N0", CultureInfo.InvariantCulture);
            string days = DaysText;
            return $"{blocks} {(Blocks == 1 ? "block" : "blocks")} "
                + $"({days} {(days == "1" ? "day" : "days")})";
        }
    }

    /// <summary>A length in whole days.</summary>
    public static Horizon Days(ulong days) => new(days * BlockClock.BlocksPerDay);

    /// <summary>Reads a number of days, for example <c>30</c> or <c>0.5</c>.</summary>
    /// <remarks>Fractions are rounded to the nearest block, a half to the even one.</remarks>
    /// <returns>False for no number, less than a block, or more than ten years.</returns>
    public static bool TryParse(string text, out Horizon horizon)
    {
        horizon = default;
        if (text.Length > 16) return false;
        if (!decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal days))
        {
            return false;
        }

        if (days > LongestInDays) return false;
        horizon = new((ulong)Math.Round(days * BlockClock.BlocksPerDay, MidpointRounding.ToEven));
        return horizon.Blocks > 0;
    }
}
