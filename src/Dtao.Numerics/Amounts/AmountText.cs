using System.Globalization;

namespace Dtao.Numerics;

/// <summary>Amounts in rao as decimal text in whole units, exactly.</summary>
public static class AmountText
{
    private const ulong RaoInOne = 1_000_000_000;

    /// <summary>
    /// Decimal text without trailing zeros, for example <c>1.5</c> for 1 500 000 000.
    /// </summary>
    public static string Of(ulong rao)
    {
        (ulong whole, ulong rest) = Math.DivRem(rao, RaoInOne);
        string text = whole.ToString(CultureInfo.InvariantCulture);
        if (rest == 0) return text;
        return text + "." + rest.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
    }

    /// <summary>Reads decimal text with at most nine decimals.</summary>
    public static bool TryParse(string text, out ulong rao)
    {
        rao = 0;
        int point = text.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? text : text[..point];
        string rest = point < 0 ? string.Empty : text[(point + 1)..];
        if (rest.Length > 9 || (point >= 0 && rest.Length == 0)) return false;
        if (!UInt128.TryParse(
            whole + rest.PadRight(9, '0'),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out UInt128 value))
        {
            return false;
        }

        if (whole.Length == 0 || value > ulong.MaxValue) return false;
        rao = (ulong)value;
        return true;
    }
}
