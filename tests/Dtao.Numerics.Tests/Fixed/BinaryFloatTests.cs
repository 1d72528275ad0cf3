using System.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Numerics.Tests.Fixed;

/// <summary>
/// Decimal constants: bit patterns of floating-point numbers, to the nearest, ties to even.
/// </summary>
public class BinaryFloatTests
{
    private const int Rounds = 5_000;

    [Fact]
    public void A_binary64_number_becomes_the_nearest_value_of_every_format()
    {
        CheckFrom<I96F32>();
        CheckFrom<I110F18>();
        CheckFrom<I64F64>();
        CheckFrom<U64F64>();
        CheckFrom<I32F32>();
    }

    [Fact]
    public void A_value_of_at_most_53_digits_comes_back_from_binary64()
    {
        Draws draws = Draws.For(1_801);
        for (int round = 0; round < Rounds; round++)
        {
            BigInteger raw = draws.Bits(53) << draws.Below(70);
            I64F64 value = I64F64.FromBits((Int128)(draws.OneIn(2) ? -raw : raw));

            I64F64 back = BinaryFloat.SaturatingFromBinary64<I64F64>(
                BinaryFloat.ToBinary64(value));

            Assert.True(value == back, $"{draws}: raw {value.Bits}");
        }
    }

    [Fact]
    public void A_binary32_number_is_the_same_value_as_its_binary64_twin()
    {
        Draws draws = Draws.For(1_802);
        for (int round = 0; round < Rounds; round++)
        {
            uint pattern = (uint)(draws.UInt64() >> 32);
            float number = BitConverter.UInt32BitsToSingle(pattern);
            if (float.IsNaN(number)) continue;

            I96F32 found = BinaryFloat.SaturatingFromBinary32<I96F32>(pattern);

            ulong twin = BitConverter.DoubleToUInt64Bits(number);
            Assert.True(
                found == BinaryFloat.SaturatingFromBinary64<I96F32>(twin), $"{draws}: {number}");
        }
    }

    [Fact]
    public void What_is_not_a_number_is_refused()
    {
        ulong pattern = BitConverter.DoubleToUInt64Bits(double.NaN);

        Assert.Throws<ArithmeticException>(
            () => BinaryFloat.SaturatingFromBinary64<I96F32>(pattern));
    }

    [Fact]
    public void Infinities_and_large_numbers_become_the_bounds()
    {
        Assert.Equal(I96F32.MaxValue, Of(double.PositiveInfinity));
        Assert.Equal(I96F32.MinValue, Of(double.NegativeInfinity));
        Assert.Equal(I96F32.MaxValue, Of(1e300));
        Assert.Equal(I96F32.Zero, Of(-0.0));
        Assert.Equal(U64F64.Zero, BinaryFloat.SaturatingFromBinary64<U64F64>(
            BitConverter.DoubleToUInt64Bits(-1.5)));

        static I96F32 Of(double number) =>
            BinaryFloat.SaturatingFromBinary64<I96F32>(BitConverter.DoubleToUInt64Bits(number));
    }

    private static void CheckFrom<T>()
        where T : struct, IFixedPoint<T>
    {
        Draws draws = Draws.For(1_803);
        for (int round = 0; round < Rounds; round++)
        {
            // Exponents around the format's last bit, where rounding happens.
            int exponent = 1_023 + draws.Below(200) - 110;
            ulong pattern = (draws.UInt64() & 0x800F_FFFF_FFFF_FFFF) | ((ulong)exponent << 52);
            if (draws.OneIn(3)) pattern &= 0xFFFF_FFFF_0000_0000;

            T found = BinaryFloat.SaturatingFromBinary64<T>(pattern);

            BigInteger expected = Nearest<T>(pattern, exponent);
            Assert.True(
                expected == found.RawBits,
                $"{draws}: {typeof(T).Name} of {pattern:x16}: {expected}, got {found.RawBits}");
        }
    }

    private static BigInteger Nearest<T>(ulong pattern, int exponent)
        where T : struct, IFixedPoint<T>
    {
        BigInteger digits = (pattern & 0xF_FFFF_FFFF_FFFF) | (1UL << 52);
        int shift = exponent - 1_023 - 52 + T.FractionBitCount;
        BigInteger magnitude = digits << Math.Max(0, shift);
        if (shift < 0)
        {
            BigInteger unit = BigInteger.One << -shift;
            magnitude = digits / unit;
            BigInteger rest = 2 * (digits % unit);
            if (rest > unit || (rest == unit && !magnitude.IsEven)) magnitude++;
        }

        BigInteger value = pattern >> 63 != 0 ? -magnitude : magnitude;
        return BigInteger.Min(T.MaxValue.RawBits, BigInteger.Max(T.MinValue.RawBits, value));
    }
}
