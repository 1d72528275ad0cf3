using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A paragraph.</summary>
/// <param name="Text">What it says.</param>
public sealed record Prose(Text Text) : ReportBlock
{
    /// <summary>A remark beside the point, in a softer color.</summary>
    public bool IsAside { get; init; }
}
