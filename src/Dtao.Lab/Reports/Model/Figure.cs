using System.Globalization;
using Dtao.Lab.Measures;
using Dtao.Numerics;

namespace Dtao.Lab.Reports.Model;

/// <summary>A number with its unit, rounded for reading.</summary>
/// <param name="Value">The value in its unit, before the unit's scale; null for none.</param>
/// <param name="Decimals">Decimals that are shown, all of them.</param>
/// <param name="Unit">The unit.</param>
/// <remarks>In decimal arithmetic, so that the text is the same on every machine.</remarks>
public readonly record struct Figure(decimal? Value, int Decimals, Unit Unit)
{
    private const string NoNumber = "–";
    private const double Largest = 1e24;

    /// <summary>The number without its unit, for example <c>1,234.50</c>.</summary>
    public string NumberText => Value is { } value
        ? Rounded(value).ToString(
            "N" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : NoNumber;

    /// <summary>The number that a table sorts by; empty for none.</summary>
    public string SortText =>
        Value is { } value ? value.ToString(CultureInfo.InvariantCulture) : string.Empty;

    /// <summary>No figure, shown as a dash.</summary>
    public static Figure NoneOf(Unit unit) => new(null, 0, unit);

    /// <summary>A value with the decimals of its unit.</summary>
    public static Figure Of(decimal value, Unit unit) => new(value, unit.Decimals, unit);

    /// <summary>A value with some decimals.</summary>
    public static Figure Of(decimal value, Unit unit, int decimals) => new(value, decimals, unit);

    /// <summary>A whole value, shown without decimals.</summary>
    public static Figure Of(long value, Unit unit) => new(value, 0, unit);

    /// <summary>A whole value, shown without decimals.</summary>
    public static Figure Of(ulong value, Unit unit) => new(value, 0, unit);

    /// <summary>A value that describes a result; what is not finite is a dash.</summary>
    public static Figure Of(double value, Unit unit) => Of(value, unit, unit.Decimals);

    /// <summary>A value that describes a result, with some decimals.</summary>
    public static Figure Of(double value, Unit unit, int decimals) =>
        double.IsFinite(value) && Math.Abs(value) < Largest
            ? new((decimal)value, decimals, unit)
            : NoneOf(unit);

    /// <summary>A share of one, in per cent.</summary>
    public static Figure Share(I96F32 share, int decimals = 2) =>
        Of(ReadableNumber.Of(share), Unit.Share, decimals);

    /// <summary>An amount of TAO.</summary>
    public static Figure Of(Tao amount, int decimals = 2) =>
        Of(ReadableNumber.Of(amount.Rao), Unit.Tao, decimals);

    /// <summary>An amount of alpha.</summary>
    public static Figure Of(Alpha amount, int decimals = 1) =>
        Of(ReadableNumber.Of(amount.Rao), Unit.Alpha, decimals);

    /// <summary>A price of a pool.</summary>
    public static Figure Of(Price price, int decimals = 6) =>
        Of(ReadableNumber.Of(price.Value), Unit.Price, decimals);

    /// <summary>Something counted.</summary>
    public static Figure Count(long count) => Of(count, Unit.Count);

    private decimal Rounded(decimal value)
    {
        decimal rounded = decimal.Round(
            value * Unit.Scale, Decimals, MidpointRounding.AwayFromZero);
        return rounded == 0 ? 0 : rounded;
    }
}
