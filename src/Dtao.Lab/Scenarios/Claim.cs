using System.Globalization;
using Dtao.Lab.Measures;
using Dtao.Numerics;

namespace Dtao.Lab.Scenarios;

/// <summary>What a run must show for its scenario to be believed: a root share on a day.</summary>
/// <param name="Name">Which root share it is about.</param>
/// <param name="Day">End of this day since the start.</param>
/// <param name="Choose">Picks the share.</param>
/// <param name="LowInThousandths">The least share, in thousandths.</param>
/// <param name="HighInThousandths">The largest share, in thousandths.</param>
/// <param name="Reason">Where the expectation comes from.</param>
public sealed record Claim(
    string Name,
    ulong Day,
    Func<RootShares, I96F32> Choose,
    int LowInThousandths,
    int HighInThousandths,
    string Reason)
{
    /// <summary>The range, for example <c>91.4 to 92.6 %</c>.</summary>
    public string RangeText => LowInThousandths == HighInThousandths
        ? $"{Percent(LowInThousandths)} %"
        : $"{Percent(LowInThousandths)} to {Percent(HighInThousandths)} %";

    /// <summary>A share lies in the range once it is rounded to thousandths.</summary>
    public bool HoldsFor(RootShares shares)
    {
        int found = InThousandths(Choose(shares));
        return found >= LowInThousandths && found <= HighInThousandths;
    }

    /// <summary>A share in thousandths, the half rounded up.</summary>
    public static int InThousandths(I96F32 share)
    {
        Int128 thousandths = (share.Bits * 1_000) + ((Int128)1 << (I96F32.FractionBits - 1));
        return (int)(thousandths >> I96F32.FractionBits);
    }

    private static string Percent(int thousandths) =>
        (thousandths / 10m).ToString("0.0", CultureInfo.InvariantCulture);
}
