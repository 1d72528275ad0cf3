using System.Collections.Immutable;

namespace Dtao.Lab.Agents;

/// <summary>All kinds of agents; one line adds one.</summary>
public static class AgentKinds
{
    /// <summary>The kinds.</summary>
    public static ImmutableArray<AgentKind> All { get; } =
    [
        NoiseTrader.Kind,
        MomentumTrader.Kind,
        ValueTrader.Kind,
        YieldChaser.Kind,
        SellingOwner.Kind,
        SellingMiners.Kind,
        ScoringValidator.Kind,
        SubnetOperator.Kind,
        Intervenor.Kind,
        Arbitrageur.Kind,
        Whale.Kind,
        BuyBackOwner.Kind,
        BusinessOwner.Kind,
        SellingValidator.Kind,
        CompoundingValidator.Kind,
        RootLeaver.Kind,
        WeightCopier.Kind,
        Attacker.Kind,
        WashTrader.Kind,
    ];

    /// <summary>The kind with this name, or null.</summary>
    public static AgentKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
