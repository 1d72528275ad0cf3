namespace Dtao.Numerics;

/// <summary>TAO per alpha, with 32 fraction bits.</summary>
/// <remarks>
/// Resolution 2^-32 TAO per alpha; what is smaller is zero. The default value is zero.
/// Source: docs/spec/pools.md#price.
/// </remarks>
public readonly record struct Price : IComparable<Price>
{
    private Price(I96F32 value) => Value = value;

    /// <summary>TAO per alpha.</summary>
    public I96F32 Value { get; }

    /// <summary>Zero: the price of an empty pool.</summary>
    public static Price Zero => default;

    /// <summary>One TAO per alpha: the price of root and of stable subnets.</summary>
    public static Price One => new(I96F32.One);

    /// <summary>A price given in TAO per alpha.</summary>
    public static Price FromValue(I96F32 value) => new(value);

    /// <summary>
    /// The price of a pool with these reserves, cut; zero when it holds no alpha.
    /// </summary>
    public static Price Of(Tao taoReserve, Alpha alphaReserve)
    {
        // Both reserves are whole: their 32 zero bits cancel, and so does half of the division.
        if (alphaReserve.Rao == 0) return default;
        UInt128 tao = (UInt128)taoReserve.Rao << I96F32.FractionBits;
        return new(I96F32.FromBits((Int128)WideArithmetic.Divide(tao, alphaReserve.Rao)));
    }

    /// <summary>Less than.</summary>
    public static bool operator <(Price left, Price right) => left.Value < right.Value;

    /// <summary>At most.</summary>
    public static bool operator <=(Price left, Price right) => left.Value <= right.Value;

    /// <summary>Greater than.</summary>
    public static bool operator >(Price left, Price right) => left.Value > right.Value;

    /// <summary>At least.</summary>
    public static bool operator >=(Price left, Price right) => left.Value >= right.Value;

    /// <summary>Alpha that is worth this much TAO, cut to 32 fraction bits.</summary>
    /// <returns>False when the price is zero or the amount does not fit.</returns>
    public bool TryWorthOf(Fractional<Tao> amount, out Fractional<Alpha> worth)
    {
        bool exists = amount.Value.TryDivide(Value, out I96F32 quotient);
        worth = Fractional<Alpha>.FromValue(quotient);
        return exists;
    }

    /// <summary>
    /// TAO that this much alpha is worth, the floor to 32 fraction bits, saturating.
    /// </summary>
    public Fractional<Tao> ValueOf(Alpha amount) => Fractional<Tao>.FromValue(
        I96F32.FromInteger(amount.Rao).SaturatingMultiply(Value));

    /// <inheritdoc/>
    public int CompareTo(Price other) => Value.CompareTo(other.Value);

    /// <summary>The price with its unit.</summary>
    public override string ToString() => $"{Value} TAO per alpha";
}
