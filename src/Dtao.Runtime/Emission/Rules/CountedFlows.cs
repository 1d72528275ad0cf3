namespace Dtao.Runtime.Emission.Rules;

/// <summary>Which flows of TAO a release counts, whether or not its shares use them.</summary>
/// <remarks>Source: docs/spec/rules.md#flow-accounting.</remarks>
[Flags]
public enum CountedFlows
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>TAO that users stake and unstake.</summary>
    Stakes = 1,

    /// <summary>Registrations by burn.</summary>
    Registrations = 2,

    /// <summary>What the chain injects and buys, and what root sells.</summary>
    Protocol = 4,
}
