using System.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Numerics.Tests.Fixed;

/// <summary>Exponential and logarithm against the described algorithms on whole numbers.</summary>
public class TranscendentalTests
{
    private static readonly BigInteger One = BigInteger.One << 32;
    private static readonly BigInteger Most = long.MaxValue;

    [Fact]
    public void The_exponential_is_the_cut_series_up_to_the_last_exponent_that_fits()
    {
        Draws draws = Draws.For(1_301);
        List<long> exponents =
        [
            0, 1, -1, 1L << 32, -(1L << 32), 89_715_445_397, 89_715_445_398, -89_715_445_397,
            -89_715_445_398, long.MaxValue, long.MinValue, long.MinValue + 1
        ];
        for (int value = 0; value < 20_000; value++)
        {
            exponents.Add(unchecked((long)draws.UInt64()) >> draws.Below(64));
        }

        foreach (long exponent in exponents)
        {
            BigInteger? expected = Exponential(exponent);

            bool exists = Transcendental.TryExponential(
                I32F32.FromBits(exponent), out I32F32 power);

            BigInteger? found = exists ? power.Bits : null;
            Assert.True(expected == found, $"{draws}: exp raw {exponent}: {expected}, got {found}");
        }
    }

    [Fact]
    public void The_logarithm_is_the_binary_one_over_a_constant_of_23_bits()
    {
        Draws draws = Draws.For(1_302);
        List<long> values =
        [
            3, 4, 5, 1L << 31, (1L << 32) - 1, 1L << 32, (1L << 32) + 1, (1L << 33) - 1, 1L << 33,
            (4L << 32) - 1, long.MaxValue
        ];
        for (int value = 0; value < 20_000; value++)
        {
            values.Add(Math.Max(3, (long)(draws.UInt64() >> (1 + draws.Below(62)))));
        }

        foreach (long value in values)
        {
            BigInteger expected = Logarithm(value);

            bool exists = Transcendental.TryLogarithm(I32F32.FromBits(value), out I32F32 logarithm);

            Assert.True(
                exists && logarithm.Bits == expected,
                $"{draws}: ln raw {value}: {expected}, got {exists} {logarithm.Bits}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void There_is_no_logarithm_of_what_is_not_positive(long bits)
    {
        Assert.False(Transcendental.TryLogarithm(I32F32.FromBits(bits), out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_logarithm_of_values_whose_inverse_does_not_fit_stops_the_block(long bits)
    {
        Assert.Throws<OverflowException>(
            () => Transcendental.TryLogarithm(I32F32.FromBits(bits), out _));
    }

    private static BigInteger? Exponential(BigInteger x)
    {
        if (x.IsZero) return One;
        if (x == One) return 11_674_931_200;
        bool isNegative = x.Sign < 0;
        if (isNegative) x = -x;
        if (x > Most) return null;

        BigInteger sum = x + One;
        BigInteger term = x;
        for (int power = 2; power < 32; power++)
        {
            term = (term * x) >> 32;
            if (term > Most) return null;
            term /= power;
            sum += term;
            if (sum > Most) return null;
        }

        if (!isNegative) return sum;
        return (One << 32) / sum;
    }

    private static BigInteger Logarithm(BigInteger value)
    {
        BigInteger binary = value < One
            ? -BinaryLogarithm((One << 32) / value)
            : BinaryLogarithm(value);
        BigInteger magnitude = (BigInteger.Abs(binary) << 32) / 6_196_327_936;
        return binary.Sign * magnitude;
    }

    private static BigInteger BinaryLogarithm(BigInteger x)
    {
        BigInteger whole = 0;
        while (x >= 2 * One)
        {
            whole++;
            x = (x + 1) / 2;
        }

        if (x == One) return whole << 32;
        BigInteger result = whole;
        for (int digit = 0; digit < 32; digit++)
        {
            x = (x * x) >> 32;
            result *= 2;
            if (x < 2 * One) continue;
            result += 1;
            x = (x + 1) / 2;
        }

        return result;
    }
}
