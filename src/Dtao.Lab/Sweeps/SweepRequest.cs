using System.Collections.Immutable;

namespace Dtao.Lab.Sweeps;

/// <summary>All that decides the results of a sweep, as it was asked for.</summary>
public sealed record SweepRequest
{
    /// <summary>Name of the scenario, or of its file.</summary>
    public required string Scenario { get; init; }

    /// <summary>Text of the scenario's file.</summary>
    public required string Text { get; init; }

    /// <summary>Values that are other than the file says, for all runs.</summary>
    public ImmutableArray<string> Sets { get; init; } = [];

    /// <summary>What varies.</summary>
    public required ImmutableArray<string> Variations { get; init; }

    /// <summary>Seeds of the runs, for example <c>1..4</c>.</summary>
    public required string Seeds { get; init; }

    /// <summary>Name of the design.</summary>
    public required string Design { get; init; }

    /// <summary>Points, trajectories or base samples; 0 for a grid.</summary>
    public int Size { get; init; }

    /// <summary>Seed of the choice of points and of the bootstrap.</summary>
    public ulong DesignSeed { get; init; } = 1;

    /// <summary>Length of the runs in days; null for the scenario's own.</summary>
    public string? Days { get; init; }

    /// <summary>Emission rules instead of the scenario's; null for its own.</summary>
    public string? Rule { get; init; }

    /// <summary>Version that runs throughout; null for the real succession.</summary>
    public int? Version { get; init; }

    /// <summary>The books of every run are checked.</summary>
    public bool IsAudited { get; init; }

    /// <summary>The command that makes the sweep.</summary>
    public string Command
    {
        get
        {
            List<string> words = [$"./dtao lab sweep {Scenario}"];
            words.AddRange(Variations.Select(static one => $"--vary '{one}'"));
            words.AddRange(Sets.Select(static one => $"--set '{one}'"));
            words.Add($"--seeds {Seeds} --design {Design}");
            if (Size > 0) words.Add($"--points {Size} --design-seed {DesignSeed}");
            if (Days is { } days) words.Add($"--days {days}");
            if (Rule is { } rule) words.Add($"--rule '{rule}'");
            if (Version is { } version) words.Add($"--spec {version}");
            if (IsAudited) words.Add("--audit");
            return string.Join(' ', words);
        }
    }
}
