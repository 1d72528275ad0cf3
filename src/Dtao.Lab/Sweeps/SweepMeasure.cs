using Dtao.Lab.Plans;

namespace Dtao.Lab.Sweeps;

/// <summary>A figure that every run of a sweep gives.</summary>
/// <param name="Name">Name in the scenario, with the subnet.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Help">What it is, in a sentence.</param>
public sealed record SweepMeasure(string Name, string Unit, string Help)
{
    /// <summary>Name and unit, for the head of a column.</summary>
    public string Heading => $"{Name} [{Unit}]";

    /// <summary>The figure of a measure of a scenario.</summary>
    internal static SweepMeasure Of(MeasurePlan measure) => new(
        measure.Subnet == 0 ? measure.Measure.Name : $"{measure.Measure.Name} {measure.Subnet}",
        measure.Measure.Unit,
        measure.Subnet == 0
            ? measure.Measure.Help
            : $"{measure.Measure.Help} (subnet {measure.Subnet})");
}
