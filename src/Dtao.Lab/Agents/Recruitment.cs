namespace Dtao.Lab.Agents;

/// <summary>How many agents a group has.</summary>
public enum Recruitment
{
    /// <summary>As many as the scenario says, with new accounts.</summary>
    ByCount,

    /// <summary>One for each subnet of the group.</summary>
    PerSubnet,

    /// <summary>One for each validator of the network and subnet, with its keys.</summary>
    PerValidator,

    /// <summary>One for each validator of the network, with its keys.</summary>
    OncePerValidator,

    /// <summary>
    /// One for each subnet of the group, with the keys of the largest validator.
    /// </summary>
    LargestValidator,
}
