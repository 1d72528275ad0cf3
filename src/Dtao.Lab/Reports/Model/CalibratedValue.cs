using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A figure of a model, and whether it was fitted or found.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value with the unit.</param>
/// <param name="Evidence">Whether it was fitted or found.</param>
/// <param name="Basis">On which observations, or against which.</param>
public sealed record CalibratedValue(Text Name, Text Value, Evidence Evidence, Text Basis)
{
    /// <summary>How far from the observation, with the unit; null for nothing to compare.</summary>
    public Text? Error { get; init; }
}
