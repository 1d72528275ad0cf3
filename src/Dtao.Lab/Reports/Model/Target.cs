using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>An expected range at a place of a plot, drawn as a box.</summary>
/// <param name="Place">Where on the x axis.</param>
/// <param name="Low">Least expected value.</param>
/// <param name="High">Largest expected value.</param>
/// <param name="Text">The expectation.</param>
public sealed record Target(double Place, double Low, double High, Text Text)
{
    /// <summary>Its color: that of the series it is about.</summary>
    public Tone Tone { get; init; } = Tone.Blue;
}
