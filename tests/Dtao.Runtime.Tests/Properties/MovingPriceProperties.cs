using Dtao.Numerics;
using Dtao.Runtime.Pools;
using Dtao.Runtime.Spec;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Properties;

/// <summary>The moving price is the specification's formula, however it is computed.</summary>
public class MovingPriceProperties
{
    private static readonly long[] Edges =
        [0, 1, 12_885, (1L << 32) - 1, 1L << 32, (1L << 32) + 1, 3L << 32, -1];

    private static readonly ulong[] Ages = [0, 1, 7, 100_800, int.MaxValue, 1UL << 31, 1UL << 40];

    [Fact]
    public void Small_and_large_numbers_follow_the_same_formula()
    {
        Draws draws = Draws.For(4_921_346);
        for (int round = 0; round < 100_000; round++)
        {
            MovingPriceRule rule = (MovingPriceRule)draws.Below(3);
            I96F32 rate = Value(draws);
            I96F32 spot = Value(draws);
            I96F32 moving = Value(draws);
            ulong age = draws.OneIn(3) ? draws.Of(Ages) : draws.Scaled(0, 10_000_000);
            ulong half = draws.OneIn(3) ? draws.Of(Ages) : 201_600;

            Price next = MovingPrice.Next(
                rule, half, rate, age, Price.FromValue(spot), Price.FromValue(moving));

            I96F32 expected = Formula(rule, half, rate, age, spot, moving);
            Assert.True(
                expected == next.Value,
                $"{draws}: {rule} rate {rate} age {age} half {half} spot {spot} "
                + $"moving {moving}: {next.Value}, not {expected}");
        }
    }

    private static I96F32 Value(Draws draws) => I96F32.FromBits(draws.OneIn(4)
        ? draws.Of(Edges)
        : (long)draws.Scaled(0, 1UL << 33));

    private static I96F32 Formula(
        MovingPriceRule rule, ulong half, I96F32 rate, ulong age, I96F32 spot, I96F32 moving)
    {
        I96F32 alpha = rate;
        if (rule == MovingPriceRule.CappedWithAgeRamp)
        {
            I96F32 blocks = I96F32.FromInteger(age);
            alpha = rate.SaturatingMultiply(
                blocks.SafeDivide(blocks.SaturatingAdd(I96F32.FromInteger(half))));
        }

        if (rule != MovingPriceRule.Uncapped) spot = I96F32.Min(spot, I96F32.One);
        return alpha.SaturatingMultiply(spot).SaturatingAdd(
            I96F32.One.SaturatingSubtract(alpha).SaturatingMultiply(moving));
    }
}
