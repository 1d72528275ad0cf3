using System.Globalization;
using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>Numbers as people read them: rounded, with thousands set apart.</summary>
/// <remarks>In decimal arithmetic, so that the text is the same on every machine.</remarks>
public static class ReadableNumber
{
    private const decimal RaoInOne = 1_000_000_000m;
    private const decimal One = 4_294_967_296m;

    /// <summary>A share of one in per cent with its sign, for example <c>95.5 %</c>.</summary>
    public static string Percent(I96F32 share, int decimals = 1) =>
        Text(Of(share) * 100, decimals) + " %";

    /// <summary>An amount in whole units, without its unit.</summary>
    public static string Amount(ulong rao, int decimals) => Text(rao / RaoInOne, decimals);

    /// <summary>An amount in whole units to the last rao, signed, without its unit.</summary>
    public static string Exact(Int128 rao) => Text((decimal)rao / RaoInOne, 9);

    /// <summary>A fixed-point number with some decimals.</summary>
    public static string Fixed(I96F32 value, int decimals) => Text(Of(value), decimals);

    /// <summary>A whole number.</summary>
    public static string Whole(ulong value) => Text(value, 0);

    /// <summary>A fixed-point number as a decimal.</summary>
    public static decimal Of(I96F32 value) => (decimal)value.Bits / One;

    /// <summary>An amount in whole units as a decimal.</summary>
    public static decimal Of(ulong rao) => rao / RaoInOne;

    /// <summary>A number with as many decimals as its size is worth.</summary>
    public static string Rounded(decimal value) => Math.Round(value, Math.Abs(value) switch
    {
        0 => 0,
        < 0.0001m => 9,
        < 1 => 5,
        < 100 => 2,
        _ => 0,
    }).ToString("#,0.#########", CultureInfo.InvariantCulture);

    private static string Text(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero).ToString(
            "N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
