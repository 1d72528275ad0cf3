using System.Runtime.InteropServices;
using Dtao.Runtime.Epoch.Dense;
using Xunit;

namespace Dtao.Runtime.Tests.Epoch;

public class DivisorTests
{
    private const ulong One = 1UL << 32;

    [Fact]
    public void A_multiplier_divides_like_a_division()
    {
        Random random = new(1);

        for (int round = 0; round < 300_000; round++)
        {
            ulong divisor = Draw(random, round);
            ulong value = divisor == 0 ? 0 : ValueUpTo(divisor, random, round);

            ulong found = Divisor.Of(divisor).Divide(value);

            Assert.Equal(divisor == 0 ? 0 : (ulong)(((UInt128)value << 32) / divisor), found);
        }
    }

    [Fact]
    public void Columns_divide_alike_in_every_width()
    {
        AssertWidth<ScalarLane>();
        if (FourLanes.IsSupported) AssertWidth<FourLanes>();
        if (EightLanes.IsSupported) AssertWidth<EightLanes>();
    }

    private static void AssertWidth<T>()
        where T : struct, ILanes<T>
    {
        Random random = new(2);
        for (int round = 0; round < 200_000; round += T.Count)
        {
            T[] divisors = new T[1];
            T[] values = new T[1];
            Span<ulong> by = MemoryMarshal.Cast<T, ulong>(divisors.AsSpan());
            Span<ulong> of = MemoryMarshal.Cast<T, ulong>(values.AsSpan());
            for (int lane = 0; lane < T.Count; lane++)
            {
                by[lane] = Draw(random, round + lane);
                of[lane] = by[lane] == 0 ? 0 : ValueUpTo(by[lane], random, round);
            }

            T[] quotients = [DivisorColumns<T>.Of(divisors[0]).Divide(values[0])];

            Span<ulong> found = MemoryMarshal.Cast<T, ulong>(quotients.AsSpan());
            for (int lane = 0; lane < T.Count; lane++)
            {
                Assert.Equal(Divisor.Of(by[lane]).Divide(of[lane]), found[lane]);
            }
        }
    }

    private static ulong Draw(Random random, int round) => (round % 5) switch
    {
        0 => (ulong)random.NextInt64((long)One + 1),
        1 => (1UL << random.Next(33)) + (ulong)random.Next(3) - 1 & One - 1,
        2 => One - (ulong)random.Next(1_000),
        3 => (ulong)random.Next(1_000),
        _ => (ulong)random.NextInt64(1L << random.Next(1, 33)),
    };

    private static ulong ValueUpTo(ulong divisor, Random random, int round) => (round % 3) switch
    {
        0 => divisor - (ulong)random.NextInt64((long)Math.Min(divisor, 3) + 1),
        1 => (ulong)random.NextInt64((long)Math.Min(divisor, 3) + 1),
        _ => (ulong)random.NextInt64((long)divisor + 1),
    };
}
