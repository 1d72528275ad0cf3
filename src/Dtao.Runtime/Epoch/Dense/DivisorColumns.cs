using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>One divisor for each column of a piece of a row.</summary>
/// <typeparam name="T">Width of the piece.</typeparam>
/// <param name="shift">Left shifts.</param>
/// <param name="high">High halves of the multipliers.</param>
/// <param name="low">Low halves of the multipliers.</param>
internal readonly struct DivisorColumns<T>(T shift, T high, T low)
    where T : struct, ILanes<T>
{
    private readonly T _shift = shift;
    private readonly T _high = high;
    private readonly T _low = low;

    /// <summary>The same divisor for every column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DivisorColumns<T> All(in Divisor divisor) =>
        new(T.All(divisor.Shift), T.All(divisor.High), T.All(divisor.Low));

    /// <summary>A divisor of its own for every column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DivisorColumns<T> Of(T divisors)
    {
        const int Worthwhile = 8;
        return T.Count < Worthwhile ? OfEach(divisors) : OfAll(divisors);
    }

    /// <summary>Fixed-point quotients, cut; for numbers up to their divisor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Divide(T values)
    {
        T shifted = T.ShiftLeft(values, _shift);
        T low = T.MultiplyHalves(shifted, _low) >> 32;
        return shifted + ((T.MultiplyHalves(shifted, _high) + low) >> 32);
    }

    private static DivisorColumns<T> OfEach(T divisors)
    {
        Span<T> columns = [divisors, default, default];
        Span<ulong> parts = MemoryMarshal.Cast<T, ulong>(columns);
        for (int lane = 0; lane < T.Count; lane++)
        {
            Divisor own = Divisor.Of(parts[lane]);
            parts[lane] = own.Shift;
            parts[T.Count + lane] = own.High;
            parts[(2 * T.Count) + lane] = own.Low;
        }

        return new(columns[0], columns[1], columns[2]);
    }

    /// <summary>Finds the multipliers of all columns at once, without a division.</summary>
    /// <remarks>
    /// With t the shifted divisor, v approaches 2^63 / t from below: a straight line, then
    /// Newton's steps, each of which squares the relative error. The two digits of 2^96 / t
    /// follow by schoolbook division. Inlined, because numbers this wide are slow to pass.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DivisorColumns<T> OfAll(T divisors)
    {
        // Floor of the square root of two times 2^32, for the tangent there.
        const ulong Start = 6_074_000_999;
        T one = T.All(1);
        T shift = T.LeadingZeros(divisors) - T.All(32);
        T shifted = T.ShiftLeft(divisors, shift);
        T inverse = T.All(Start) - shifted;
        for (int step = 0; step < 4; step++)
        {
            T rest = T.All(1UL << 63) - T.MultiplyHalves(shifted, inverse);
            inverse += T.MultiplyHalves(inverse, rest >> 31) >> 32;
        }

        // The first digit has one bit more than a half.
        T first = inverse << 1;
        T top = T.MultiplyHalves(first >> 32, shifted) << 32;
        T left = default(T) - (T.MultiplyHalves(first, shifted) + top);
        (first, left) = Settle(first, left, shifted, inverse);
        T second = T.MultiplyHalves(left, inverse) >> 31;
        (second, _) = Settle(
            second, (left << 32) - T.MultiplyHalves(second, shifted), shifted, inverse);
        T fraction = (first << 32) + second + one;

        // A power of two, and zero, needs the shift alone.
        T rough = divisors & (divisors - one);
        T isRough = T.WhereAtMost(rough, default, default, one);
        T mask = default(T) - isRough;
        return new(shift + one - isRough, (fraction >> 32) & mask, fraction & mask);
    }

    /// <summary>Makes a quotient that is a little too small exact.</summary>
    /// <param name="quotient">The quotient.</param>
    /// <param name="rest">What it leaves, below sixteen divisors.</param>
    /// <param name="divisor">The divisor.</param>
    /// <param name="inverse">2^63 over the divisor, from below.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Quotient, T Left) Settle(T quotient, T rest, T divisor, T inverse)
    {
        T missing = T.MultiplyHalves(rest >> 4, inverse) >> 59;
        rest -= T.MultiplyHalves(missing, divisor);
        T last = T.WhereAtMost(divisor, rest, T.All(1), default);
        return (quotient + missing + last, rest - T.MultiplyHalves(last, divisor));
    }
}
