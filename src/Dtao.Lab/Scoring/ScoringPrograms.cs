using System.Collections.Immutable;

namespace Dtao.Lab.Scoring;

/// <summary>All scoring programs; one line adds one.</summary>
public static class ScoringPrograms
{
    /// <summary>The programs.</summary>
    public static ImmutableArray<IScoringProgram> All { get; } =
    [
        new QualityProgram(),
        new CopyProgram(),
        HoldingsProgram.Final,
        HoldingsProgram.Early,
        CounterProgram.AsCoded,
        CounterProgram.AsDescribed,
    ];

    /// <summary>The program with this name, or null.</summary>
    public static IScoringProgram? Find(string name) =>
        All.FirstOrDefault(program => program.Name == name);
}
