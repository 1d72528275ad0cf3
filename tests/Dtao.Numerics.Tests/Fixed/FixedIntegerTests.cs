using System.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Numerics.Tests.Fixed;

public class FixedIntegerTests
{
    private static readonly BigInteger Most128 = (BigInteger.One << 127) - 1;

    [Fact]
    public void Unsigned_integers_become_exact_or_stop_at_the_bound()
    {
        Draws draws = Draws.For(1_101);
        List<ulong> values =
        [
            0, 1, int.MaxValue, (ulong)int.MaxValue + 1, uint.MaxValue, 1UL << 63,
            (1UL << 63) - 1, ulong.MaxValue
        ];
        for (int value = 0; value < 5_000; value++)
        {
            values.Add((ulong)draws.Bits(64));
        }

        foreach (ulong value in values)
        {
            Assert.Equal((BigInteger)value << 32, I96F32.FromInteger(value).Bits);
            Assert.Equal((BigInteger)value << 18, I110F18.FromInteger(value).Bits);
            Assert.Equal((BigInteger)value << 64, U64F64.FromInteger(value).Bits);
            Assert.Equal(
                BigInteger.Min(Most128, (BigInteger)value << 64), I64F64.FromInteger(value).Bits);
            Assert.Equal(
                BigInteger.Min(long.MaxValue, (BigInteger)value << 32),
                I32F32.FromInteger(value).Bits);
        }
    }

    [Fact]
    public void Signed_integers_become_exact_or_stop_at_the_bound()
    {
        Draws draws = Draws.For(1_102);
        List<long> values =
        [
            0, 1, -1, int.MaxValue, int.MinValue, int.MinValue - 1L, long.MaxValue, long.MinValue
        ];
        for (int value = 0; value < 5_000; value++)
        {
            values.Add(unchecked((long)draws.UInt64()) >> draws.Below(64));
        }

        foreach (long value in values)
        {
            BigInteger positive = Math.Max(value, 0);
            Assert.Equal((BigInteger)value << 32, I96F32.FromInteger(value).Bits);
            Assert.Equal((BigInteger)value << 18, I110F18.FromInteger(value).Bits);
            Assert.Equal((BigInteger)value << 64, I64F64.FromInteger(value).Bits);
            Assert.Equal(positive << 64, U64F64.FromInteger(value).Bits);
            Assert.Equal(
                BigInteger.Min(
                    long.MaxValue, BigInteger.Max(long.MinValue, (BigInteger)value << 32)),
                I32F32.FromInteger(value).Bits);
        }
    }

    [Fact]
    public void Bounds_are_those_of_the_carrier_and_default_is_zero()
    {
        Assert.Equal(Int128.MaxValue, I96F32.MaxValue.Bits);
        Assert.Equal(Int128.MinValue, I110F18.MinValue.Bits);
        Assert.Equal(Int128.MinValue, I64F64.MinValue.Bits);
        Assert.Equal(UInt128.MaxValue, U64F64.MaxValue.Bits);
        Assert.Equal(UInt128.Zero, U64F64.MinValue.Bits);
        Assert.Equal(long.MinValue, I32F32.MinValue.Bits);
        Assert.Equal(default, I32F32.Zero);
        Assert.Equal(default, I96F32.Zero);
    }

    [Fact]
    public void The_smaller_and_the_larger_of_two_go_by_value()
    {
        I64F64 less = I64F64.FromBits(-1);
        I64F64 more = I64F64.FromBits(0);

        Assert.Equal(less, I64F64.Min(less, more));
        Assert.Equal(less, I64F64.Min(more, less));
        Assert.Equal(more, I64F64.Max(less, more));
        Assert.Equal(U64F64.One, U64F64.Max(U64F64.Zero, U64F64.One));
        Assert.Equal(I32F32.MinValue, I32F32.Min(I32F32.MinValue, I32F32.MaxValue));
        Assert.Equal(I96F32.MaxValue, I96F32.Max(I96F32.MinValue, I96F32.MaxValue));
        Assert.Equal(I110F18.Zero, I110F18.Min(I110F18.One, I110F18.Zero));
    }
}
