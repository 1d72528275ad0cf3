using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>A figure that can be taken from a run.</summary>
/// <param name="Name">Name in a scenario.</param>
/// <param name="Unit">Unit of the figure.</param>
/// <param name="Help">What it is, in a sentence.</param>
/// <param name="Find">Takes it; null when the run cannot tell.</param>
public sealed record Measure(
    string Name, string Unit, string Help, Func<RunResult, NetUid, decimal?> Find)
{
    /// <summary>What stands behind the measure's name in a scenario.</summary>
    public MeasureSubject Subject { get; init; } = MeasureSubject.Subnet;

    /// <summary>It is about the network: no number of a subnet is needed.</summary>
    public bool IsOfNetwork { get; init; }

    /// <summary>It reads the price path of the subnet, which must be watched.</summary>
    public bool ReadsPath { get; init; }

    /// <summary>
    /// Takes it for a group of agents or a purpose of subnets; null for measures of a subnet.
    /// </summary>
    public Func<RunResult, string, decimal?>? FindNamed { get; init; }

    /// <summary>A measure of a group of agents or of a purpose.</summary>
    public static Measure Named(
        string name,
        string unit,
        string help,
        MeasureSubject subject,
        Func<RunResult, string, decimal?> find) =>
        new(name, unit, help, static (_, _) => null) { Subject = subject, FindNamed = find };
}
