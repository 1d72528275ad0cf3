using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Unit">Unit of its numbers; null for a column of words.</param>
public sealed record Column(Text Heading, Unit? Unit = null)
{
    /// <summary>Its words stay on one line.</summary>
    public bool IsUnbroken { get; init; }
}
