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
    public static DivisorColumns<T> All(ulong divisor)
    {
        Divisor all = Divisor.Of(divisor);
        return new(T.All(all.Shift), T.All(all.High), T.All(all.Low));
    }

    /// <summary>A divisor of its own for every column.</summary>
    public static DivisorColumns<T> Of(T divisors)
    {
        Span<ulong> parts = stackalloc ulong[3 * T.Count];
        ReadOnlySpan<ulong> each = MemoryMarshal.Cast<T, ulong>(new ReadOnlySpan<T>(in divisors));
        for (int lane = 0; lane < each.Length; lane++)
        {
            Divisor own = Divisor.Of(each[lane]);
            parts[lane] = own.Shift;
            parts[T.Count + lane] = own.High;
            parts[(2 * T.Count) + lane] = own.Low;
        }

        Span<T> columns = MemoryMarshal.Cast<ulong, T>(parts);
        return new(columns[0], columns[1], columns[2]);
    }

    /// <summary>Fixed-point quotients, cut; for numbers up to their divisor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Divide(T values)
    {
        T shifted = T.ShiftLeft(values, _shift);
        T low = T.MultiplyHalves(shifted, _low) >> 32;
        return shifted + ((T.MultiplyHalves(shifted, _high) + low) >> 32);
    }
}
