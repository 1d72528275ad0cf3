using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>Rules on lists of numbers that the epoch is made of.</summary>
/// <remarks>
/// Plain sums wrap, as upstream's iterator sums do; everything else saturates.
/// Source: docs/spec/epoch.md#helpers; vectors: vectors/math.json.gz.
/// </remarks>
public static class Vectors
{
    /// <summary>The sum, modulo 2^64 in raw form.</summary>
    public static I32F32 Sum(ReadOnlySpan<I32F32> values)
    {
        I32F32 sum = I32F32.Zero;
        foreach (I32F32 value in values)
        {
            sum = sum.WrappingAdd(value);
        }

        return sum;
    }

    /// <summary>The sum is zero, which need not mean that every element is.</summary>
    public static bool IsZero(ReadOnlySpan<I32F32> values) => Sum(values) == I32F32.Zero;

    /// <summary>Divides by the sum, unless that is zero.</summary>
    public static void Normalize(Span<I32F32> values) => NormalizeUsing(values, Sum(values));

    /// <summary>Divides by a given sum, unless that is zero.</summary>
    public static void NormalizeUsing(Span<I32F32> values, I32F32 sum)
    {
        if (sum == I32F32.Zero) return;
        foreach (ref I32F32 value in values)
        {
            value = value.SafeDivide(sum);
        }
    }

    /// <summary>Divides by the wrapping sum, unless that is zero.</summary>
    public static void Normalize(Span<I64F64> values)
    {
        I64F64 sum = I64F64.Zero;
        foreach (I64F64 value in values)
        {
            sum = sum.WrappingAdd(value);
        }

        if (sum == I64F64.Zero) return;
        foreach (ref I64F64 value in values)
        {
            value = value.SafeDivide(sum);
        }
    }

    /// <summary>Elementwise quotient; zero where there is none.</summary>
    public static I32F32[] Divide(ReadOnlySpan<I32F32> left, ReadOnlySpan<I32F32> right)
    {
        I32F32[] result = new I32F32[Math.Min(left.Length, right.Length)];
        for (int index = 0; index < result.Length; index++)
        {
            result[index] = left[index].SafeDivide(right[index]);
        }

        return result;
    }

    /// <summary>Sets elements to zero where the mask is true.</summary>
    public static void Mask(ReadOnlySpan<bool> mask, Span<I32F32> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            if (mask[index]) values[index] = I32F32.Zero;
        }
    }

    /// <summary>A proportion in units of 1/65535, cut.</summary>
    public static ushort ToShare16(I32F32 proportion) =>
        proportion.SaturatingMultiply(I32F32.FromInteger(65_535UL)).FloorToUInt16();

    /// <summary>A number of units of 1/65535 as a proportion.</summary>
    public static I32F32 FromShare16(ushort share) =>
        I32F32.FromInteger((ulong)share).SafeDivide(I32F32.FromInteger(65_535UL));

    /// <summary>Scales so that the largest element becomes 65535, rounded to the nearest.</summary>
    /// <remarks>
    /// Above 32768 the order of the operations changes, so that nothing overflows.
    /// </remarks>
    public static ushort[] UpscaleToShare16(ReadOnlySpan<I32F32> values)
    {
        ushort[] result = new ushort[values.Length];
        if (values.Length == 0) return result;
        I32F32 largest = values[0];
        foreach (I32F32 value in values)
        {
            largest = I32F32.Max(largest, value);
        }

        I32F32 full = I32F32.FromInteger(65_535UL);
        I32F32 factor = full.SafeDivide(largest);
        for (int index = 0; index < result.Length; index++)
        {
            I32F32 value = values[index];
            if (largest == I32F32.Zero)
            {
                result[index] = value.SaturatingMultiply(full).FloorToUInt16();
                continue;
            }

            I32F32 scaled = largest > I32F32.FromInteger(32_768UL)
                ? value.SaturatingMultiply(factor)
                : value.SaturatingMultiply(full).SafeDivide(largest);
            result[index] = Round(scaled).FloorToUInt16();
        }

        return result;
    }

    /// <summary>
    /// Scales integers so that the largest becomes 65535, rounded to the nearest.
    /// </summary>
    public static ushort[] UpscaleToShare16(ReadOnlySpan<ushort> values)
    {
        I32F32[] fixedValues = new I32F32[values.Length];
        for (int index = 0; index < values.Length; index++)
        {
            fixedValues[index] = I32F32.FromInteger((ulong)values[index]);
        }

        return UpscaleToShare16(fixedValues);
    }

    /// <summary>No normalised weight is above a limit in units of 1/65535.</summary>
    public static bool AreLimited(ReadOnlySpan<ushort> values, ushort limit)
    {
        I32F32[] weights = new I32F32[values.Length];
        for (int index = 0; index < values.Length; index++)
        {
            weights[index] = I32F32.FromInteger((ulong)values[index]);
        }

        Normalize(weights);
        I32F32 bound = FromShare16(limit);
        foreach (I32F32 weight in weights)
        {
            if (weight > bound) return false;
        }

        return true;
    }

    /// <summary>The value below which a part of the list lies, interpolated.</summary>
    /// <param name="values">The list, in any order.</param>
    /// <param name="numerator">Numerator of the part.</param>
    /// <param name="denominator">Denominator of the part; a power of two.</param>
    /// <remarks>
    /// Upstream: the place in the list is a binary64 product, so that it has 53 digits, and its
    /// fraction is rounded to the nearest number with 32 fraction bits, ties to even.
    /// </remarks>
    public static I32F32 Quantile(
        ReadOnlySpan<I32F32> values, long numerator, long denominator)
    {
        if (values.Length == 0) return I32F32.Zero;
        I32F32[] sorted = values.ToArray();
        Array.Sort(sorted);
        UInt128 product = RoundToDigits((UInt128)numerator * (uint)(sorted.Length - 1), 53);
        UInt128 divisor = (UInt128)denominator;
        int low = (int)(product / divisor);
        UInt128 rest = product % divisor;
        if (rest == 0) return sorted[low];
        UInt128 scaled = rest << 32;
        UInt128 part = scaled / divisor;
        UInt128 left = scaled % divisor * 2;
        if (left > divisor || (left == divisor && (part & 1) == 1)) part++;
        I32F32 step = sorted[low + 1].SaturatingSubtract(sorted[low]);
        return sorted[low].SaturatingAdd(
            step.SaturatingMultiply(I32F32.FromBits((long)part)));
    }

    /// <summary>Rounds to a number of leading binary digits, ties to even.</summary>
    private static UInt128 RoundToDigits(UInt128 value, int digits)
    {
        int excess = 128 - (int)UInt128.LeadingZeroCount(value) - digits;
        if (excess <= 0) return value;
        UInt128 kept = value >> excess;
        UInt128 cut = value - (kept << excess);
        UInt128 half = UInt128.One << (excess - 1);
        if (cut > half || (cut == half && (kept & 1) == 1)) kept++;
        return kept << excess;
    }

    private static I32F32 Round(I32F32 value)
    {
        // Ties away from zero; a negative value is cut to zero afterwards, whatever its ties do.
        I32F32 half = I32F32.FromBits(1L << 31);
        return I32F32.FromBits(value.SaturatingAdd(half).Bits >> 32 << 32);
    }
}
