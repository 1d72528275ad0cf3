using System.Collections.Immutable;
using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>Prices of one subnet in the order of their blocks, recorded or simulated.</summary>
/// <remarks>Source: docs/lab/evidence.md#price-paths.</remarks>
public sealed class PricePath
{
    /// <summary>A path of these points.</summary>
    /// <exception cref="ArgumentException">No point, or blocks that do not rise.</exception>
    public PricePath(IEnumerable<PathPoint> points)
    {
        Points = [.. points];
        if (Points.IsEmpty) throw new ArgumentException("a path has a point", nameof(points));
        for (int index = 1; index < Points.Length; index++)
        {
            if (Points[index].Block.Value > Points[index - 1].Block.Value) continue;
            throw new ArgumentException(
                $"block {Points[index].Block} does not follow {Points[index - 1].Block}",
                nameof(points));
        }
    }

    /// <summary>The points.</summary>
    public ImmutableArray<PathPoint> Points { get; }

    /// <summary>The highest price, where it is first reached.</summary>
    public PathPoint Peak => Best(Points, static (price, best) => price > best);

    /// <summary>The lowest price from the peak on, where it is first reached.</summary>
    public PathPoint Trough => Best(
        Points.Where(point => point.Block.Value >= Peak.Block.Value),
        static (price, best) => price < best);

    /// <summary>The ranks as stretches of the same rank, in order.</summary>
    public ImmutableArray<RankStretch> Ranks
    {
        get
        {
            ImmutableArray<RankStretch>.Builder stretches =
                ImmutableArray.CreateBuilder<RankStretch>();
            foreach (PathPoint point in Points)
            {
                if (stretches.Count > 0 && stretches[^1].Rank == point.Rank)
                {
                    stretches[^1] = stretches[^1] with { Last = point };
                }
                else
                {
                    stretches.Add(new(point.Rank, point, point));
                }
            }

            return stretches.ToImmutable();
        }
    }

    /// <summary>The part of the path between two times, both included.</summary>
    /// <exception cref="ArgumentException">There is no point between them.</exception>
    public PricePath Between(DateTime first, DateTime last) =>
        new(Points.Where(point => point.Time >= first && point.Time <= last));

    /// <summary>The last point that is not after a block, or null before the first.</summary>
    public PathPoint? At(BlockNumber block)
    {
        int low = 0;
        int high = Points.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Points[middle].Block.Value <= block.Value) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : Points[low - 1];
    }

    /// <summary>The largest relative fall between two moments that are not further apart.</summary>
    /// <param name="window">Blocks that may lie between them; 900 are three hours.</param>
    /// <returns>The first of the largest; from a point to itself when nothing falls.</returns>
    public PriceFall LargestFall(ulong window)
    {
        PriceFall largest = new(Points[0], Points[0]);

        // Candidates for the start, their prices falling: only they can be highest in a window.
        LinkedList<PathPoint> starts = [];
        foreach (PathPoint point in Points)
        {
            while (starts.First is { } oldest
                && point.Block.Value - oldest.Value.Block.Value > window)
            {
                starts.RemoveFirst();
            }

            while (starts.Last is { } lowest && lowest.Value.Price <= point.Price)
            {
                starts.RemoveLast();
            }

            starts.AddLast(point);
            PriceFall fall = new(starts.First!.Value, point);
            if (fall.Loss > largest.Loss) largest = fall;
        }

        return largest;
    }

    private static PathPoint Best(
        IEnumerable<PathPoint> points, Func<Price, Price, bool> isBetter)
    {
        PathPoint? best = null;
        foreach (PathPoint point in points)
        {
            if (best is { } known && !isBetter(point.Price, known.Price)) continue;
            best = point;
        }

        return best!.Value;
    }
}
