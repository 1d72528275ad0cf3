using System.Collections.Immutable;

namespace Dtao.Lab.Attacks;

/// <summary>The strategies of a search: those it starts with, and those near to one.</summary>
/// <param name="blocks">Time until the goal must be held.</param>
/// <param name="window">Last part of it, over which the goal is measured.</param>
/// <param name="goesByFlows">Emission goes by what is staked and unstaked.</param>
/// <remarks>Source: docs/lab/attack.md#emission.</remarks>
internal sealed class StrategySpace(ulong blocks, ulong window, bool goesByFlows)
{
    private readonly ulong _end = Math.Max(blocks, AttackStrategy.First + 1);

    /// <summary>Block at which the measuring begins.</summary>
    private ulong Latest => Math.Max(AttackStrategy.First, _end - window);

    private ulong Hour => Math.Max(1, window / 24);

    /// <summary>The strategy whose sum the others start from.</summary>
    public AttackStrategy Lead => Once(Latest);

    /// <summary>The smallest step in time that is tried.</summary>
    public ulong SmallestStep => Hour;

    /// <summary>The largest step in time that is tried.</summary>
    public ulong LargestStep => Math.Max(1, window / 2);

    /// <summary>What the search starts with, the lead aside; each once.</summary>
    public ImmutableArray<AttackStrategy> Coarse()
    {
        ulong[] starts =
        [
            AttackStrategy.First, _end / 2, Before(_end, 7 * window), Before(Latest, window),
            Latest,
        ];
        List<AttackStrategy> all =
        [
            .. starts.Select(Once),
            .. new[] { AttackStrategy.First, _end / 2, Latest }.Select(Equal),
            Once(Before(Latest, Hour)) with { SoldAfter = Hour },
            Once(Latest) with { SoldAfter = 6 * Hour },
        ];
        if (goesByFlows)
        {
            ulong period = Math.Max(2, Math.Min(window, _end / 2));
            all.Add(new(AttackStrategy.First, _end) { Cycles = true, Period = period });
        }

        return
        [
            .. all.Where(IsPossible).DistinctBy(static one => one.Name)
                .Where(one => one.Name != Lead.Name),
        ];
    }

    /// <summary>Strategies that differ from one in one respect.</summary>
    /// <param name="one">The one.</param>
    /// <param name="step">How much earlier or later. Unit: blocks.</param>
    public ImmutableArray<AttackStrategy> Near(AttackStrategy one, ulong step)
    {
        if (one.Cycles) return [];
        List<AttackStrategy> all =
        [
            one with { Start = Before(one.Start, step) }, one with { Start = one.Start + step },
        ];
        if (one.SoldAfter > 0)
        {
            all.Add(one with { SoldAfter = one.SoldAfter * 2 });
            all.Add(one with { SoldAfter = one.SoldAfter / 2 });
        }
        else
        {
            ulong period = one.AtOnce == AttackStrategy.Whole ? UsualPeriod(one.Start) : one.Period;
            AttackStrategy parts = one with { Period = period };
            all.Add(parts with { AtOnce = Math.Max(0, one.AtOnce - 1) });
            all.Add(parts with { AtOnce = Math.Min(AttackStrategy.Whole, one.AtOnce + 1) });
            if (one.AtOnce < AttackStrategy.Whole) all.Add(one with { Period = period / 2 });
        }

        return [.. all.Where(IsPossible).DistinctBy(static near => near.Name)];
    }

    private static ulong Before(ulong time, ulong blocks) =>
        time > blocks ? time - blocks : AttackStrategy.First;

    private AttackStrategy Once(ulong start) =>
        new(Math.Max(AttackStrategy.First, start), _end);

    private AttackStrategy Equal(ulong start) =>
        Once(start) with { AtOnce = 0, Period = UsualPeriod(start) };

    private ulong UsualPeriod(ulong start) =>
        Math.Max(1, Math.Min(6 * Hour, (_end - Math.Min(start, _end)) / 4));

    private bool IsPossible(AttackStrategy one) =>
        one.Start >= AttackStrategy.First && one.Start < _end
        && (one.AtOnce == AttackStrategy.Whole || (one.Period >= Hour && one.Purchases > 1))
        && (one.SoldAfter == 0 || (one.SoldAfter >= Hour && one.Start + one.SoldAfter < _end));
}
