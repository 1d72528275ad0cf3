namespace Dtao.Numerics;

/// <summary>An amount with a fraction of a rao, before anybody decided how to round it.</summary>
/// <typeparam name="TAmount">The unit.</typeparam>
/// <remarks>Kept with 32 fraction bits; only <see cref="Floor"/> leaves it.</remarks>
public readonly record struct Fractional<TAmount>
    where TAmount : struct, IAmount<TAmount>
{
    private Fractional(I96F32 value) => Value = value;

    /// <summary>The amount in rao with its fraction.</summary>
    public I96F32 Value { get; }

    /// <summary>Nothing.</summary>
    public static Fractional<TAmount> Zero => default;

    /// <summary>A whole amount.</summary>
    public static Fractional<TAmount> From(TAmount amount) => new(I96F32.FromInteger(amount.Rao));

    /// <summary>An amount given in rao with its fraction.</summary>
    public static Fractional<TAmount> FromValue(I96F32 value) => new(value);

    /// <summary>The smaller of two.</summary>
    public static Fractional<TAmount> Min(Fractional<TAmount> left, Fractional<TAmount> right) =>
        left.Value <= right.Value ? left : right;

    /// <summary>The sum, saturating.</summary>
    public Fractional<TAmount> SaturatingAdd(Fractional<TAmount> other) =>
        new(Value.SaturatingAdd(other.Value));

    /// <summary>The difference, saturating.</summary>
    public Fractional<TAmount> SaturatingSubtract(Fractional<TAmount> other) =>
        new(Value.SaturatingSubtract(other.Value));

    /// <summary>
    /// The part of the amount that a factor tells; the floor to 32 fraction bits.
    /// </summary>
    public Fractional<TAmount> Times(I96F32 factor) => new(Value.SaturatingMultiply(factor));

    /// <summary>The amount without its fraction, saturating; negative gives nothing.</summary>
    public TAmount Floor() => TAmount.FromRao(Value.FloorToUInt64());
}
