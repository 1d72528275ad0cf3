namespace Dtao.Lab.Measures;

/// <summary>What a measure is about.</summary>
public enum MeasureSubject
{
    /// <summary>The network, or a subnet by its number.</summary>
    Subnet,

    /// <summary>A group of agents, by its name in the scenario.</summary>
    Group,

    /// <summary>A purpose of subnets, by its name in the scenario.</summary>
    Purpose,
}
