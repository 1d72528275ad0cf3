using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Counts what users pay into pools and take out, for the rule in force.</summary>
/// <remarks>Source: docs/spec/rules.md#flow-accounting.</remarks>
internal static class RuleFlows
{
    /// <summary>TAO was staked, its fee included.</summary>
    public static void CountStake(Chain chain, NetUid subnet, Tao paid)
    {
        if (Counts(chain, CountedFlows.Stakes)) chain.Rules.CountTaoFlow(subnet, paid.Rao);
    }

    /// <summary>TAO was unstaked, its fee left out.</summary>
    public static void CountUnstake(Chain chain, NetUid subnet, Tao received)
    {
        if (Counts(chain, CountedFlows.Stakes))
        {
            chain.Rules.CountTaoFlow(subnet, -(Int128)received.Rao);
        }
    }

    /// <summary>TAO was paid for a registration.</summary>
    public static void CountRegistration(Chain chain, NetUid subnet, Tao paid)
    {
        if (Counts(chain, CountedFlows.Registrations))
        {
            chain.Rules.CountTaoFlow(subnet, paid.Rao);
        }
    }

    /// <summary>Alpha of root was sold.</summary>
    public static void CountRootSale(Chain chain, NetUid subnet, Tao received)
    {
        if (!Counts(chain, CountedFlows.Protocol)) return;
        chain.Rules.CountProtocolFlow(subnet, -(Int128)received.Rao);
        chain.Rules.CountRootSale(subnet, received);
    }

    private static bool Counts(Chain chain, CountedFlows flows) =>
        chain.EmissionRule is { } rule && rule.Counts.HasFlag(flows);
}
