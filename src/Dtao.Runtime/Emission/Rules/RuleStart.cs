using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Prepares subnets of this runtime for the rules of later releases.</summary>
/// <remarks>
/// Later releases let a subnet emit only after its owner started it and its alpha is traded.
/// Here a subnet counts as started at its registration, and always as traded.
/// Source: docs/spec/rules.md#switching.
/// </remarks>
internal static class RuleStart
{
    /// <summary>Starts all subnets that are not started yet, if the rule asks for that.</summary>
    public static void Run(Chain chain)
    {
        if (!IsAskedFor(chain)) return;
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            if (subnet != NetUid.Root) Start(chain, subnet);
        }
    }

    /// <summary>Starts a new subnet, if the rule in force asks for that.</summary>
    public static void Welcome(Chain chain, NetUid subnet)
    {
        if (IsAskedFor(chain)) Start(chain, subnet);
    }

    private static bool IsAskedFor(Chain chain) => chain.EmissionRule is { } rule
        && (rule.Emits != EmitSet.Existing || rule.Age == AgeOrigin.Start);

    private static void Start(Chain chain, NetUid subnet) => chain.Rules.Start(
        subnet, new BlockNumber(chain.Subnets.RegisteredAt(subnet).Value + 1));
}
