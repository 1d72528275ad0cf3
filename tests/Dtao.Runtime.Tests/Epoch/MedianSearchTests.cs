using System.Runtime.InteropServices;
using Dtao.Numerics;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Epoch.Dense;
using Xunit;

namespace Dtao.Runtime.Tests.Epoch;

public class MedianSearchTests
{
    private const long One = 1L << 32;

    [Fact]
    public void Any_hint_leads_to_the_median_of_the_pivots()
    {
        for (int seed = 0; seed < 4_000; seed++)
        {
            Random random = new(seed);
            int rows = 1 + random.Next(20);
            I32F32[] stakes = Stakes(rows, random);
            I32F32 kappa = Vectors.FromShare16(KappaOf(random));
            I32F32[] scores = Scores(rows, random);
            I32F32 sum = Vectors.Sum(stakes);
            int[] all = [.. Enumerable.Range(0, rows)];
            I32F32 expected = WeightedMedian.Of(
                stakes, scores, all, sum.SaturatingSubtract(kappa), I32F32.Zero, sum);

            foreach (ulong hint in (ulong[])[0, 1, (ulong)One, (ulong)random.NextInt64(One)])
            {
                Assert.Equal((ulong)expected.Bits, Find<ScalarLane>(stakes, scores, kappa, hint));
                if (!FourLanes.IsSupported) continue;
                Assert.Equal((ulong)expected.Bits, Find<FourLanes>(stakes, scores, kappa, hint));
            }
        }
    }

    private static ulong Find<T>(I32F32[] stakes, I32F32[] scores, I32F32 kappa, ulong hint)
        where T : struct, ILanes<T>
    {
        ulong[] own = [.. stakes.Select(static stake => (ulong)stake.Bits)];
        T[] pieces = [.. scores.Select(static score => T.All((ulong)score.Bits))];

        T[] found = [new MedianSearch<T>(own, (ulong)kappa.Bits).Find(pieces, T.All(hint))];

        return MemoryMarshal.Cast<T, ulong>(found.AsSpan())[0];
    }

    private static I32F32[] Stakes(int rows, Random random)
    {
        bool areEqual = random.Next(3) == 0;
        I32F32[] stakes = new I32F32[rows];
        for (int row = 0; row < rows; row++)
        {
            stakes[row] = I32F32.FromBits(areEqual ? 7 : 1 + random.NextInt64(One >> 8));
        }

        Vectors.Normalize(stakes);
        return stakes;
    }

    private static I32F32[] Scores(int rows, Random random)
    {
        long[] choices = [0, 1, One, random.NextInt64(One), random.NextInt64(One)];
        bool areFew = random.Next(2) == 0;
        I32F32[] scores = new I32F32[rows];
        for (int row = 0; row < rows; row++)
        {
            scores[row] = I32F32.FromBits(
                areFew ? choices[random.Next(choices.Length)] : random.NextInt64(One + 1));
        }

        return scores;
    }

    private static ushort KappaOf(Random random) => random.Next(6) switch
    {
        0 => 0,
        1 => 65_535,
        2 => 32_768,
        3 => (ushort)random.Next(65_536),
        _ => 32_767,
    };
}
