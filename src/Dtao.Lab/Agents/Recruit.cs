using System.Collections.Immutable;
using Dtao.Lab.Markets;
using Dtao.Lab.Networks;
using Dtao.Lab.Quantities;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Agents;

/// <summary>Everything an agent is made from.</summary>
public sealed class Recruit
{
    /// <summary>Index within its group, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Its own branch of the seed.</summary>
    public required SeedTree Seed { get; init; }

    /// <summary>Its own draws.</summary>
    public required SeededRandom Random { get; init; }

    /// <summary>What the scenario set.</summary>
    public required Settings Settings { get; init; }

    /// <summary>Its keys.</summary>
    public required Purse Purse { get; init; }

    /// <summary>Subnets of the group.</summary>
    public required ImmutableArray<NetUid> Subnets { get; init; }

    /// <summary>Subnet of this agent, where there is one agent for each.</summary>
    public NetUid Subnet => Subnets[Number % Subnets.Length];

    /// <summary>Validators of the network, by uid.</summary>
    public required IReadOnlyList<Validator> Validators { get; init; }

    /// <summary>The chain at the beginning.</summary>
    public required Chain Chain { get; init; }

    /// <summary>The market.</summary>
    public required Market Market { get; init; }

    /// <summary>Account of everybody else, which pays what comes from outside.</summary>
    public required Coldkey Treasury { get; init; }

    /// <summary>Names of scoring programs and the like, by setting.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>A validator to stake behind, weighted by nothing: the listed ones first.</summary>
    public Hotkey SomeValidator() =>
        Validators[(int)Random.Below((ulong)Math.Min(10, Validators.Count))].Hotkey;
}
