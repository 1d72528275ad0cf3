using System.Collections.Immutable;
using System.Globalization;

namespace Dtao.Lab.Attacks;

/// <summary>When an attacker buys, and how often; how much is what is searched.</summary>
/// <param name="Name">Name for people, unique within a search.</param>
/// <param name="FirstDay">Time of the first purchase since the start. Unit: days.</param>
/// <param name="Start">Blocks before the first purchase.</param>
/// <param name="Purchases">Number of equal purchases.</param>
/// <param name="Period">Blocks between two purchases.</param>
public sealed record AttackStrategy(
    string Name, decimal FirstDay, ulong Start, int Purchases, ulong Period)
{
    /// <summary>Blocks before which nobody can act: the rules hold from the first one on.
    /// </summary>
    private const ulong First = 1;

    /// <summary>It sells what it bought half a period later, but for the last purchase.
    /// </summary>
    public bool Cycles { get; init; }

    /// <summary>The strategies that are searched over some time.</summary>
    /// <param name="blocks">Time until the goal must be held.</param>
    /// <param name="window">Last part of it, over which the goal is measured.</param>
    /// <param name="withCycles">Buying and selling in turn is searched, too.</param>
    public static ImmutableArray<AttackStrategy> Over(
        ulong blocks, ulong window, bool withCycles)
    {
        blocks = Math.Max(blocks, First + 1);
        List<AttackStrategy> all = [Once(First), Spread(First, blocks)];
        if (withCycles) all.Add(Cycle(blocks));
        ulong half = blocks / 2;
        ulong latest = blocks - window;
        if (half > 0 && half < latest)
        {
            all.Add(Once(half));
            all.Add(Spread(half, blocks));
        }

        ulong week = 7 * AttackClock.Day;
        if (blocks > week && blocks - week > half) all.Add(Once(blocks - week));
        if (latest > AttackClock.Day && latest - AttackClock.Day != half)
        {
            all.Add(Once(latest - AttackClock.Day));
        }

        if (latest > First) all.Add(Once(latest));
        return [.. all];
    }

    /// <summary>The blocks of its trades since the start: true buys, false sells.</summary>
    public IEnumerable<(ulong After, bool IsPurchase)> Orders()
    {
        for (int number = 0; number < Purchases; number++)
        {
            ulong at = Start + ((ulong)number * Period);
            yield return (at, true);
            if (Cycles && number < Purchases - 1) yield return (at + (Period / 2), false);
        }
    }

    private static AttackStrategy Once(ulong start) =>
        new(
            $"once on day {Text(start)}", Days(start), Math.Max(First, start), Purchases: 1,
            Period: 1);

    private static AttackStrategy Spread(ulong start, ulong end)
    {
        ulong period = Math.Max(1, Math.Min(AttackClock.Day / 4, (end - start) / 4));
        int purchases = (int)Math.Max(1, (end - start) / period);
        return new(
            $"{purchases} parts from day {Text(start)}", Days(start), start, purchases, period);
    }

    private static AttackStrategy Cycle(ulong blocks)
    {
        ulong period = Math.Max(2, Math.Min(AttackClock.Day, blocks / 2));
        int purchases = (int)Math.Max(1, (blocks - First) / period);
        return new("buying and selling in turn", 0, First, purchases, period) { Cycles = true };
    }

    private static decimal Days(ulong blocks) => (decimal)blocks / AttackClock.Day;

    private static string Text(ulong blocks) =>
        Days(blocks).ToString("0.##", CultureInfo.InvariantCulture);
}
