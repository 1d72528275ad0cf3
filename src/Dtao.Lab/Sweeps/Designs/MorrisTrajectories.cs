using System.Collections.Immutable;
using Dtao.Lab.Networks;

namespace Dtao.Lab.Sweeps.Designs;

/// <summary>Walks through the settings' levels in which one setting moves at a time.</summary>
/// <remarks>
/// A setting moves by half of its levels. Source: M. Morris, "Factorial sampling plans for
/// preliminary computational experiments", 1991.
/// </remarks>
internal static class MorrisTrajectories
{
    public static ImmutableArray<ImmutableArray<double>> Points(
        ImmutableArray<int?> levels, int size, SeededRandom random)
    {
        ImmutableArray<int> counts =
            [.. levels.Select(static level => level ?? Design.MorrisLevels)];
        ImmutableArray<ImmutableArray<double>>.Builder points =
            ImmutableArray.CreateBuilder<ImmutableArray<double>>(size * (counts.Length + 1));
        for (int walk = 0; walk < size; walk++)
        {
            int[] at = [.. counts.Select(count => (int)random.Below((ulong)count))];
            points.Add(PositionsOf(at, counts));
            foreach (int setting in Shuffled(counts.Length, random))
            {
                at[setting] = Moved(at[setting], counts[setting], random);
                points.Add(PositionsOf(at, counts));
            }
        }

        return points.MoveToImmutable();
    }

    private static int Moved(int level, int levels, SeededRandom random)
    {
        int step = levels / 2;
        bool canRise = level + step < levels;
        bool canFall = level >= step;
        bool rises = canRise && (!canFall || random.Below(2) == 0);
        return rises ? level + step : level - step;
    }

    private static int[] Shuffled(int count, SeededRandom random)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int last = count - 1; last > 0; last--)
        {
            int other = (int)random.Below((ulong)last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    private static ImmutableArray<double> PositionsOf(int[] at, ImmutableArray<int> counts) =>
        [.. at.Select((level, setting) => Design.PositionOf(level, counts[setting]))];
}
