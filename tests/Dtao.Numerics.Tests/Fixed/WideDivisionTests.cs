using System.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Numerics.Tests.Fixed;

/// <summary>Digits that make an estimated quotient digit one or two too large.</summary>
public class WideDivisionTests
{
    private static readonly ulong[] Digits =
    [
        0, 1, 2, 0x7FFF_FFFF_FFFF_FFFE, 0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000,
        0x8000_0000_0000_0001, 0xFFFF_FFFE_FFFF_FFFF, 0xFFFF_FFFF_0000_0000,
        0xFFFF_FFFF_FFFF_FFFE, 0xFFFF_FFFF_FFFF_FFFF, 0x0000_0000_FFFF_FFFF,
        0x0000_0001_0000_0000, 0x8000_0000_FFFF_FFFF, 0x8000_0001_0000_0000,
    ];

    [Fact]
    public void Quotients_of_adversarial_digits_are_exact()
    {
        foreach (ulong a in Digits)
        {
            foreach (ulong b in Digits)
            {
                foreach (ulong c in Digits)
                {
                    foreach (ulong d in Digits)
                    {
                        CheckDivision(new UInt128(a, b), new UInt128(c, d), "digits");
                    }
                }
            }
        }
    }

    [Fact]
    public void Quotients_next_to_a_multiple_of_the_divisor_are_exact()
    {
        Draws draws = Draws.For(1_201);
        for (int round = 0; round < 40_000; round++)
        {
            UInt128 divisor = (UInt128)draws.Bits(128) | 1;
            BigInteger quotient = draws.Bits(128);
            BigInteger near = ((quotient * divisor) >> 64) + draws.Below(3) - 1;
            if (near.Sign < 0 || near >> 128 != 0) continue;
            CheckDivision((UInt128)near, divisor, draws.ToString());
        }
    }

    [Fact]
    public void Products_of_adversarial_digits_are_exact()
    {
        foreach (ulong a in Digits)
        {
            foreach (ulong b in Digits)
            {
                foreach (ulong c in Digits)
                {
                    CheckProduct(new UInt128(a, b), new UInt128(c, a));
                    CheckProduct(new UInt128(a, b), new UInt128(b, c));
                }
            }
        }
    }

    private static void CheckDivision(UInt128 dividend, UInt128 divisor, string origin)
    {
        if (divisor == 0) return;
        BigInteger exact = ((BigInteger)dividend << 64) / divisor;
        bool fits = U64F64.FromBits(dividend).TryDivide(U64F64.FromBits(divisor), out U64F64 found);
        Assert.True(
            exact >> 128 == 0 ? fits && found.Bits == (UInt128)exact : !fits,
            $"{origin}: {dividend:x} / {divisor:x} is {exact}, got {fits} {found.Bits}");

        // The other shifts of the same digits.
        CheckShift(32, dividend, divisor, static (a, b) =>
            I96F32.FromBits((Int128)a).TryDivide(I96F32.FromBits((Int128)b), out I96F32 q)
                ? (BigInteger)q.Bits : null);
        CheckShift(18, dividend, divisor, static (a, b) =>
            I110F18.FromBits((Int128)a).TryDivide(I110F18.FromBits((Int128)b), out I110F18 q)
                ? (BigInteger)q.Bits : null);
        CheckShift(64, dividend, divisor, static (a, b) =>
            I64F64.FromBits((Int128)a).TryDivide(I64F64.FromBits((Int128)b), out I64F64 q)
                ? (BigInteger)q.Bits : null);
    }

    private static void CheckShift(
        int shift, UInt128 dividend, UInt128 divisor, Func<UInt128, UInt128, BigInteger?> divide)
    {
        UInt128 positive = dividend >> 1;
        UInt128 by = divisor >> 1;
        if (by == 0) return;
        BigInteger exact = ((BigInteger)positive << shift) / by;
        BigInteger? expected = exact >> 127 == 0 ? exact : null;
        Assert.Equal(expected, divide(positive, by));
    }

    private static void CheckProduct(UInt128 left, UInt128 right)
    {
        BigInteger exact = ((BigInteger)left * right) >> 64;
        U64F64 one = U64F64.FromBits(left);
        U64F64 other = U64F64.FromBits(right);
        bool fits = one.TryMultiply(other, out U64F64 found);
        Assert.Equal(exact >> 128 == 0, fits);
        if (fits) Assert.Equal(exact, found.Bits);
        BigInteger low = exact & (BigInteger)UInt128.MaxValue;
        Assert.Equal(low, one.WrappingMultiply(other).Bits);
    }
}
