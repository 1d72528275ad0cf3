using System.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Numerics.Tests.Fixed;

/// <summary>Rounding, sign and remainder of every format against whole numbers.</summary>
public class FixedOperationTests
{
    private const int Rounds = 4_000;

    [Fact]
    public void Roundings_are_exact_or_stop_at_the_bounds()
    {
        Check<I96F32>();
        Check<I110F18>();
        Check<I64F64>();
        Check<U64F64>();
        Check<I32F32>();
    }

    private static void Check<T>()
        where T : struct, IFixedPoint<T>
    {
        Draws draws = Draws.For(1_901);
        BigInteger one = BigInteger.One << T.FractionBitCount;
        for (int round = 0; round < Rounds; round++)
        {
            BigInteger raw = draws.Between(T.MinValue.RawBits, T.MaxValue.RawBits);
            if (draws.OneIn(3)) raw = Clamp<T>((raw / one * one) + (one / 2) + draws.Below(3) - 1);
            T value = T.FromRawBits(raw);
            BigInteger floor = raw - (((raw % one) + one) % one);
            BigInteger ceiling = floor == raw ? raw : floor + one;
            BigInteger away = (BigInteger.Abs(raw) + (one / 2)) / one * one * raw.Sign;

            Same<T>(floor, FixedOperations.TryFloor(value, out T found), found, draws);
            Same<T>(ceiling, FixedOperations.TryCeiling(value, out found), found, draws);
            Same<T>(away, FixedOperations.TryRound(value, out found), found, draws);
            Same<T>(-raw, FixedOperations.TryNegate(value, out found), found, draws);
            Assert.Equal(Clamp<T>(floor), FixedOperations.SaturatingFloor(value).RawBits);
            Assert.Equal(Clamp<T>(ceiling), FixedOperations.SaturatingCeiling(value).RawBits);
            Assert.Equal(Clamp<T>(away), FixedOperations.SaturatingRound(value).RawBits);
            Assert.Equal(Clamp<T>(-raw), FixedOperations.SaturatingNegate(value).RawBits);
            Assert.Equal(raw - floor, FixedOperations.Fraction(value).RawBits);
            BigInteger divisor = draws.Between(T.MinValue.RawBits, T.MaxValue.RawBits);
            bool exists = FixedOperations.TryRemainder(value, T.FromRawBits(divisor), out found);
            Assert.Equal(!divisor.IsZero, exists);
            if (exists) Assert.Equal(raw - (raw / divisor * divisor), found.RawBits);
        }
    }

    private static void Same<T>(BigInteger exact, bool exists, T found, Draws draws)
        where T : struct, IFixedPoint<T>
    {
        bool fits = exact >= T.MinValue.RawBits && exact <= T.MaxValue.RawBits;
        Assert.True(fits == exists, $"{draws}: {typeof(T).Name} {exact}");
        if (fits) Assert.Equal(exact, found.RawBits);
    }

    private static BigInteger Clamp<T>(BigInteger bits)
        where T : struct, IFixedPoint<T> =>
        BigInteger.Min(T.MaxValue.RawBits, BigInteger.Max(T.MinValue.RawBits, bits));
}
