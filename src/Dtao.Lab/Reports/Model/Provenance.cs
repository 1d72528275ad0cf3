using System.Collections.Immutable;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>How a result was made, and how to make it again.</summary>
public sealed record Provenance
{
    /// <summary>The command that repeats it, without the language of the report.</summary>
    public required string Command { get; init; }

    /// <summary>Version of the program.</summary>
    public string Program { get; init; } = ProgramVersion.Text;

    /// <summary>Which runtime versions ran.</summary>
    public required Text Chain { get; init; }

    /// <summary>The seeds.</summary>
    public required ImmutableArray<ulong> Seeds { get; init; }

    /// <summary>Hashes of states, each with what it is the state of.</summary>
    public ImmutableArray<StateHash> StateHashes { get; init; } = [];

    /// <summary>The emission rules, and how true to their model they are.</summary>
    public ImmutableArray<RuleFidelity> Rules { get; init; } = [];

    /// <summary>Anything else worth knowing about how it was made.</summary>
    public ImmutableArray<NamedText> More { get; init; } = [];

    /// <summary>What stands below; null for what is said of a single run.</summary>
    public Text? Note { get; init; }
}
