using System.Globalization;
using Dtao.Numerics;

namespace Dtao.Lab.Datasets;

/// <summary>When a block was: 12 seconds a block, counted from one whose time is known.</summary>
/// <param name="KnownBlock">Block whose time is on record.</param>
/// <param name="KnownTime">Its time, UTC.</param>
public sealed record BlockClock(BlockNumber KnownBlock, DateTime KnownTime)
{
    /// <summary>Blocks of a day.</summary>
    public const ulong BlocksPerDay = 7_200;

    /// <summary>Time from one block to the next.</summary>
    public static readonly TimeSpan TimeOfBlock = TimeSpan.FromSeconds(SecondsPerBlock);

    private const int SecondsPerBlock = 12;

    /// <summary>Time of a block, UTC.</summary>
    public DateTime TimeOf(BlockNumber block) => KnownTime.AddSeconds(
        ((long)block.Value - (long)KnownBlock.Value) * SecondsPerBlock);

    /// <summary>Time of a block as text, for example <c>2025-02-13T21:42:48Z</c>.</summary>
    public string TextOf(BlockNumber block) =>
        TimeOf(block).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The first block that is not before a time.</summary>
    public BlockNumber FirstAt(DateTime time)
    {
        long ticks = (time - KnownTime).Ticks;
        (long blocks, long rest) = Math.DivRem(ticks, SecondsPerBlock * TimeSpan.TicksPerSecond);
        long first = (long)KnownBlock.Value + blocks + (rest > 0 ? 1 : 0);
        return new((ulong)first);
    }
}
