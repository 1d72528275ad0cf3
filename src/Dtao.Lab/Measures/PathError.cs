using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>How far a simulated price path is from the recorded one.</summary>
/// <param name="Times">Recorded moments at which both have a price above zero.</param>
/// <param name="LogError">
/// Root mean square of the difference of natural logarithms of price. Unit: none; 0.1 is about
/// ten per cent.
/// </param>
/// <param name="RankError">Mean of the absolute difference of ranks. Unit: places.</param>
/// <param name="Recorded">The recorded path over the common times.</param>
/// <param name="Simulated">The simulated path at the same moments.</param>
/// <remarks>
/// The logarithm describes a result and decides nothing. Source: docs/lab/evidence.md#price-paths.
/// </remarks>
public sealed record PathError(
    int Times, double LogError, double RankError, PricePath Recorded, PricePath Simulated)
{
    /// <summary>The window of the largest fall: three hours. Unit: blocks.</summary>
    public const ulong FallWindow = 900;

    /// <summary>Simulated peak over recorded peak.</summary>
    public I96F32 PeakRatio => Simulated.Peak.Price.Value.SafeDivide(Recorded.Peak.Price.Value);

    /// <summary>Simulated trough over recorded trough.</summary>
    public I96F32 TroughRatio =>
        Simulated.Trough.Price.Value.SafeDivide(Recorded.Trough.Price.Value);

    /// <summary>Blocks by which the simulated peak comes later.</summary>
    public long PeakDelay => Delay(Recorded.Peak, Simulated.Peak);

    /// <summary>Blocks by which the simulated trough comes later.</summary>
    public long TroughDelay => Delay(Recorded.Trough, Simulated.Trough);

    /// <summary>The largest fall of the recorded path within three hours.</summary>
    public PriceFall RecordedFall => Recorded.LargestFall(FallWindow);

    /// <summary>The largest fall of the simulated path within three hours.</summary>
    public PriceFall SimulatedFall => Simulated.LargestFall(FallWindow);

    /// <summary>Compares at every recorded moment that the simulated path covers.</summary>
    /// <remarks>
    /// A simulated price is the path's last one at that moment. Moments of a price of zero are
    /// left out, for zero has no logarithm.
    /// </remarks>
    /// <exception cref="ArgumentException">The paths have no time in common.</exception>
    public static PathError Between(PricePath recorded, PricePath simulated)
    {
        List<PathPoint> real = [];
        List<PathPoint> found = [];
        double squares = 0;
        double places = 0;
        ulong end = simulated.Points[^1].Block.Value;
        foreach (PathPoint point in recorded.Points)
        {
            if (point.Block.Value > end) break;
            if (simulated.At(point.Block) is not { } other) continue;
            if (point.Price == Price.Zero || other.Price == Price.Zero) continue;
            double difference = Log(other.Price) - Log(point.Price);
            squares += difference * difference;
            places += Math.Abs(other.Rank - point.Rank);
            real.Add(point);
            found.Add(other with { Block = point.Block, Time = point.Time });
        }

        if (real.Count == 0)
        {
            throw new ArgumentException("the paths have no time in common", nameof(simulated));
        }

        return new(
            real.Count,
            Math.Sqrt(squares / real.Count),
            places / real.Count,
            new(real),
            new(found));
    }

    private static double Log(Price price) => Math.Log((double)price.Value.Bits);

    private static long Delay(PathPoint recorded, PathPoint simulated) =>
        (long)simulated.Block.Value - (long)recorded.Block.Value;
}
