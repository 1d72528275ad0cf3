namespace Dtao.Numerics;

/// <summary>An amount of a subnet's token, counted in units of 10^-9 (rao).</summary>
/// <remarks>
/// Range 0 to 2^64-1 rao. It adds to itself only; conversion goes through <see cref="Price"/>.
/// The plain operators throw on overflow, the chain's saturation has a name. The default value
/// is zero. Source: docs/spec/numerics.md#amounts.
/// </remarks>
public readonly record struct Alpha : IAmount<Alpha>, IComparable<Alpha>
{
    private const ulong RaoInOne = 1_000_000_000;

    private Alpha(ulong rao) => Rao = rao;

    /// <summary>The amount in rao: 10^-9 alpha.</summary>
    public ulong Rao { get; }

    /// <summary>Nothing.</summary>
    public static Alpha Zero => default;

    /// <summary>The largest amount: 2^64-1 rao.</summary>
    public static Alpha MaxValue => new(ulong.MaxValue);

    /// <summary>An amount given in rao.</summary>
    public static Alpha FromRao(ulong rao) => new(rao);

    /// <summary>An amount given in whole alpha.</summary>
    /// <exception cref="OverflowException">More than 2^64-1 rao.</exception>
    public static Alpha Whole(ulong whole) => new(checked(whole * RaoInOne));

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Alpha operator +(Alpha left, Alpha right) => new(checked(left.Rao + right.Rao));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The difference is negative.</exception>
    public static Alpha operator -(Alpha left, Alpha right) => new(checked(left.Rao - right.Rao));

    /// <summary>Less than.</summary>
    public static bool operator <(Alpha left, Alpha right) => left.Rao < right.Rao;

    /// <summary>At most.</summary>
    public static bool operator <=(Alpha left, Alpha right) => left.Rao <= right.Rao;

    /// <summary>Greater than.</summary>
    public static bool operator >(Alpha left, Alpha right) => left.Rao > right.Rao;

    /// <summary>At least.</summary>
    public static bool operator >=(Alpha left, Alpha right) => left.Rao >= right.Rao;

    /// <summary>The smaller of two.</summary>
    public static Alpha Min(Alpha left, Alpha right) => left.Rao <= right.Rao ? left : right;

    /// <summary>The larger of two.</summary>
    public static Alpha Max(Alpha left, Alpha right) => left.Rao >= right.Rao ? left : right;

    /// <summary>Reads a decimal number of whole alpha with at most nine decimals.</summary>
    /// <exception cref="FormatException">The text is not such a number or too large.</exception>
    public static Alpha Parse(string text) => TryParse(text, out Alpha amount)
        ? amount
        : throw new FormatException($"'{text}' is not an amount of alpha");

    /// <summary>Reads a decimal number of whole alpha with at most nine decimals.</summary>
    public static bool TryParse(string text, out Alpha amount)
    {
        bool isRead = AmountText.TryParse(text, out ulong rao);
        amount = new(rao);
        return isRead;
    }

    /// <summary>The sum, or the largest amount.</summary>
    public Alpha SaturatingAdd(Alpha other)
    {
        ulong sum = unchecked(Rao + other.Rao);
        return new(sum < Rao ? ulong.MaxValue : sum);
    }

    /// <summary>The difference, or zero.</summary>
    public Alpha SaturatingSubtract(Alpha other) => new(Rao > other.Rao ? Rao - other.Rao : 0);

    /// <inheritdoc/>
    public int CompareTo(Alpha other) => Rao.CompareTo(other.Rao);

    /// <summary>The amount in whole alpha with its unit, for example <c>1.5 alpha</c>.</summary>
    public override string ToString() =>
        AmountText.Of(Rao) + " alpha";
}
