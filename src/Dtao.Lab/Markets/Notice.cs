using Dtao.Numerics;

namespace Dtao.Lab.Markets;

/// <summary>What somebody says in public about how a subnet's miners are scored.</summary>
/// <param name="Subnet">The subnet.</param>
/// <param name="Program">Name of the scoring program.</param>
/// <param name="Hotkey">Validator that runs it.</param>
/// <param name="Block">Block of the announcement.</param>
public sealed record Notice(NetUid Subnet, string Program, Hotkey Hotkey, ulong Block)
{
    /// <summary>Its part of the subnet's stake weight when it is announced, 0 to 1.</summary>
    public double WeightShare { get; init; }
}
