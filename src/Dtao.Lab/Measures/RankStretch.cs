namespace Dtao.Lab.Measures;

/// <summary>Moments in a row with the same rank.</summary>
/// <param name="Rank">The rank, 1 for the highest price.</param>
/// <param name="First">The first moment.</param>
/// <param name="Last">The last moment.</param>
public readonly record struct RankStretch(int Rank, PathPoint First, PathPoint Last);
