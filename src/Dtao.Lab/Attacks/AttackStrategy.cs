using System.Globalization;

namespace Dtao.Lab.Attacks;

/// <summary>When an attacker trades; how much is what is searched.</summary>
/// <param name="Start">Blocks before the first purchase.</param>
/// <param name="End">Blocks until the goal must be held.</param>
/// <remarks>Source: docs/lab/attack.md#emission.</remarks>
public sealed record AttackStrategy(ulong Start, ulong End)
{
    /// <summary>Blocks before which nobody can act: the rules hold from the first one on.
    /// </summary>
    public const ulong First = 1;

    /// <summary>Quarters of a whole.</summary>
    public const int Whole = 4;

    /// <summary>Quarters of the sum that are spent at once; the rest goes into equal parts
    /// until the end. None for equal parts from the first one on.</summary>
    public int AtOnce { get; init; } = Whole;

    /// <summary>Blocks between two purchases.</summary>
    public ulong Period { get; init; } = 1;

    /// <summary>Blocks after which everything is sold again; 0 for the end.</summary>
    public ulong SoldAfter { get; init; }

    /// <summary>It sells what it bought half a period later, but for the last purchase; the sum
    /// is that of each purchase.</summary>
    public bool Cycles { get; init; }

    /// <summary>Time of the first purchase since the start. Unit: days.</summary>
    public decimal FirstDay => Start <= First ? 0 : Days(Start);

    /// <summary>Blocks that a trial runs.</summary>
    public ulong Length => End - Start;

    /// <summary>Number of purchases.</summary>
    public int Purchases => AtOnce == Whole && !Cycles
        ? 1
        : (int)Math.Max(1, Length / Period);

    /// <summary>Name for people, unique within a search.</summary>
    public string Name
    {
        get
        {
            string day = FirstDay.ToString("0.###", CultureInfo.InvariantCulture);
            if (Cycles) return "buying and selling in turn";
            if (SoldAfter > 0)
            {
                decimal hours = (decimal)SoldAfter / AttackClock.Hour;
                string after = hours.ToString("0.##", CultureInfo.InvariantCulture);
                return $"on day {day}, sold {after} h later";
            }

            return AtOnce switch
            {
                Whole => $"once on day {day}",
                0 => $"{Purchases} parts from day {day}",
                _ => $"{AtOnce * 100 / Whole} % on day {day}, the rest in {Purchases - 1} parts",
            };
        }
    }

    /// <summary>Its trades in order.</summary>
    public IEnumerable<AttackOrder> Orders()
    {
        int purchases = Purchases;
        decimal first = Cycles || purchases == 1
            ? 1
            : AtOnce == 0 ? 1m / purchases : (decimal)AtOnce / Whole;
        decimal later = Cycles ? 1 : (1 - first) / Math.Max(1, purchases - 1);
        for (int number = 0; number < purchases; number++)
        {
            ulong at = Start + ((ulong)number * Period);
            yield return new(at, number == 0 ? first : later);
            if (Cycles && number < purchases - 1) yield return new(at + (Period / 2), 0);
        }

        if (SoldAfter > 0) yield return new(Start + SoldAfter, 0);
    }

    private static decimal Days(ulong blocks) => (decimal)blocks / AttackClock.Day;
}
