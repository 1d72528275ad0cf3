using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A key figure at the top of a report.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Text">What it is, and when.</param>
public sealed record Card(Figure Figure, Text Text)
{
    /// <summary>What was expected and whether it came out so; null when nothing was.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The expectation in words; null for none.</summary>
    public Text? Expected { get; init; }
}
