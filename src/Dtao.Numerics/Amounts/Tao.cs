namespace Dtao.Numerics;

/// <summary>An amount of TAO, counted in units of 10^-9 (rao).</summary>
/// <remarks>
/// Range 0 to 2^64-1 rao. It adds to itself only; conversion goes through <see cref="Price"/>.
/// The plain operators throw on overflow, the chain's saturation has a name. The default value
/// is zero. Source: docs/spec/numerics.md#amounts.
/// </remarks>
public readonly record struct Tao : IAmount<Tao>, IComparable<Tao>
{
    private const ulong RaoInOne = 1_000_000_000;

    private Tao(ulong rao) => Rao = rao;

    /// <summary>The amount in rao: 10^-9 TAO.</summary>
    public ulong Rao { get; }

    /// <summary>Nothing.</summary>
    public static Tao Zero => default;

    /// <summary>The largest amount: 2^64-1 rao.</summary>
    public static Tao MaxValue => new(ulong.MaxValue);

    /// <summary>An amount given in rao.</summary>
    public static Tao FromRao(ulong rao) => new(rao);

    /// <summary>An amount given in whole TAO.</summary>
    /// <exception cref="OverflowException">More than 2^64-1 rao.</exception>
    public static Tao Whole(ulong whole) => new(checked(whole * RaoInOne));

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Tao operator +(Tao left, Tao right) => new(checked(left.Rao + right.Rao));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The difference is negative.</exception>
    public static Tao operator -(Tao left, Tao right) => new(checked(left.Rao - right.Rao));

    /// <summary>Less than.</summary>
    public static bool operator <(Tao left, Tao right) => left.Rao < right.Rao;

    /// <summary>At most.</summary>
    public static bool operator <=(Tao left, Tao right) => left.Rao <= right.Rao;

    /// <summary>Greater than.</summary>
    public static bool operator >(Tao left, Tao right) => left.Rao > right.Rao;

    /// <summary>At least.</summary>
    public static bool operator >=(Tao left, Tao right) => left.Rao >= right.Rao;

    /// <summary>The smaller of two.</summary>
    public static Tao Min(Tao left, Tao right) => left.Rao <= right.Rao ? left : right;

    /// <summary>The larger of two.</summary>
    public static Tao Max(Tao left, Tao right) => left.Rao >= right.Rao ? left : right;

    /// <summary>Reads a decimal number of whole TAO with at most nine decimals.</summary>
    /// <exception cref="FormatException">The text is not such a number or too large.</exception>
    public static Tao Parse(string text) => TryParse(text, out Tao amount)
        ? amount
        : throw new FormatException($"'{text}' is not an amount of TAO");

    /// <summary>Reads a decimal number of whole TAO with at most nine decimals.</summary>
    public static bool TryParse(string text, out Tao amount)
    {
        bool isRead = AmountText.TryParse(text, out ulong rao);
        amount = new(rao);
        return isRead;
    }

    /// <summary>The sum, or the largest amount.</summary>
    public Tao SaturatingAdd(Tao other)
    {
        ulong sum = unchecked(Rao + other.Rao);
        return new(sum < Rao ? ulong.MaxValue : sum);
    }

    /// <summary>The difference, or zero.</summary>
    public Tao SaturatingSubtract(Tao other) => new(Rao > other.Rao ? Rao - other.Rao : 0);

    /// <inheritdoc/>
    public int CompareTo(Tao other) => Rao.CompareTo(other.Rao);

    /// <summary>The amount in whole TAO with its unit, for example <c>1.5 TAO</c>.</summary>
    public override string ToString() =>
        AmountText.Of(Rao) + " TAO";
}
