using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Dtao.Numerics;

/// <summary>Products and quotients that need more than 128 bits on the way.</summary>
internal static class WideArithmetic
{
    /// <summary>The product divided by a power of two, cut.</summary>
    /// <param name="left">One factor.</param>
    /// <param name="right">The other factor.</param>
    /// <param name="shift">Exponent of the power of two, 1 to 64.</param>
    /// <param name="result">The cut quotient.</param>
    /// <param name="isExact">Nothing was cut.</param>
    /// <returns>False when the quotient needs more than 128 bits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMultiplyShifted(
        UInt128 left, UInt128 right, int shift, out UInt128 result, out bool isExact)
    {
        ulong leftHigh = (ulong)(left >> 64);
        ulong rightHigh = (ulong)(right >> 64);
        if ((leftHigh | rightHigh) != 0)
        {
            return TryMultiplyWide(left, right, shift, out result, out isExact);
        }

        ulong high = Math.BigMul(unchecked((ulong)left), unchecked((ulong)right), out ulong low);
        UInt128 product = new(high, low);
        result = product >> shift;
        isExact = result << shift == product;
        return true;
    }

    /// <summary>The low 128 bits of the cut quotient of a product by a power of two.</summary>
    public static UInt128 MultiplyShiftedWrapping(UInt128 left, UInt128 right, int shift)
    {
        (UInt128 high, UInt128 low) = Multiply(left, right);
        return (low >> shift) | (high << (128 - shift));
    }

    /// <summary>The full 256-bit product.</summary>
    public static (UInt128 High, UInt128 Low) Multiply(UInt128 left, UInt128 right)
    {
        unchecked
        {
            ulong leftLow = (ulong)left;
            ulong leftHigh = (ulong)(left >> 64);
            ulong rightLow = (ulong)right;
            ulong rightHigh = (ulong)(right >> 64);
            ulong carry = Math.BigMul(leftLow, rightLow, out ulong lowest);
            UInt128 cross = (UInt128)new UInt128(0, carry) + BigMul(leftHigh, rightLow);
            UInt128 second = new UInt128(0, (ulong)cross) + BigMul(leftLow, rightHigh);
            UInt128 high = BigMul(leftHigh, rightHigh) + (cross >> 64) + (second >> 64);
            return (high, new((ulong)second, lowest));
        }
    }

    /// <summary>A number times a power of two, divided, cut.</summary>
    /// <param name="dividend">Number to divide.</param>
    /// <param name="shift">Exponent of the power of two, 1 to 64.</param>
    /// <param name="divisor">Divisor; not zero.</param>
    /// <param name="quotient">The cut quotient.</param>
    /// <returns>False when the quotient needs more than 128 bits.</returns>
    public static bool TryDivideShifted(
        UInt128 dividend, int shift, UInt128 divisor, out UInt128 quotient)
    {
        unchecked
        {
            ulong low = (ulong)dividend;
            ulong high = (ulong)(dividend >> 64);
            ulong first = shift == 64 ? 0 : low << shift;
            ulong second = shift == 64 ? low : (high << shift) | (low >> (64 - shift));
            ulong third = shift == 64 ? high : high >> (64 - shift);
            ulong divisorLow = (ulong)divisor;
            ulong divisorHigh = (ulong)(divisor >> 64);
            if (divisorHigh != 0)
            {
                quotient = DivideWide(third, second, first, divisorHigh, divisorLow);
                return true;
            }

            if (third >= divisorLow)
            {
                quotient = 0;
                return false;
            }

            ulong rest = second;
            ulong upper = 0;
            if (third != 0 || second >= divisorLow)
            {
                upper = Divide(third, second, divisorLow, out rest);
            }

            quotient = new(upper, Divide(rest, first, divisorLow, out _));
            return true;
        }
    }

    /// <summary>The cut quotient of a number and one digit, which is not zero.</summary>
    public static UInt128 Divide(UInt128 dividend, ulong divisor)
    {
        ulong rest = unchecked((ulong)(dividend >> 64));
        ulong upper = 0;
        if (rest >= divisor) (upper, rest) = Math.DivRem(rest, divisor);
        return new(upper, Divide(rest, unchecked((ulong)dividend), divisor, out _));
    }

    private static UInt128 BigMul(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return new(high, low);
    }

    private static bool TryMultiplyWide(
        UInt128 left, UInt128 right, int shift, out UInt128 result, out bool isExact)
    {
        (UInt128 high, UInt128 low) = Multiply(left, right);
        result = (low >> shift) | (high << (128 - shift));
        isExact = (low & (((UInt128)1 << shift) - 1)) == 0;
        return high >> shift == 0;
    }

    // Two digits by one, with the first digit below the divisor.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Divide(ulong high, ulong low, ulong divisor, out ulong rest)
    {
        if (X86Base.X64.IsSupported)
        {
            // Every such machine has it; only its name in the library may still change.
#pragma warning disable SYSLIB5004
            (ulong quotient, rest) = X86Base.X64.DivRem(low, high, divisor);
#pragma warning restore SYSLIB5004
            return quotient;
        }

        return DivideBySteps(high, low, divisor, out rest);
    }

    /// <summary>Two digits by one for machines without such an instruction.</summary>
    /// <param name="high">First digit; below the divisor.</param>
    /// <param name="low">Second digit.</param>
    /// <param name="divisor">Divisor.</param>
    /// <param name="rest">Remainder.</param>
    /// <remarks>Source: H. Warren, "Hacker's Delight", divlu.</remarks>
    internal static ulong DivideBySteps(ulong high, ulong low, ulong divisor, out ulong rest)
    {
        unchecked
        {
            if (high == 0)
            {
                (ulong quotient, rest) = Math.DivRem(low, divisor);
                return quotient;
            }

            int shift = BitOperations.LeadingZeroCount(divisor);
            divisor <<= shift;
            if (shift != 0)
            {
                high = (high << shift) | (low >> (64 - shift));
                low <<= shift;
            }

            ulong divisorHigh = divisor >> 32;
            ulong divisorLow = (uint)divisor;
            ulong upper = Digit(high, low >> 32, divisorHigh, divisorLow);
            ulong middle = (high << 32) + (low >> 32) - (upper * divisor);
            ulong lower = Digit(middle, (uint)low, divisorHigh, divisorLow);
            rest = ((middle << 32) + (uint)low - (lower * divisor)) >> shift;
            return (upper << 32) + lower;
        }
    }

    private static ulong Digit(ulong rest, ulong next, ulong divisorHigh, ulong divisorLow)
    {
        unchecked
        {
            (ulong digit, ulong remainder) = Math.DivRem(rest, divisorHigh);
            while (digit >> 32 != 0 || digit * divisorLow > ((remainder << 32) | next))
            {
                digit--;
                remainder += divisorHigh;
                if (remainder >> 32 != 0) break;
            }

            return digit;
        }
    }

    // Three digits by two (Knuth's algorithm D in base 2^64); the quotient has two digits.
    private static UInt128 DivideWide(
        ulong third, ulong second, ulong first, ulong divisorHigh, ulong divisorLow)
    {
        unchecked
        {
            int shift = BitOperations.LeadingZeroCount(divisorHigh);
            UInt128 divisor = new UInt128(divisorHigh, divisorLow) << shift;
            UInt128 upper = new UInt128(0, third) << shift;
            UInt128 lower = new UInt128(second, first) << shift;
            if (shift != 0) upper |= new UInt128(second, first) >> (128 - shift);

            // The dividend is upper (below the divisor) and the two digits of lower.
            UInt128 next = (upper << 64) | (lower >> 64);
            ulong one = 0;
            if ((upper >> 64) == 0 && next < divisor) upper = next;
            else one = DivideStep(ref upper, (ulong)(lower >> 64), divisor);
            ulong two = DivideStep(ref upper, (ulong)lower, divisor);
            return new(one, two);
        }
    }

    private static ulong DivideStep(ref UInt128 rest, ulong next, UInt128 divisor)
    {
        unchecked
        {
            ulong top = (ulong)(rest >> 64);
            ulong middle = (ulong)rest;
            ulong divisorHigh = (ulong)(divisor >> 64);
            ulong divisorLow = (ulong)divisor;
            ulong digit = ulong.MaxValue;
            if (top < divisorHigh) digit = Divide(top, middle, divisorHigh, out _);

            // The estimate is at most two too large; the wrapped remainder shows it.
            UInt128 product = BigMul(digit, divisorLow);
            UInt128 productHigh = BigMul(digit, divisorHigh) + (product >> 64);
            ulong remainderLow = next - (ulong)product;
            ulong borrow = next < (ulong)product ? 1UL : 0;
            UInt128 remainder = rest - productHigh - borrow;
            while ((remainder >> 64) != 0 && (Int128)remainder < 0)
            {
                digit--;
                ulong sum = remainderLow + divisorLow;
                ulong carry = sum < remainderLow ? 1UL : 0;
                remainderLow = sum;
                remainder += (UInt128)divisorHigh + carry;
            }

            rest = new((ulong)remainder, remainderLow);
            return digit;
        }
    }
}
