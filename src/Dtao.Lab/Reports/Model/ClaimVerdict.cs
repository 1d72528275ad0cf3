using System.Collections.Immutable;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A claim, what was measured, and what follows.</summary>
/// <param name="Id">Its number or short name.</param>
/// <param name="Statement">What is claimed.</param>
/// <param name="Measured">What was found, a line for each figure.</param>
/// <param name="Verdict">What follows.</param>
public sealed record ClaimVerdict(
    string Id, Text Statement, ImmutableArray<Text> Measured, Verdict Verdict)
{
    /// <summary>Why, in a sentence; null when the figures speak for themselves.</summary>
    public Text? Reason { get; init; }

    /// <summary>What would have refuted it.</summary>
    public Text? RefutedBy { get; init; }
}
