using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Raises numbers to a power and makes them sum to one, as Taoflow does.</summary>
/// <remarks>
/// The numbers are scaled so that their powers fit 32 bits; logarithm and exponential have 32
/// fraction bits and are taken for the power one too, so that every release's rounding shows.
/// Source: docs/spec/rules.md#power-normalisation; vectors: vectors/rules (pow_normalize).
/// </remarks>
internal static class PowerNormalization
{
    private static readonly U64F64 Largest = U64F64.FromInteger((ulong)int.MaxValue);

    /// <summary>The largest 32-bit number over the largest of 64 bits.</summary>
    private static readonly U64F64 Least = U64F64.FromBits(int.MaxValue);

    private static readonly U64F64 Epsilon = U64F64.FromBits(((UInt128)1 << 64) / 1_000);

    /// <summary>Replaces numbers by the shares of their powers; all zero stay zero.</summary>
    public static void Run(Span<U64F64> values, U64F64 exponent)
    {
        U64F64 scale = U64F64.One.SafeDivide(MaximumOf(values));
        foreach (ref U64F64 value in values)
        {
            value = scale.SaturatingMultiply(value);
        }

        U64F64 most = MaximumOf(values);
        U64F64 bound = U64F64.FromInteger((ulong)values.Length)
            .SaturatingMultiply(most.SaturatingMultiply(most));
        if (bound < Least) return;
        FixedFunctions.TryBisectSquareRoot(
            Largest.SafeDivide(bound), Epsilon, out U64F64 factor);
        RaiseAndShare(values, factor, exponent.ToI32F32());
    }

    private static void RaiseAndShare(Span<U64F64> values, U64F64 factor, I32F32 exponent)
    {
        U64F64 sum = U64F64.Zero;
        foreach (ref U64F64 value in values)
        {
            value = SafePower.Of(factor.SaturatingMultiply(value), exponent);
            sum = sum.WrappingAdd(value);
        }

        foreach (ref U64F64 value in values)
        {
            value = value.SafeDivide(sum);
        }
    }

    private static U64F64 MaximumOf(ReadOnlySpan<U64F64> values)
    {
        U64F64 most = U64F64.Zero;
        foreach (U64F64 value in values)
        {
            most = U64F64.Max(most, value);
        }

        return most;
    }
}
