using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Numerics;
using Xunit;

namespace Dtao.Lab.Tests.Measures;

/// <summary>Price paths, held against what is known of subnet 28 on 25 February 2025.</summary>
public class PricePathTests
{
    private static readonly PricePath Day =
        Sn28Record.Instance.Between(On(0, 0), On(23, 59));

    [Fact]
    public void The_peak_of_subnet_28_was_at_12_24()
    {
        PathPoint peak = Day.Peak;

        Assert.Equal(On(12, 24), peak.Time);
        Assert.Equal(0.06935m, Rounded(peak.Price, 5));
    }

    [Fact]
    public void The_trough_of_the_day_was_at_20_58()
    {
        PathPoint trough = Day.Trough;

        Assert.Equal(On(20, 58), trough.Time);
        Assert.Equal(0.00495m, Rounded(trough.Price, 5));
    }

    [Fact]
    public void From_18_08_to_20_58_it_lost_87_per_cent()
    {
        PriceFall fall = new(At(18, 8), At(20, 58));

        Assert.Equal(0.87m, Rounded(fall.Loss, 2));
    }

    [Fact]
    public void The_largest_fall_within_three_hours_ends_in_the_trough_and_is_no_smaller()
    {
        PriceFall fall = Day.LargestFall(PathError.FallWindow);

        Assert.Equal(On(20, 58), fall.To.Time);
        Assert.True(fall.To.Block.Value - fall.From.Block.Value <= PathError.FallWindow);
        Assert.True(fall.Loss >= new PriceFall(At(18, 8), At(20, 58)).Loss);
        Assert.Equal(Slowly(Day, PathError.FallWindow), fall.Loss);
    }

    [Fact]
    public void A_fall_after_an_announcement_counts_though_the_price_recovers_within_the_window()
    {
        PathPoint[] points = [At(18, 8), At(20, 58), At(12, 24)];
        ulong first = points[0].Block.Value;
        PricePath path = new(points.Select((point, place) =>
            point with { Block = new(first + ((ulong)place * 100)) }));

        decimal fall = MeasureCatalog.FallAfter(path, first)!.Value;

        Assert.InRange(fall, 87, 88);
    }

    [Fact]
    public void From_12_02_to_18_08_it_was_sixth_or_seventh_almost_without_a_break()
    {
        PricePath hours = Day.Between(On(12, 2), On(18, 8));

        int held = hours.Points.Count(static point => point.Rank is 6 or 7);

        Assert.All(hours.Points, static point => Assert.InRange(point.Rank, 6, 8));
        Assert.True(hours.Points.Length - held <= 1);
        Assert.Equal(6, hours.Ranks[0].Rank);
        Assert.Equal(7, hours.Ranks[^1].Rank);
        Assert.True(At(18, 10).Rank > 7);
    }

    [Fact]
    public void A_point_beyond_the_window_does_not_count()
    {
        PricePath path = new([Point(0, 8), Point(900, 3), Point(901, 1)]);

        PriceFall inside = path.LargestFall(901);
        PriceFall outside = path.LargestFall(900);

        Assert.Equal(0UL, inside.From.Block.Value);
        Assert.Equal(900UL, outside.From.Block.Value);
        Assert.Equal(901UL, outside.To.Block.Value);
    }

    [Fact]
    public void A_rising_path_does_not_fall()
    {
        PricePath path = new([Point(0, 1), Point(10, 2), Point(20, 3)]);

        PriceFall fall = path.LargestFall(900);

        Assert.Equal(I96F32.Zero, fall.Loss);
    }

    [Fact]
    public void Blocks_must_rise() => Assert.Throws<ArgumentException>(
        static () => new PricePath([Point(10, 1), Point(10, 2)]));

    [Fact]
    public void Before_its_first_block_a_path_has_no_price()
    {
        PricePath path = new([Point(10, 1), Point(20, 2)]);

        Assert.Null(path.At(new(9)));
        Assert.Equal(10UL, path.At(new(19))!.Value.Block.Value);
        Assert.Equal(20UL, path.At(new(20))!.Value.Block.Value);
    }

    [Fact]
    public void A_path_does_not_differ_from_itself()
    {
        PathError error = PathError.Between(Day, Day);

        Assert.Equal(Day.Points.Length, error.Times);
        Assert.Equal(0.0, error.LogError);
        Assert.Equal(0.0, error.RankError);
        Assert.Equal(I96F32.One, error.PeakRatio);
        Assert.Equal(0, error.TroughDelay);
    }

    [Fact]
    public void Twice_the_price_is_off_by_the_logarithm_of_two()
    {
        PricePath recorded = new([Point(10, 1), Point(20, 4), Point(30, 2), Point(50, 1)]);
        PricePath simulated = new([Point(5, 2), Point(20, 8), Point(28, 4), Point(40, 9)]);

        PathError error = PathError.Between(recorded, simulated);

        Assert.Equal(3, error.Times);
        Assert.Equal(Math.Log(2), error.LogError, 12);
        Assert.Equal(2UL, error.PeakRatio.FloorToUInt64());
        Assert.Equal(0, error.PeakDelay);
    }

    [Fact]
    public void Paths_without_a_common_time_cannot_be_compared() =>
        Assert.Throws<ArgumentException>(static () => PathError.Between(
            new PricePath([Point(10, 1)]), new PricePath([Point(11, 1)])));

    private static DateTime On(int hour, int minute) =>
        new(2025, 2, 25, hour, minute, 0, DateTimeKind.Utc);

    private static PathPoint At(int hour, int minute) =>
        Day.Points.Single(point => point.Time == On(hour, minute));

    private static PathPoint Point(ulong block, int price) => new(
        new(block), DateTime.UnixEpoch.AddSeconds(12 * block),
        Price.FromValue(I96F32.FromInteger(price)), 1);

    private static decimal Rounded(Price price, int decimals) => Rounded(price.Value, decimals);

    private static decimal Rounded(I96F32 value, int decimals) =>
        decimal.Round(ReadableNumber.Of(value), decimals);

    /// <summary>The largest loss over all pairs of points.</summary>
    private static I96F32 Slowly(PricePath path, ulong window) =>
        path.Points.SelectMany(from => path.Points
            .Where(to => to.Block.Value >= from.Block.Value
                && to.Block.Value - from.Block.Value <= window)
            .Select(to => new PriceFall(from, to).Loss)).Max();
}
