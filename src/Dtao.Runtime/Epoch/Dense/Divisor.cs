using System.Numerics;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>
/// A divisor turned into a multiplier, so that many numbers are divided by it exactly.
/// </summary>
/// <remarks>
/// For 0 ≤ x ≤ s ≤ 2^32 this gives floor(x·2^32 / s), the fixed-point quotient. With the divisor
/// shifted to t in [2^31, 2^32) and m = ceil(2^96 / t) = 2^64 + m', the floor of (x shifted)·m
/// over 2^64 is that quotient: m·t exceeds 2^96 by less than t, which times x shifted stays below
/// 2^64, so no floor is crossed. A power of two needs the shift alone, and so does zero, by which
/// nothing is divided.
/// </remarks>
/// <param name="Shift">Left shift of the divisor and of what is divided.</param>
/// <param name="High">High half of m'.</param>
/// <param name="Low">Low half of m'.</param>
internal readonly record struct Divisor(ulong Shift, ulong High, ulong Low)
{
    /// <summary>The multiplier for a divisor up to 2^32.</summary>
    public static Divisor Of(ulong divisor)
    {
        if (divisor == 0) return default;
        int log = BitOperations.Log2(divisor);
        if (BitOperations.IsPow2(divisor)) return new((ulong)(32 - log), 0, 0);

        unchecked
        {
            int shift = 31 - log;
            ulong shifted = divisor << shift;
            (ulong first, ulong rest) = Math.DivRem(ulong.MaxValue, shifted);
            ulong second = ((rest + 1) << 32) / shifted;
            ulong fraction = (first << 32) + second + 1;
            return new((ulong)shift, fraction >> 32, (uint)fraction);
        }
    }

    /// <summary>The fixed-point quotient, cut; for a number up to the divisor.</summary>
    public ulong Divide(ulong value)
    {
        unchecked
        {
            ulong shifted = value << (int)Shift;
            ulong low = (uint)shifted * Low >> 32;
            return shifted + (((uint)shifted * High) + low >> 32);
        }
    }
}
