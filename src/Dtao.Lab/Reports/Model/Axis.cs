using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>An axis of a plot.</summary>
/// <param name="Name">What it measures, without the unit.</param>
/// <param name="Unit">Unit of its values.</param>
public sealed record Axis(Text Name, Unit Unit)
{
    /// <summary>How values are spread on it.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>The reader may switch between linear and logarithmic; not with Time.</summary>
    public bool IsSwitchable { get; init; }

    /// <summary>The least value is on top, for ranks.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Least value shown, before the unit's scale; null for the values'.</summary>
    public double? From { get; init; }

    /// <summary>Largest value shown, before the unit's scale; null for the values'.</summary>
    public double? To { get; init; }
}
