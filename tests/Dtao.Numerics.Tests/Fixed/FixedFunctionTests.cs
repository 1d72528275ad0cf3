using System.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Numerics.Tests.Fixed;

/// <summary>Logarithms, powers and roots of every format, against their meaning.</summary>
public class FixedFunctionTests
{
    private const int Rounds = 1_500;

    [Fact]
    public void The_epoch_s_fast_functions_are_those_of_every_format()
    {
        Draws draws = Draws.For(1_701);
        for (int round = 0; round < 5_000; round++)
        {
            I32F32 value = I32F32.FromBits((long)draws.Between(long.MinValue, long.MaxValue));

            bool exists = FixedFunctions.TryExponential(value, out I32F32 slow);

            Assert.Equal(exists, Transcendental.TryExponential(value, out I32F32 fast));
            if (exists) Assert.True(slow == fast, $"{draws}: exp {value.Bits}");
            if (value.Bits <= 2) continue;
            Assert.True(FixedFunctions.TryLogarithm(value, out slow));
            Assert.True(Transcendental.TryLogarithm(value, out fast));
            Assert.True(slow == fast, $"{draws}: ln {value.Bits}");
        }
    }

    [Fact]
    public void The_binary_logarithm_is_exact_for_powers_of_two_and_near_for_the_rest()
    {
        CheckLogarithm<I96F32>();
        CheckLogarithm<I110F18>();
        CheckLogarithm<I64F64>();
        CheckLogarithm<U64F64>();
        CheckLogarithm<I32F32>();
    }

    [Fact]
    public void The_square_root_of_what_is_above_one_is_the_nearest_from_either_side()
    {
        CheckRoot<I96F32>();
        CheckRoot<I110F18>();
        CheckRoot<I64F64>();
        CheckRoot<U64F64>();
        CheckRoot<I32F32>();
    }

    [Fact]
    public void A_power_is_the_product_floored_at_every_step()
    {
        CheckPower<I96F32>();
        CheckPower<I110F18>();
        CheckPower<I64F64>();
        CheckPower<U64F64>();
        CheckPower<I32F32>();
    }

    [Fact]
    public void Bisection_finds_the_root_of_what_is_above_one_within_its_epsilon()
    {
        Draws draws = Draws.For(1_702);
        for (int round = 0; round < Rounds; round++)
        {
            BigInteger bits = (BigInteger.One << 32) + draws.Bits(90);
            I96F32 epsilon = I96F32.FromBits(1_000);
            I96F32 value = I96F32.FromBits((Int128)bits);

            Assert.True(FixedFunctions.TryBisectSquareRoot(value, epsilon, out I96F32 root));

            BigInteger quotient = value.SafeDivide(root).Bits;
            Assert.True(BigInteger.Abs(quotient - root.Bits) <= 1_000, $"{draws}: {bits}");
        }
    }

    private static void CheckLogarithm<T>()
        where T : struct, IFixedPoint<T>
    {
        Draws draws = Draws.For(1_703);
        int bits = T.FractionBitCount;
        BigInteger one = BigInteger.One << bits;
        for (int power = 0; (one << power) <= T.MaxValue.RawBits; power++)
        {
            Assert.True(FixedFunctions.TryLogarithm2(T.FromRawBits(one << power), out T exact));
            Assert.Equal((BigInteger)power << bits, exact.RawBits);
        }

        for (int round = 0; round < Rounds; round++)
        {
            BigInteger raw = BigInteger.Min(T.MaxValue.RawBits, one + draws.Bits(127));
            Assert.True(FixedFunctions.TryLogarithm2(T.FromRawBits(raw), out T found));
            double exact = BigInteger.Log(raw, 2) - bits;
            double shown = (double)found.RawBits / Math.Pow(2, bits);
            Assert.True(
                Math.Abs(exact - shown) < 1e-12 + (3 * bits * Math.Pow(2, -bits)),
                $"{draws}: {typeof(T).Name} log2 of raw {raw}: {shown} for {exact}");
        }
    }

    private static void CheckRoot<T>()
        where T : struct, IFixedPoint<T>
    {
        Draws draws = Draws.For(1_704);
        BigInteger one = BigInteger.One << T.FractionBitCount;
        for (int round = 0; round < Rounds; round++)
        {
            // A root needs as many Newton steps as the value has binary digits before the point.
            BigInteger raw = BigInteger.Min(
                T.MaxValue.RawBits, one + draws.Bits(T.FractionBitCount + 12));
            Assert.True(FixedFunctions.TrySquareRoot(T.FromRawBits(raw), out T root));
            BigInteger square = raw << T.FractionBitCount;
            BigInteger below = root.RawBits - 2;
            BigInteger above = root.RawBits + 2;
            Assert.True(
                below * below <= square && square <= above * above,
                $"{draws}: {typeof(T).Name} root of raw {raw} is not raw {root.RawBits}");
        }

        Assert.True(FixedFunctions.TrySquareRoot(T.Zero, out T none));
        Assert.Equal(T.Zero, none);
        if (T.MinValue.RawBits.Sign < 0)
        {
            Assert.False(FixedFunctions.TrySquareRoot(T.MinValue, out _));
        }
    }

    private static void CheckPower<T>()
        where T : struct, IFixedPoint<T>
    {
        Draws draws = Draws.For(1_705);
        for (int round = 0; round < Rounds; round++)
        {
            BigInteger raw = draws.Between(T.MinValue.RawBits, T.MaxValue.RawBits);
            int exponent = draws.Below(6);
            bool exists = FixedFunctions.TryPower(T.FromRawBits(raw), exponent, out T power);
            BigInteger? expected = Power<T>(raw, exponent);
            BigInteger? found = exists ? power.RawBits : null;
            Assert.True(
                expected == found,
                $"{draws}: {typeof(T).Name} raw {raw}^{exponent}: {expected}, got {found}");
        }
    }

    private static BigInteger? Power<T>(BigInteger raw, int exponent)
        where T : struct, IFixedPoint<T>
    {
        // Upstream: the zeroth power of zero is zero.
        if (raw.IsZero) return 0;
        if (exponent == 0) return BigInteger.One << T.FractionBitCount;
        BigInteger power = raw;
        for (int count = 1; count < exponent; count++)
        {
            power = (power * raw) >> T.FractionBitCount;
            if (power > T.MaxValue.RawBits || power < T.MinValue.RawBits) return null;
        }

        return power;
    }
}
