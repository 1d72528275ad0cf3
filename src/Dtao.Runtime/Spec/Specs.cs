using System.Collections.Immutable;

namespace Dtao.Runtime.Spec;

/// <summary>The runtime versions of the first dTAO month.</summary>
/// <remarks>
/// Each entry says only what changed against the one before. Source: docs/spec/versions.md.
/// </remarks>
public static class Specs
{
    private static readonly RuntimeSpec V233 = new()
    {
        Version = 233,
        Tag = "v2.0.0",
        MovingPrice = MovingPriceRule.Uncapped,
        EmissionGate = EmissionGate.BurnClosedAndWorkOpen,
        ChildActivation = ChildActivation.EveryBlock,
        ChildCooldown = 1,
        PruningProtection = PruningProtection.HotkeysOfOwner,
        SharePool = SharePoolRule.First,
        MovesRequireOwnership = true,
        MovesRequireDestination = false,
        RecordsStakeBlocks = false,
        RecordsLegacyStake = true,
        ChecksPrecision = false,
        SellsBeforeUnstaking = true,
        PaysRootDividendsTwice = true,
        OwnersSetDifficulty = true,
        ProxiesKnowNewStaking = false,
        TotalsCountShares = true,
        StrangersMakeDelegates = false,
        LimitsTakesByHotkey = false,
        OwnerSetsChildrenFreely = false,
        OwnerCutFollowsHotkey = false,
        PrometheusNeedsNeuronFirst = true,
        DefaultTempo = 99,
    };

    private static readonly RuntimeSpec V234 = V233 with
    {
        Version = 234,
        Tag = "v2.0.1",
        MovingPrice = MovingPriceRule.Capped,
    };

    private static readonly RuntimeSpec V238 = V234 with
    {
        Version = 238,
        Tag = "v2.0.2",
        EmissionGate = EmissionGate.BothClosed,
        ChildActivation = ChildActivation.AtEpoch,
        PruningProtection = PruningProtection.OwnerHotkey,
        OwnersSetDifficulty = false,
        ProxiesKnowNewStaking = true,
        MovesRequireOwnership = false,
        RecordsStakeBlocks = true,
        OwnerCutFollowsHotkey = true,
        PrometheusNeedsNeuronFirst = false,
    };

    private static readonly RuntimeSpec V239 = V238 with
    {
        Version = 239,
        Tag = "v2.0.3",
        ChecksPrecision = true,
    };

    private static readonly RuntimeSpec V244 = V239 with
    {
        Version = 244,
        Tag = "v2.0.4",
        SharePool = SharePoolRule.WholeRemovals,
        MovesRequireDestination = true,
        RecordsLegacyStake = false,
        SellsBeforeUnstaking = false,
        PaysRootDividendsTwice = false,
        TotalsCountShares = false,
        StrangersMakeDelegates = true,
        LimitsTakesByHotkey = true,
        OwnerSetsChildrenFreely = true,
        DefaultTempo = 360,
    };

    private static readonly RuntimeSpec V245 = V244 with
    {
        Version = 245,
        Tag = "v2.0.5",
        ChildCooldown = 7_200,
    };

    private static readonly RuntimeSpec V246 = V245 with
    {
        Version = 246,
        Tag = "v2.0.6",
        MovingPrice = MovingPriceRule.CappedWithAgeRamp,
    };

    /// <summary>All versions, oldest first.</summary>
    public static ImmutableArray<RuntimeSpec> All { get; } =
        [V233, V234, V238, V239, V244, V245, V246];

    /// <summary>The version that runs unless another is asked for.</summary>
    public static RuntimeSpec Latest => V246;

    /// <summary>The version with this number, or null when there is none.</summary>
    public static RuntimeSpec? Find(int version)
    {
        foreach (RuntimeSpec spec in All)
        {
            if (spec.Version == version) return spec;
        }

        return null;
    }
}
