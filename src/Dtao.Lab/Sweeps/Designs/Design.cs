using System.Collections.Immutable;
using Dtao.Lab.Networks;

namespace Dtao.Lab.Sweeps.Designs;

/// <summary>Chooses the points of a sweep; the same arguments give the same points.</summary>
/// <remarks>Source: docs/lab/sweeps.md#designs.</remarks>
public static class Design
{
    /// <summary>The most points that a sweep may have.</summary>
    public const int MostPoints = 100_000;

    /// <summary>Levels of a setting without steps in Morris trajectories.</summary>
    public const int MorrisLevels = 4;

    private const double Steps = 1UL << 53;

    /// <summary>Name of a kind on the command line.</summary>
    public static string NameOf(DesignKind kind) => kind switch
    {
        DesignKind.LatinHypercube => "lhs",
        DesignKind.Morris => "morris",
        DesignKind.Sobol => "sobol",
        _ => "grid",
    };

    /// <summary>The kind with this name, or null.</summary>
    public static DesignKind? Find(string name) => Enum.GetValues<DesignKind>()
        .Where(kind => NameOf(kind) == name)
        .Select(static kind => (DesignKind?)kind)
        .FirstOrDefault();

    /// <summary>How many points there would be.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="levels">Number of levels of each setting; null for any value.</param>
    /// <param name="size">Points, trajectories or base samples; of no use for a grid.</param>
    public static long CountOf(DesignKind kind, ImmutableArray<int?> levels, int size)
    {
        long count = kind switch
        {
            DesignKind.LatinHypercube => size,
            DesignKind.Morris => (long)size * (levels.Length + 1),
            DesignKind.Sobol => (long)size * (levels.Length + 2),
            _ => 1,
        };
        if (kind != DesignKind.Grid) return count;
        foreach (int? level in levels)
        {
            count = Math.Min(count * (level ?? 1), int.MaxValue);
        }

        return count;
    }

    /// <summary>The points: a position from 0 to 1 for each setting.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="levels">Number of levels of each setting; null for any value.</param>
    /// <param name="size">Points, trajectories or base samples; of no use for a grid.</param>
    /// <param name="seed">Seed of the choice; of no use for a grid.</param>
    public static ImmutableArray<ImmutableArray<double>> PointsOf(
        DesignKind kind, ImmutableArray<int?> levels, int size, ulong seed)
    {
        SeededRandom random = SeedTree.From(seed).Branch("design").Random();
        return kind switch
        {
            DesignKind.LatinHypercube => LatinHypercube.Points(levels, size, random),
            DesignKind.Morris => MorrisTrajectories.Points(levels, size, random),
            DesignKind.Sobol => SaltelliSample.Points(levels, size, random),
            _ => Grid(levels),
        };
    }

    /// <summary>A number from 0 up to but without 1.</summary>
    internal static double Part(SeededRandom random) => (random.Next() >> 11) / Steps;

    /// <summary>The position of a level among some.</summary>
    internal static double PositionOf(int level, int levels) =>
        levels == 1 ? 0 : (double)level / (levels - 1);

    /// <summary>Every combination; the last setting changes fastest.</summary>
    private static ImmutableArray<ImmutableArray<double>> Grid(ImmutableArray<int?> levels)
    {
        IEnumerable<ImmutableArray<double>> points = [[]];
        foreach (int? level in levels)
        {
            int count = level ?? throw new ArgumentException("a grid needs levels");
            points = points.SelectMany(point => Enumerable.Range(0, count)
                .Select(step => point.Add(PositionOf(step, count))));
        }

        return [.. points];
    }
}
