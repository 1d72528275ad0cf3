using System.Globalization;
using Dtao.Lab.Plans;

namespace Dtao.Lab.Sweeps;

/// <summary>A figure that every run of a sweep gives.</summary>
/// <param name="Name">Name in the scenario, with the subnet, group or purpose.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="About">What it is, with the group or purpose that it is about.</param>
/// <param name="Subnet">Subnet that it is about; null for the network.</param>
public sealed record SweepMeasure(string Name, string Unit, string About, string? Subnet)
{
    /// <summary>Name and unit, for the head of a column.</summary>
    public string Heading => $"{Name} [{Unit}]";

    /// <summary>What it is, with the subnet.</summary>
    public string Help => Subnet is null ? About : $"{About} (subnet {Subnet})";

    /// <summary>The figure of a measure of a scenario.</summary>
    internal static SweepMeasure Of(MeasurePlan measure) => new(
        measure.Title,
        measure.Measure.Unit,
        measure.Named.Length == 0
            ? measure.Measure.Help
            : $"{measure.Measure.Help} ({measure.Named})",
        measure.Subnet == 0 ? null : measure.Subnet.ToString(CultureInfo.InvariantCulture));
}
